"""Worker processes on this machine, and what happens when they die."""

from __future__ import annotations

import os
import signal
from dataclasses import replace
from pathlib import Path

import pytest
from small_studies import few, poisoned, prepared

from carbonpath.core.errors import StorageError
from carbonpath.study.ensemble import solve_samples
from carbonpath.study.evaluate import Evaluator
from carbonpath.study.executors.local import LocalExecutor
from carbonpath.study.ledger import open_ledger
from carbonpath.study.prepare import Prepared
from carbonpath.study.progress import Progress

LISTS = {"scenarios": ("base",), "factors": ("x",), "columns": ("y",), "units": ("",)}


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    design = {"method": "latin_hypercube", "samples": 12}
    return prepared(tmp_path_factory.mktemp("study"), scenario=["base", "other"], design=design)


def solve(folder: Path, study: Prepared, executor: LocalExecutor) -> dict[str, str]:
    with open_ledger(folder, write=True) as ledger:
        ledger.write_samples(study.samples, **LISTS)
        solve_samples(study.samples, ledger, executor)
        return {key: answer.status for key, answer in ledger.answers().items()}


def kill_and_wait(executor: LocalExecutor, times: int) -> None:
    """Kill every worker, whoever it is, and wait for what the executor makes of it."""
    for _ in range(times):
        for pid in executor.pids():
            os.kill(pid, signal.SIGKILL)
        list(executor.events())


def test_two_workers_of_which_one_is_killed_give_what_this_process_gives(tmp_path: Path, study: Prepared) -> None:
    evaluator = Evaluator(study.programme)
    here = {s.id: a.outcomes for s in study.samples.rows for a in evaluator.walk([s])}
    executor = LocalExecutor(study.programme, 2, 60.0)
    killed: list[int] = []

    def told(progress: Progress) -> None:
        if progress.done and not killed:
            killed.append(executor.pids()[0])
            os.kill(killed[0], signal.SIGKILL)

    with open_ledger(tmp_path, write=True) as ledger:
        ledger.write_samples(study.samples, **LISTS)
        solve_samples(study.samples, ledger, executor, told)
        assert {key: answer.outcomes for key, answer in ledger.answers().items()} == here
    assert killed


def test_workers_that_are_still_being_told_their_programme_end_in_silence(
    study: Prepared, capsys: pytest.CaptureFixture[str]
) -> None:
    long = replace(study.programme, columns=("x" * 50_000_000,))

    LocalExecutor(long, 2, 60.0).close()

    assert capsys.readouterr().err == ""


@pytest.mark.slow
def test_a_sample_that_kills_its_worker_is_put_aside(tmp_path: Path, study: Prepared) -> None:
    part = few(study, 0, 1, 2, 12)

    statuses = solve(tmp_path, part, LocalExecutor(poisoned(study.programme, "kill"), 1, 60.0))

    assert [statuses[sample.id] for sample in part.samples.rows] == ["optimal", "optimal", "optimal", "killed"]


@pytest.mark.slow
def test_a_sample_that_takes_too_long_is_ended_from_outside(tmp_path: Path, study: Prepared) -> None:
    part = few(study, 0, 1, 12)

    statuses = solve(tmp_path, part, LocalExecutor(poisoned(study.programme, "wait"), 1, 1.5))

    assert [statuses[sample.id] for sample in part.samples.rows] == ["optimal", "optimal", "timed_out"]


@pytest.mark.slow
def test_workers_that_never_come_up_are_given_up(study: Prepared) -> None:
    executor = LocalExecutor(study.programme, 1, 60.0)

    with pytest.raises(StorageError) as raised:
        kill_and_wait(executor, 100)
    executor.close()

    assert raised.value.problems[0].code == "CP-968"
