"""Sources, units and labels."""

from __future__ import annotations

from dataclasses import replace

from systems import REGION, coal_cap, plant_to_build

from carbonpath.model.labels import Units, label_of, source_of


def test_units_of_a_quantity_are_those_of_its_subject() -> None:
    units = Units(plant_to_build())

    assert units.of("new_capacity", (REGION, "plant", 2020)) == "Mt/y"
    assert units.of("activity", (REGION, "plant", "1", "", 2020)) == "Mt"
    assert units.of("total_discounted_cost", (REGION,)) == "million CNY"
    assert units.of("emission_shadow_price", (REGION, "co2", 2020)) == "CNY/t"


def test_a_ratio_within_a_ratio_is_in_brackets() -> None:
    assert Units(plant_to_build()).of("capacity_price", (REGION, "plant", 2020)) == "million CNY/(Mt/y)"


def test_a_group_has_the_unit_of_its_table() -> None:
    assert Units(coal_cap()).of("group_limit_price", (REGION, "coal_use", 2020)) == "million CNY/Mtce"


def test_the_source_is_that_of_the_row() -> None:
    assert source_of(coal_cap(), "max_group_activity", (REGION, "coal_use", 2020)) == "small.csv:max_group_activity"
    assert source_of(coal_cap(), "max_group_activity", (REGION, "coal_use", 1999)) == ""


def test_labels_fall_back_on_the_name() -> None:
    system = coal_cap()
    unnamed = replace(system, technologies=system.technologies.assign(zh=""))

    assert label_of(system, "technology", "from_coal", "zh") == "技术from_coal"
    assert label_of(unnamed, "technology", "from_coal", "zh") == "from_coal"
    assert label_of(system, "group", "of_our_own", "zh") == "of_our_own"


def test_groups_and_boundaries_are_named_by_the_catalogue() -> None:
    assert label_of(coal_cap(), "group", "coal_use", "en") == "coal consumption"
    assert label_of(coal_cap(), "group", "coal_use.F01", "zh") == "煤炭消费 F01"
    assert label_of(coal_cap(), "reference_group", "bulk_freight", "zh") == "大宗货运"
    assert label_of(coal_cap(), "boundary", "scope1", "zh") == "范围一"
