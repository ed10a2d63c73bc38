"""Measured properties that nobody reads are told."""

from __future__ import annotations

import pytest

from carbonpath.inventory.known_properties import PROPERTIES, check_properties
from carbonpath.survey.codes import item_classes


def _found(row, prepare, name):
    activity = prepare(
        row("F04", "unit", "1A1a", "combusted", "bituminous", 1, "t"), row("F04", "", "", "property", name, 0.5, "1")
    )
    return [(problem.code, problem.value, problem.severity) for problem in check_properties(activity)]


@pytest.mark.parametrize(
    "name",
    [*PROPERTIES, "bituminous_moisture_as_received", "rdf_biogenic_share", "sewage_sludge_fossil_share"],
    ids=lambda name: name,
)
def test_a_property_that_is_read_is_no_matter(row, prepare, name):
    assert _found(row, prepare, name) == []


@pytest.mark.parametrize("name", ["heat_supply_share", "coke_moisture_as_received", "bituminous_fossil_share"])
def test_a_property_that_nobody_reads_is_told(row, prepare, name):
    assert _found(row, prepare, name) == [("CP-382", name, "warning")]


def test_every_property_of_the_survey_is_read(row, prepare):
    surveyed = [item for item, kind in item_classes().items() if kind == "property"]

    assert [name for name in surveyed if _found(row, prepare, name)] == []
    assert set(PROPERTIES) <= set(surveyed)
