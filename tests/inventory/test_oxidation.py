"""Oxidation by equipment."""

from __future__ import annotations

import pytest

from carbonpath.inventory.oxidation import oxidation_factor

CEMENT = "NDRC-2013-cement"


def _share(activity):
    return list(activity.dealt(oxidation_factor(activity.keys, activity.evidence)).value)


@pytest.mark.parametrize(
    ("category", "expected"), [("1A2f", 0.99), ("1A1a", 0.95), ("1A2c", 0.85)], ids=["kiln", "power boiler", "boiler"]
)
def test_coal_by_the_equipment_usual_in_the_category(row, prepare, category, expected):
    activity = prepare(row("F06", "a", category, "combusted", "bituminous", 1, "t"), guideline=CEMENT)

    assert _share(activity) == [expected]


def test_the_equipment_that_the_bureau_names_comes_first(row, prepare):
    rows = row("F06", "boiler", "1A2f", "combusted", "bituminous", 1, "t")
    activity = prepare(rows, guideline=CEMENT, equipment={("F06", "boiler"): "industrial_boiler"})

    assert _share(activity) == [0.85]
    assert "industrial_boiler" in activity.dealt(oxidation_factor(activity.keys, activity.evidence)).source[0]


def test_a_measured_share_comes_before_the_equipment(row, prepare):
    activity = prepare(
        row("F06", "a", "1A2f", "combusted", "bituminous", 1, "t"),
        row("F06", "a", "", "oxidation_factor", "bituminous", 0.97, "1"),
        guideline=CEMENT,
    )

    assert _share(activity) == [0.97]


def test_liquid_fuel_has_no_equipment(row, prepare):
    activity = prepare(row("F06", "a", "1A2f", "combusted", "diesel", 1, "t"), guideline=CEMENT)

    assert _share(activity) == [0.98]


def test_coal_of_power_plants_by_the_clause_of_their_guideline(row, prepare):
    activity = prepare(row("F04", "a", "1A1a", "combusted", "bituminous", 1, "t"), guideline="CETS-AG-01.01-2022")

    assert _share(activity) == [0.99]
    assert "6.2.5.1" in activity.dealt(oxidation_factor(activity.keys, activity.evidence)).source[0]
