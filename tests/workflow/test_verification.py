"""A run checked against its own files."""

import json

import pytest
from stored_runs import store_solved
from systems import growing_demand, one_of_everything

from carbonpath.core.errors import VerificationError
from carbonpath.core.files import file_sha256
from carbonpath.workflow.manifest import MANIFEST
from carbonpath.workflow.runs import Run
from carbonpath.workflow.verification import verify_run


@pytest.fixture
def run(tmp_path):
    return store_solved(tmp_path, one_of_everything())


def forged(run: Run, name: str, old: str, new: str) -> Run:
    """Return the run with a table altered, and its manifest too: as if it had been written so."""
    path = run.folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    outputs = {**run.manifest.outputs, name: file_sha256(path)}
    return Run(run.folder, run.manifest.model_copy(update={"outputs": outputs}))


def test_an_untouched_run_passes_every_check(run):
    found = verify_run(run)
    assert [check.name for check in found.checks] == [
        "files",
        "balances",
        "energy",
        "objective",
        "results.csv",
        "duals.csv",
    ]
    assert all(check.count > 0 for check in found.checks)
    assert found.as_json()["verified"] is True


def test_an_altered_file_is_named(run):
    path = run.folder / "results.csv"
    path.write_text(path.read_text(encoding="utf-8") + "x", encoding="utf-8")
    with pytest.raises(VerificationError) as raised:
        verify_run(run)
    assert [(problem.code, problem.file) for problem in raised.value.problems] == [("CP-742", str(path))]


def test_a_missing_file_is_named(run):
    (run.folder / "duals.csv").unlink()
    with pytest.raises(VerificationError, match="CP-742"):
        verify_run(run)


def test_a_table_that_does_not_balance_is_found_and_so_is_the_line_that_differs(run):
    line = next(line for line in (run.folder / "results.csv").read_text().splitlines() if ",production," in line)
    *head, value, unit = line.split(",")
    wrong = ",".join([*head, str(float(value) + 1.0), unit])
    with pytest.raises(VerificationError) as raised:
        verify_run(forged(run, "results.csv", line, wrong))
    codes = [problem.code for problem in raised.value.problems]
    assert "CP-721" in codes
    differing = next(problem for problem in raised.value.problems if problem.code == "CP-743")
    assert (differing.value, differing.details["again"]) == (wrong, line)


def test_a_cost_that_was_never_found_is_noticed(run):
    solver = run.manifest.solver.model_copy(update={"objective": run.manifest.solver.objective + 1.0})
    with pytest.raises(VerificationError) as raised:
        verify_run(Run(run.folder, run.manifest.model_copy(update={"solver": solver})))
    assert [problem.place for problem in raised.value.problems] == ["total_discounted_cost"]


def test_an_altered_input_gives_another_plan(run):
    altered = forged(run, "inputs/parameters/demand.csv", "10.0", "10.5")
    with pytest.raises(VerificationError) as raised:
        verify_run(altered)
    assert "CP-743" in [problem.code for problem in raised.value.problems]


def test_a_plan_kept_unproven_is_not_solved_again(tmp_path):
    run = store_solved(tmp_path, growing_demand())
    solver = run.manifest.solver.model_copy(update={"status": "unproven"})
    found = verify_run(Run(run.folder, run.manifest.model_copy(update={"solver": solver})))
    assert [check.name for check in found.checks] == ["files", "balances", "energy"]


def test_the_manifest_that_is_stored_is_the_one_that_is_checked(run):
    stored = json.loads((run.folder / MANIFEST).read_text(encoding="utf-8"))
    assert stored["outputs"]["results.csv"] == file_sha256(run.folder / "results.csv")
