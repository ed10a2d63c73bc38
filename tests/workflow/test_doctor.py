"""Whether machine and project are fit for work."""

import pytest

from carbonpath.core.errors import StorageError
from carbonpath.workflow import doctor
from carbonpath.workflow.doctor import Finding, examine, require_fit


def test_all_is_well_here(shipped_project):
    findings = examine(shipped_project)
    assert [found.check for found in findings if not found.passed] == []
    require_fit(findings)


def test_solver_that_answers_wrongly_is_noticed(shipped_project, monkeypatch):
    monkeypatch.setattr(doctor, "COST", 101.0)
    assert {found.check for found in examine(shipped_project) if not found.passed} == {"solver"}


def test_every_failed_check_is_raised_at_once():
    findings = [Finding("solver", False, "x"), Finding("disk", True, ""), Finding("font", False, "y")]
    with pytest.raises(StorageError) as caught:
        require_fit(findings)
    assert [problem.value for problem in caught.value.problems] == ["solver", "font"]


def test_project_with_a_broken_scenario_is_not_well(toy_project):
    (toy_project / "scenarios" / "reference.yaml").write_text("title: {zh: x\n", encoding="utf-8")
    assert [found.check for found in examine(toy_project) if not found.passed] == ["project"]
