"""Guidelines by version: their tables and what a firm's report counts."""

from __future__ import annotations

import pytest

from carbonpath.core.errors import DataError
from carbonpath.reference.factors import load_factors
from carbonpath.reference.guidelines import guideline, guidelines_by_id


def test_the_steel_guideline_counts_all_carbon_and_no_power():
    steel = guideline(load_factors(), "CETS-AG-03.01-V01-2024")

    assert (steel.oxidation, steel.purchased_energy, steel.vehicles) == ("complete", "none", False)
    assert steel.tables == ("cets_ag_03_01_v01_2024", "general")
    assert steel.gases == ("CO2",)
    assert steel.label("zh").startswith("钢铁行业")


def test_its_predecessor_counts_both_and_has_its_own_table():
    steel = guideline(load_factors(), "NDRC-2013-steel")

    assert (steel.oxidation, steel.purchased_energy, steel.vehicles) == ("table", "net", True)
    assert steel.tables == ("ndrc_2013_steel", "general")


def test_a_guideline_without_table_of_its_own_uses_the_general_one():
    assert guideline(load_factors(), "NDRC-2013-flat-glass").tables == ("general",)


def test_every_table_that_a_guideline_names_exists():
    factors = load_factors()
    known = {*factors.fuel_factors["table"], *factors.process_factors["table"]}

    assert {table for rule in guidelines_by_id(factors).values() for table in rule.tables} <= known


def test_an_unknown_guideline_names_those_that_are_known():
    with pytest.raises(DataError) as caught:
        guideline(load_factors(), "CETS-AG-77")

    assert "CETS-AG-03.01-V01-2024" in caught.value.problems[0].told("zh")["expected"]


def test_the_power_guideline_of_2026_no_longer_counts_purchased_power():
    old, new = (guideline(load_factors(), f"CETS-AG-01.01-{version}") for version in ("2022", "V04-2026"))

    assert (old.purchased_energy, new.purchased_energy) == ("purchased", "none")
    assert new.confidence == "recalled"
    assert new.tables == old.tables
