"""Selections of measures, solved one after another, against the same selections solved alone."""

import pytest
from shipped import shipped_base

from carbonpath.indicators.attribution import subsets
from carbonpath.scenario.compose import scenario_changes
from carbonpath.system.overlay import apply_changes
from carbonpath.workflow import selections as module
from carbonpath.workflow.measures import find_measures
from carbonpath.workflow.plan import scenario_specification
from carbonpath.workflow.plans import solve_plan
from carbonpath.workflow.scenarios import NO_SETTINGS
from carbonpath.workflow.selections import find_selections, solve_selections

DEEP = ("coal_cap+clean_transport+hydrogen_island+capacity+retrofit+green_power+district_heating+dual_control",)


def selections_of(scenario, groups=()):
    project, base = shipped_base()
    measures = find_measures(project, scenario).grouped(groups)
    system = base.system(scenario_specification(project, measures.reference, NO_SETTINGS))
    return measures, find_selections(measures, system)


def test_system_of_a_selection_is_that_of_its_scenario():
    measures, selections = selections_of("combined")
    chosen = selections.ordered(list(subsets(measures.names)))[::3]

    for subset, system in zip(chosen, selections.systems(chosen), strict=True):
        alone = apply_changes(selections.system, scenario_changes(measures.scenario_of(subset), selections.system))
        assert all(system.parameter(name).equals(table) for name, table in alone.parameters.items()), subset


def test_plans_are_those_of_the_selections_solved_alone():
    measures, selections = selections_of("coal-cap+hydrogen-island")
    heard = []

    plans = solve_selections(selections, list(subsets(measures.names)), 1, lambda *counts: heard.append(counts))

    assert heard == [(0, len(plans)), (len(plans), len(plans))]
    for subset, plan in plans.items():
        alone = solve_plan(selections.system, measures.scenario_of(subset))
        assert plan.cost == pytest.approx(alone.cost, rel=1e-9)
        assert plan.released.to_numpy() == pytest.approx(alone.released.to_numpy(), abs=1e-6)


def test_selection_without_a_plan_is_left_out():
    measures, selections = selections_of("deep", (*DEEP, "free_allocation+price"))

    plans = solve_selections(selections, list(subsets(measures.names)), 1, lambda *_: None)

    without = {subset for subset in subsets(measures.names) if subset not in plans}
    assert without == {frozenset(["emission_cap"]), frozenset(["emission_cap", "free_allocation+price"])}


@pytest.mark.slow
def test_two_processes_find_what_one_does(monkeypatch):
    monkeypatch.setattr(module, "SLICE", 3)
    measures, selections = selections_of("coal-cap+hydrogen-island+clean-transport")
    chosen = list(subsets(measures.names))

    one, two = (solve_selections(selections, chosen, jobs, lambda *_: None) for jobs in (1, 2))

    assert one.keys() == two.keys() == set(chosen)
    assert all(one[subset].cost == two[subset].cost for subset in one)
    assert all(one[subset].released.equals(two[subset].released) for subset in one)
