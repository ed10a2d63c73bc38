"""Workers of a dask cluster."""

from __future__ import annotations

import os
import pickle
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from small_studies import few, poisoned, prepared

from carbonpath.core.errors import StorageError
from carbonpath.study.engine import installed_engine
from carbonpath.study.ensemble import solve_samples
from carbonpath.study.evaluate import Evaluator
from carbonpath.study.executors import cluster, open_executor
from carbonpath.study.executors.cluster import ClusterExecutor, ProgrammePlugin
from carbonpath.study.ledger import open_ledger
from carbonpath.study.prepare import Prepared
from carbonpath.study.task import Executor

LIMITED = """
import pickle
import sys
from pathlib import Path

from carbonpath.study.ensemble import solve_samples
from carbonpath.study.executors import open_executor
from carbonpath.study.ledger import open_ledger

study = pickle.loads(Path(sys.argv[1]).read_bytes())
with open_ledger(Path(sys.argv[2]), write=True) as ledger:
    ledger.write_samples(study.samples, scenarios=("base",), factors=("x",), columns=("y",), units=("",))
    solve_samples(study.samples, ledger, open_executor("dask", study.programme, 1, 1.5))
    print(*(answer.status for answer in ledger.answers().values()))
"""
"""A process that solves a study on a cluster of its own, with at most 1.5 seconds a sample."""
LISTS = {"scenarios": ("base",), "factors": ("x",), "columns": ("y",), "units": ("",)}


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    design = {"method": "one_at_a_time", "levels": 4}
    return prepared(tmp_path_factory.mktemp("study"), scenario=["base", "other"], design=design)


@contextmanager
def running(*command: str) -> Iterator[None]:
    """Run a command of dask, and end it with all that it has started."""
    process = subprocess.Popen(
        [sys.executable, "-m", "dask", *command],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        start_new_session=True,
    )
    try:
        yield
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """Return the address, HOST:PORT, of a scheduler with one worker, each a process of its own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    found = f"127.0.0.1:{port}"
    where = ("--host", "127.0.0.1", "--no-dashboard")
    own = ("--nworkers", "1", "--nthreads", "1", "--local-directory", str(tmp_path))
    with running("scheduler", *where, "--port", port), running("worker", f"tcp://{found}", *where, *own):
        yield found


def outcomes_here(study: Prepared) -> dict[str, object]:
    """Return the outcomes of every sample, solved in this process."""
    evaluator = Evaluator(study.programme)
    walks = [[study.samples.rows[row] for row in walk] for walk in study.samples.walks]
    return {answer.id: answer.outcomes for walk in walks for answer in evaluator.walk(walk)}


def outcomes_there(folder: Path, study: Prepared, executor: str) -> dict[str, object]:
    """Return the outcomes of every sample, solved where `executor` says."""
    return solved_by(open_executor(executor, study.programme, 2, 60.0), folder, study)


def solved_by(executor: Executor, folder: Path, study: Prepared) -> dict[str, object]:
    """Return the outcomes of every sample, solved by an executor."""
    with open_ledger(folder, write=True) as ledger:
        ledger.write_samples(study.samples, **LISTS)
        solve_samples(study.samples, ledger, executor)
        return {key: answer.outcomes for key, answer in ledger.answers().items()}


@pytest.mark.slow
@pytest.mark.filterwarnings("default")
def test_a_cluster_started_here_gives_what_this_process_gives(tmp_path: Path, study: Prepared) -> None:
    assert outcomes_there(tmp_path, study, "dask") == outcomes_here(study)


@pytest.mark.slow
@pytest.mark.filterwarnings("default")
def test_a_cluster_that_runs_gives_what_this_process_gives(tmp_path: Path, study: Prepared, address: str) -> None:
    assert outcomes_there(tmp_path, study, f"dask://{address}") == outcomes_here(study)


@pytest.mark.slow
@pytest.mark.filterwarnings("default")
def test_two_studies_share_a_cluster_and_keep_their_programmes(tmp_path: Path, study: Prepared, address: str) -> None:
    other = prepared(tmp_path, design={"method": "one_at_a_time", "levels": 3}, scenario="other")
    one = open_executor(f"dask://{address}", study.programme, 1, 60.0)
    two = open_executor(f"dask://{address}", other.programme, 1, 60.0)

    assert solved_by(one, tmp_path / "one", study) == outcomes_here(study)
    assert solved_by(two, tmp_path / "two", other) == outcomes_here(other)


@pytest.mark.slow
@pytest.mark.parametrize("how", ["wait", "hold"], ids=["a sample that waits", "a sample that holds the interpreter"])
def test_a_sample_that_takes_too_long_is_ended_from_outside(tmp_path: Path, study: Prepared, how: str) -> None:
    held_up = next(sample.position for sample in study.samples.rows if sample.scenario == 1)
    part = replace(few(study, 0, held_up, 1), programme=poisoned(study.programme, how))
    (tmp_path / "study.pickle").write_bytes(pickle.dumps(part))

    told = subprocess.run(
        [sys.executable, "-c", LIMITED, str(tmp_path / "study.pickle"), str(tmp_path)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        stdout=subprocess.PIPE,
        text=True,
        timeout=150,
        check=True,
    )

    assert sorted(told.stdout.split()) == ["optimal", "optimal", "timed_out"]


def test_a_worker_of_another_version_is_refused(study: Prepared) -> None:
    plugin = ProgrammePlugin(pickle.dumps(study.programme), "another version")

    with pytest.raises(StorageError) as raised:
        _ = plugin.evaluator

    assert raised.value.problems[0].code == "CP-963"


def test_every_thread_has_a_solver_of_its_own(study: Prepared) -> None:
    plugin = ProgrammePlugin(pickle.dumps(study.programme), installed_engine())
    with ThreadPoolExecutor(1) as pool:
        other = pool.submit(lambda: plugin.evaluator).result()

    assert plugin.evaluator is plugin.evaluator
    assert plugin.evaluator is not other


def test_an_address_without_a_cluster_is_told(monkeypatch: pytest.MonkeyPatch, study: Prepared) -> None:
    monkeypatch.setattr(cluster, "CONNECT", 0.2)

    with pytest.raises(StorageError) as raised:
        open_executor("dask://127.0.0.1:9", study.programme, 1, 60.0)

    assert (raised.value.problems[0].code, raised.value.problems[0].value) == ("CP-966", "dask://127.0.0.1:9")


def test_without_the_extra_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch, study: Prepared) -> None:
    monkeypatch.setattr(cluster, "distributed", None)

    with pytest.raises(StorageError) as raised:
        ClusterExecutor(study.programme, "dask", 1, 60.0)

    assert raised.value.problems[0].code == "CP-964"
