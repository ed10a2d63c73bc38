"""Sparse index sets."""

from __future__ import annotations

from systems import REGION, one_of_everything, plant_to_build

from carbonpath.model.sets import ModelSets, build_sets
from carbonpath.model.system_parameters import read_parameters
from carbonpath.system.system import System


def sets_of(system: System) -> ModelSets:
    return build_sets(system.outline(), read_parameters(system))


def test_a_technology_can_run_in_the_modes_of_which_something_is_said() -> None:
    sets = sets_of(one_of_everything())

    assert sets.modes_of[REGION, "plant", 2020] == ("1", "2")
    assert sets.modes_of[REGION, "buy", 2020] == ("1",)


def test_activities_have_every_timeslice() -> None:
    sets = sets_of(one_of_everything())

    assert (REGION, "buy", "1", "night", 2021) in sets.activity
    assert len(sets.activity) == 2 * 2 * (1 + 2 + 1 + 1)


def test_only_technologies_with_a_unit_of_capacity_keep_some() -> None:
    assert {technology for _, technology, _ in sets_of(one_of_everything()).capacity} == {"furnace", "plant"}


def test_capacity_is_built_only_where_a_capital_cost_is_given() -> None:
    sets = sets_of(plant_to_build(capital_cost={("plant", 2021): 0.0}))

    assert sets.new_capacity == ((REGION, "plant", 2021),)
    assert sets.vintages[REGION, "plant", 2020] == ()


def test_vintages_are_those_still_alive() -> None:
    sets = sets_of(plant_to_build(life=2.0, years=(2020, 2021, 2022)))

    assert sets.vintages[REGION, "plant", 2022] == (2021, 2022)


def test_only_a_surplus_may_be_let_go() -> None:
    assert {commodity for _, commodity, _, _ in sets_of(one_of_everything()).disposal} == {"heat"}


def test_neighbours_carry_their_ratios() -> None:
    sets = sets_of(one_of_everything())

    assert sets.users[REGION, "ore", 2020] == (("furnace", "1", 1.6), ("plant", "1", 1.4))
    assert sets.members[REGION, "coal_use", 2021] == (("furnace", 0.7), ("plant", 0.3))
    assert sets.allocated[REGION, "co2", 2020] == (("furnace", 0.9), ("plant", 0.8))
