"""Planning and solving studies: small ones in a folder, and the checks of a project's."""

from dataclasses import replace

import pytest
from small_studies import DEMAND, prepared, rows_of, scarce, write_study

from carbonpath.core.errors import IncompleteError, StorageError, UsageError
from carbonpath.study.ledger import LEDGER, open_ledger
from carbonpath.workflow.lock import project_lock
from carbonpath.workflow.project import load_project
from carbonpath.workflow.study import (
    SAMPLES,
    STATE,
    StudyOptions,
    plan_prepared,
    run_prepared,
    run_study,
    study_status,
)
from carbonpath.workflow.study_files import study_folder

NOWHERE = StudyOptions(executor="nowhere")
"""Options with which nothing can be solved."""


@pytest.fixture(scope="module")
def study(tmp_path_factory):
    """Return a study of three samples, the second without a plan and the third equal to the first."""
    design = rows_of(demand=[0.9, 1.2, 0.9])
    return prepared(tmp_path_factory.mktemp("study"), scarce(), factors={"demand": DEMAND}, design=design)


@pytest.fixture(scope="module")
def ran(study, tmp_path_factory):
    return run_prepared(study, tmp_path_factory.mktemp("ran"), StudyOptions())


@pytest.fixture
def project(toy_project):
    found = load_project(toy_project)
    write_study(found.scenario_folder / "studies")
    return found


def test_a_plan_counts_and_writes_nothing(study, tmp_path):
    plan = plan_prepared(study, tmp_path, StudyOptions(jobs=2))

    assert (plan.samples, plan.solves, plan.done) == (3, 2, 0)
    assert plan.seconds == pytest.approx(plan.seconds_per_sample * 2 / 2)
    assert list(tmp_path.iterdir()) == []


def test_a_plan_knows_what_is_solved(study, ran):
    plan = plan_prepared(study, ran.folder, StudyOptions())

    assert (plan.done, plan.seconds) == (3, 0.0)


def test_every_sample_has_an_answer_in_the_table(ran):
    ran.require_complete()

    lines = (ran.folder / SAMPLES).read_text(encoding="utf-8").splitlines()
    assert (ran.progress.done, ran.progress.failed, ran.progress.infeasible) == (3, 0, 1)
    assert lines[0].startswith("sample,scenario,status,factor:demand,outcome:cost")
    assert lines[2] == "1,base,infeasible,1.2,,,,,"


def test_a_study_that_is_done_asks_for_no_worker(study, ran):
    again = run_prepared(study, ran.folder, NOWHERE)

    assert (again.sha256, again.problems) == (ran.sha256, ())


def test_what_has_no_answer_is_what_is_solved(study, ran, tmp_path):
    (tmp_path / LEDGER).write_bytes((ran.folder / LEDGER).read_bytes())
    with open_ledger(tmp_path, write=True) as ledger:
        ledger._connection.execute("DELETE FROM result WHERE status = 'infeasible'")

    with pytest.raises(UsageError):
        run_prepared(study, tmp_path, NOWHERE)
    assert plan_prepared(study, tmp_path, NOWHERE).done == 2


def test_what_failed_is_told_with_its_samples(study, ran, tmp_path):
    (tmp_path / LEDGER).write_bytes((ran.folder / LEDGER).read_bytes())
    with open_ledger(tmp_path, write=True) as ledger:
        ledger._connection.execute("UPDATE result SET status = 'timed_out', outcomes = '[]' WHERE status = 'optimal'")

    failed = run_prepared(study, tmp_path, NOWHERE)

    with pytest.raises(IncompleteError) as raised:
        failed.require_complete()
    assert [(p.code, p.value) for p in raised.value.problems] == [("CP-802", "0"), ("CP-802", "2")]
    with pytest.raises(UsageError):
        run_prepared(study, tmp_path, replace(NOWHERE, retry=True))


def test_another_process_may_not_run_the_same_study(project):
    with project_lock(study_folder(project, "small") / STATE), pytest.raises(StorageError) as raised:
        run_study(project, "small", StudyOptions())

    assert raised.value.problems[0].code == "CP-950"


def test_a_study_that_was_not_run_has_no_status(project):
    with pytest.raises(StorageError) as raised:
        study_status(project, "small")

    assert raised.value.problems[0].code == "CP-967"
