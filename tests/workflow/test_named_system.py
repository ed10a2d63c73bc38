"""Systems by the name of a run or a scenario."""

import pytest
from shipped import shipped_base
from stored_runs import store_solved
from systems import growing_demand

from carbonpath.core.errors import UsageError
from carbonpath.workflow import named_system
from carbonpath.workflow.named_system import find_system
from carbonpath.workflow.project import load_project


def test_a_run_brings_its_own_system(toy_project):
    project = load_project(toy_project)
    run = store_solved(project.runs_folder, growing_demand())
    named = find_system(project, "small", "en")
    assert (named.scenario, named.run) == ("small", run.manifest.run)
    assert named.system.years == (2020, 2021, 2022)


def test_a_scenario_without_a_run_is_made(shipped_project, monkeypatch):
    monkeypatch.setattr(named_system, "fit_district", lambda *_: shipped_base()[1])
    named = find_system(load_project(shipped_project), "coal-cap+clean-transport", "en")
    assert (named.scenario, named.run) == ("coal-cap+clean-transport", None)
    assert not named.system.parameter("max_group_activity").empty


def test_what_is_neither_is_told(toy_project):
    with pytest.raises(UsageError, match="CP-120"):
        find_system(load_project(toy_project), "nothing", "en")
