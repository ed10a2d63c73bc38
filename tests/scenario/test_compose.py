"""A scenario and a system in, the list of changes out."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from carbonpath.core.errors import ScenarioError
from carbonpath.core.vocabulary import parameter_names
from carbonpath.scenario.compose import check_scenario, scenario_changes
from carbonpath.scenario.load import load_scenario
from carbonpath.system.overlay import apply_changes

BLOCKS = {
    "coal_cap": "{unit: Mtce, values: {2021: 11, 2023: 10}, reason: r, source: s}",
    "price": "{carbon: {unit: CNY/t, values: {2021: 60}, reason: r, source: s}}",
    "demand": "{scale: [{commodity: steel_product, values: {2022: 0.9}, reason: r, source: s}]}",
    "capacity": "[{technology: BF_STD, kind: max_capacity, unit: Mt/y, values: {2021: 13}, reason: r, source: s}]",
    "clean_transport": '{clean_share_min: {unit: "%", values: {2021: 62, 2023: 80}, reason: r, source: s}}',
}


def text(levers, head="title: A\n"):
    lines = "".join(f"  {lever}: {BLOCKS[lever]}\n" for lever in levers)
    return head + (f"levers:\n{lines}" if lines else "")


def assert_same(one, other):
    for name in parameter_names():
        pd.testing.assert_frame_equal(
            one.parameter(name).drop(columns="source"), other.parameter(name).drop(columns="source")
        )


@given(levers=st.permutations(sorted(BLOCKS)).flatmap(lambda p: st.integers(0, len(p)).map(lambda n: p[:n])))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
def test_order_of_levers_does_not_matter(write, district, levers):
    folder = write("forward", text(levers))
    write("backward", text(levers[::-1]))

    systems = [
        apply_changes(district, scenario_changes(load_scenario(name, folder), district))
        for name in ("forward", "backward")
    ]

    assert_same(*systems)


def test_order_of_independent_changes_does_not_matter(pull, district):
    parts = [pull(f"{lever}: {BLOCKS[lever]}\n") for lever in ("coal_cap", "price", "demand")]

    systems = [apply_changes(district, [c for part in order for c in part]) for order in permutations(parts)]

    for system in systems[1:]:
        assert_same(systems[0], system)


def test_scenario_without_levers_changes_nothing(write, district):
    folder = write("a", text([]))

    assert scenario_changes(load_scenario("a", folder), district) == []


@given(levers=st.sets(st.sampled_from(sorted(BLOCKS))))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15, deadline=None)
def test_child_without_levers_asks_for_the_changes_of_its_parent(write, district, levers):
    write("parent", text(sorted(levers)))
    folder = write("child", "title: Child\nextends: parent\n")

    child, parent = (scenario_changes(load_scenario(name, folder), district) for name in ("child", "parent"))

    assert child == parent


def test_problems_of_all_levers_are_told_at_once(refused):
    problems = refused(
        """
        capacity: [{technology: NONE, kind: max_capacity, unit: Mt/y, values: {2021: 1}, reason: r, source: s}]
        demand: {scale: [{commodity: none, values: {2021: 1}, reason: r, source: s}]}
        """
    )

    assert [problem.code for problem in problems] == ["CP-444", "CP-446"]


def test_same_number_set_by_two_levers_is_refused(refused):
    (problem,) = refused(
        """
        capacity: [{technology: DRI_H2, kind: max_capacity, unit: Mt/y, values: {2023: 1}, reason: r, source: s}]
        hydrogen_island:
          metallurgy: [{technology: DRI_H2, kind: max_capacity, unit: Mt/y, values: {2023: 2}, reason: r, source: s}]
        """
    )

    assert problem.code == "CP-452"
    assert problem.details["levers"] == "hydrogen_island, capacity"


def test_reasons_are_in_the_language_asked_for(write, district):
    cap = "{unit: Mtce, values: {2021: 11}, reason: {zh: 总量控制, en: control}, source: s}"
    scenario = load_scenario("a", write("a", f"title: A\nlevers:\n  coal_cap: {cap}\n"))

    assert scenario_changes(scenario, district, "zh")[0].reason == "总量控制"
    assert scenario_changes(scenario, district, "en")[0].reason == "control"


def test_check_returns_errors_instead_of_raising(write, district):
    folder = write("a", text([], "title: A\nlevers: {coal_cap: {unit: t, values: {2021: 1}, reason: r, source: s}}\n"))

    assert [problem.code for problem in check_scenario(load_scenario("a", folder), district)] == ["CP-448"]


def test_lever_without_effect_in_the_horizon_is_flagged(write, district):
    cap = "{unit: Mtce, values: {2040: 11}, reason: r, source: s}"
    folder = write("a", f"title: A\nlevers:\n  coal_cap: {cap}\n")

    (warning,) = check_scenario(load_scenario("a", folder), district)

    assert (warning.code, warning.severity, warning.place) == ("CP-457", "warning", "levers.coal_cap, line 3")


def test_system_of_several_regions_is_refused(write, district):
    folder = write("a", text(["coal_cap"]))

    with pytest.raises(ScenarioError) as caught:
        scenario_changes(load_scenario("a", folder), replace(district, regions=("q", "w")))

    assert caught.value.problems[0].code == "CP-456"
