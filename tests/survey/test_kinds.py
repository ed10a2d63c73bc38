"""A mass is no volume."""

from __future__ import annotations

import pytest

from carbonpath.survey.codes import raw_codes
from carbonpath.survey.kinds import example_units, kinds_of, unit_kind


@pytest.mark.parametrize(
    ("unit", "kind"),
    [
        ("万t", "mass"),
        ("亿m3", "volume"),
        ("tce", "energy"),
        ("%", "ratio"),
        ("GJ/t", "heat_of_mass"),
        ("MW", ""),
        ("吨吨", None),
    ],
    ids=["mass", "volume", "energy", "ratio", "heating value", "power", "no unit"],
)
def test_units_have_a_kind(unit: str, kind: str | None) -> None:
    assert unit_kind(unit) == kind


def test_the_item_decides_the_kind_of_an_amount() -> None:
    assert kinds_of("combusted", "natural_gas") == ("volume", "energy")
    assert kinds_of("combusted", "bituminous") == ("mass", "energy")


def test_heating_values_are_per_the_amount_of_the_item() -> None:
    assert kinds_of("net_calorific_value", "natural_gas") == ("heat_of_volume",)
    assert kinds_of("net_calorific_value", "bituminous") == ("heat_of_mass",)


def test_examples_are_units_of_that_kind() -> None:
    assert example_units(("mass",)).split(", ")[:2] == ["t", "万t"]


def test_every_offered_unit_has_a_known_kind() -> None:
    assert all(unit_kind(unit) for unit in raw_codes()["units"]["offered"])
