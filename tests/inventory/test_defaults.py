"""Default factors by guideline."""

from __future__ import annotations

import pytest

from carbonpath.inventory.defaults import choose_default, fuel_defaults, material_defaults, mobile_defaults


def _found(activity, defaults):
    choice = choose_default(activity.keys, activity.guidelines, defaults)
    return float(choice.value[0]), int(choice.tier[0])


@pytest.mark.parametrize(
    ("guideline", "value", "tier"),
    [
        ("CETS-AG-01.01-2022", 23.076, 2),
        ("NDRC-2013-steel", 19.57, 2),
        ("NDRC-2013-flat-glass", 23.736, 2),
        ("IPCC-2006", 25.8, 1),
    ],
    ids=["its own table", "another table", "the general table", "IPCC"],
)
def test_the_first_table_that_knows_the_fuel_serves(row, prepare, factors, guideline, value, tier):
    activity = prepare(row("F01", "u", "1A2a", "combusted", "bituminous", 1, "t"), guideline=guideline)

    assert _found(activity, fuel_defaults(factors, "net_calorific_value", "NCV")) == (value, tier)


def test_a_material_that_only_the_general_table_knows(row, prepare, factors):
    activity = prepare(row("F07", "u", "2A3", "input", "carbonate_na2co3", 1, "t"), guideline="NDRC-2013-power")

    assert _found(activity, material_defaults(factors, "emission_factor", "EF")) == (0.415, 2)
    other = prepare(row("F07", "u", "2A3", "input", "carbonate_srco3", 1, "t"), guideline="NDRC-2013-power")
    assert _found(other, material_defaults(factors, "emission_factor", "EF")) == (0.298, 2)


def test_vehicles_are_named_by_category_and_fuel(factors):
    entries = mobile_defaults(factors, "n2o", "EF_N2O")

    assert entries["general", "1A3c diesel", ""].value == 28.6
    assert entries["general", "1A3b diesel", ""].value == 3.9
    assert "recalled" in entries["general", "1A3b diesel", ""].told
