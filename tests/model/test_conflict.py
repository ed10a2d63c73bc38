"""An infeasible system told as a story."""

from __future__ import annotations

import pytest
from shipped import shipped_system
from systems import clean_and_dirty

from carbonpath.core.errors import InfeasibleError
from carbonpath.model.conflict import explain_conflict
from carbonpath.model.run import solve_system
from carbonpath.system.overlay import apply_changes
from carbonpath.system.system import System


def too_strict() -> System:
    """Return 100 Mt a year, at most 50 clean, and 60, 40 and 20 Mt of emissions: 2021 lacks 10, 2022 lacks 30.

    Emissions by 40 of 60 are 67 percent, clean goods by 40 of 50 are 80, demand by 40 of 100, ten times, 400.
    """
    limits = {("co2", 2020): 60.0, ("co2", 2021): 40.0, ("co2", 2022): 20.0}
    return clean_and_dirty((2020, 2021, 2022), annual_emission_limit=limits, max_activity={("clean",): 50.0})


def test_the_repair_can_be_applied_and_is_enough_at_the_told_level() -> None:
    story = explain_conflict(too_strict())

    repaired = apply_changes(too_strict(), story.changes)

    assert solve_system(repaired).objective == pytest.approx(story.repaired_cost)
    told = {change.where["year"]: change.value for change in story.changes}
    assert told == pytest.approx({2021: 50.0, 2022: 50.0})
    assert {change.parameter for change in story.changes} == {"annual_emission_limit"}


def test_the_conflict_is_told_for_each_year_that_needs_repair() -> None:
    story = explain_conflict(too_strict())

    assert sorted(story.by_year) == [2021, 2022]
    for year, limits in story.by_year.items():
        assert [limit.parameter for limit in limits] == ["demand", "max_activity", "annual_emission_limit"]
        assert {limit.index[-1] for limit in limits} == {year}


def test_other_ways_out_change_one_subject_alone() -> None:
    story = explain_conflict(too_strict())

    ways = {way.parameter: [(repair.limit.index[-1], repair.needed) for repair in way.repairs] for way in story.ways}
    assert ways == {
        "demand": [(2022, pytest.approx(70.0)), (2021, pytest.approx(90.0))],
        "max_activity": [(2022, pytest.approx(80.0)), (2021, pytest.approx(60.0))],
    }
    assert story.ways[0].parameter == "demand"


def test_each_way_out_is_enough_alone() -> None:
    story = explain_conflict(too_strict())

    for way in story.ways:
        repaired = apply_changes(too_strict(), [repair.change for repair in way.repairs])
        assert solve_system(repaired).status == "optimal", way.parameter


def test_a_ratio_is_repaired_and_other_years_are_left_aside() -> None:
    ratios = {("scope1", 2021, 2020): 0.5, ("scope1", 2022, 2021): 0.5}
    system = clean_and_dirty(
        (2020, 2021, 2022),
        boundary_weight={("scope1", "co2"): 1.0},
        max_emission_ratio=ratios,
        max_activity={("clean",): 10.0},
    )

    story = explain_conflict(system)

    assert story.repaired_cost is not None
    assert set(story.by_year) <= {2021, 2022}


@pytest.mark.slow
def test_the_strict_coal_cap_of_the_shipped_district_is_explained_and_repaired() -> None:
    system = shipped_system("coal-cap-strict")
    with pytest.raises(InfeasibleError):
        solve_system(system)

    story = explain_conflict(system)

    assert {change.where.get("group") for change in story.changes} == {"coal_use"}
    years = sorted(int(change.where["year"]) for change in story.changes)
    assert years == list(range(years[0], 2036))
    assert sorted(story.by_year) == years
    for year, limits in story.by_year.items():
        named = {(limit.parameter, limit.index[1]) for limit in limits}
        assert ("max_group_activity", "coal_use") in named
        assert ("demand", "F01.steel_product") in named, year
    repaired = solve_system(apply_changes(system, story.changes))
    assert repaired.objective == pytest.approx(story.repaired_cost)
    used = repaired.result[
        (repaired.result["quantity"] == "group_activity") & (repaired.result["technology"] == "coal_use")
    ]
    reached = dict(zip(used["year"], used["value"], strict=True))
    told = {int(change.where["year"]): change.value for change in story.changes}
    assert {year: reached[year] for year in told} == pytest.approx(told, rel=1e-5)
    assert any(way.parameter == "demand" for way in story.ways)
