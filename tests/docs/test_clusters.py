"""The commands for clusters on the page about studies: started for real as far as one machine goes."""

from __future__ import annotations

import os
import re
import shlex
import signal
import socket
import stat
import subprocess
import sys
import time
from ast import literal_eval
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import pytest
from small_studies import prepared

from carbonpath.core.messages import LANGUAGES
from carbonpath.study.ensemble import solve_samples
from carbonpath.study.executors import open_executor
from carbonpath.study.ledger import open_ledger

ROOT = Path(__file__).parents[2]
PAGES = {language: (ROOT / "docs" / language / "studies.md").read_text("utf-8") for language in LANGUAGES}
BLOCKS = {
    language: [block for block in re.findall(r"```(?:bash|python)\n(.*?)```", page, re.DOTALL) if "dask" in block]
    for language, page in PAGES.items()
}
ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
SBATCH = """#!/bin/sh
job=$(cat "$1")
setsid bash -c "$job" > /dev/null 2>&1 &
echo "Submitted batch job $!"
"""
"""Stands in for SLURM: takes a copy of a job script, as the script is removed after, and runs it here."""
PATIENCE = 120.0
"""Seconds for a worker to come up and solve a few samples on a busy machine."""
SCANCEL = """#!/bin/sh
kill -9 -- "-$1"
"""
"""Ends what `SBATCH` has started."""
pytestmark = pytest.mark.filterwarnings("default")


def block_with(word):
    """Return the commands of the page that say a word."""
    return next(block for block in BLOCKS["en"] if word in block)


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return str(free.getsockname()[1])


def statuses(folder, address):
    """Return how the samples of a small study end that is solved at an address."""
    study = prepared(folder)
    with open_ledger(folder, write=True) as ledger:
        ledger.write_samples(study.samples, scenarios=("base",), factors=("x",), columns=("y",), units=("",))
        solve_samples(study.samples, ledger, open_executor(f"dask://{address}", study.programme, 1, 60.0), in_time())
        return {answer.status for answer in ledger.answers().values()}


def in_time():
    """Return what a study tells its progress to, and stops it when nothing comes of it."""
    until = time.monotonic() + PATIENCE

    def told(progress):
        assert time.monotonic() < until, f"{progress.done} of {progress.samples} samples: is there a worker?"

    return told


@contextmanager
def running(words, **more):
    """Run a command and all that it starts."""
    process = subprocess.Popen(words, env=ENVIRONMENT, stderr=subprocess.DEVNULL, start_new_session=True, **more)
    try:
        yield process
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def test_both_languages_give_the_same_commands():
    assert BLOCKS["zh"] == BLOCKS["en"]


@pytest.mark.slow
def test_scheduler_and_workers_of_one_job_start_as_told(tmp_path):
    port = free_port()
    told = block_with("srun").replace("8786", port).replace("$(hostname)", "127.0.0.1")
    scheduler = re.search(r"^dask (scheduler .*) &$", told, re.MULTILINE)[1]
    worker = re.search(r"dask (worker .*) &$", told, re.MULTILINE)[1]
    executor = re.search(r"--executor \"dask://(.*)\"", told)[1]

    with ExitStack() as started:
        for command in (scheduler, worker):
            started.enter_context(running([sys.executable, "-m", "dask", *shlex.split(command)], cwd=tmp_path))
        assert statuses(tmp_path, executor) == {"optimal"}


@pytest.mark.slow
def test_jobs_of_dask_jobqueue_start_workers(tmp_path, monkeypatch):
    pytest.importorskip("dask_jobqueue")
    for name, script in (("sbatch", SBATCH), ("scancel", SCANCEL)):
        (tmp_path / name).write_text(script, encoding="utf-8")
        (tmp_path / name).chmod(stat.S_IRWXU)
    monkeypatch.setitem(ENVIRONMENT, "PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    code = block_with("SLURMCluster").replace("8786", free_port()).replace("jobs=64", "jobs=1")
    code = code.replace("source /shared/venv/bin/activate", "true")

    with running([sys.executable, "-c", code], cwd=tmp_path, stdin=-1, stdout=-1, text=True) as deployer:
        address = read_until(deployer.stdout, " - Enter").removeprefix("tcp://")
        assert statuses(tmp_path, address) == {"optimal"}
        deployer.communicate("\n", timeout=60)


def read_until(stream, end):
    """Return what a stream tells before some words."""
    told = ""
    while not told.endswith(end):
        letter = stream.read(1)
        assert letter, told
        told += letter
    return told.removesuffix(end)


def test_a_job_of_dask_jobqueue_asks_for_what_a_worker_needs():
    jobqueue = pytest.importorskip("dask_jobqueue.slurm")
    given = {"queue": "normal", "cores": 1, "processes": 1, "memory": "1GB", "walltime": "02:00:00"}

    header = jobqueue.SLURMJob("tcp://here:8786", "one", **given).job_script()

    assert all(f"#SBATCH {line}" in header for line in ("-p normal", "--cpus-per-task=1", "-t 02:00:00"))
    assert "tcp://here:8786 --name one --nthreads 1" in header
    assert "--nanny" in header


def test_the_operator_is_asked_for_workers_of_one_thread():
    operator = pytest.importorskip("dask_kubernetes.operator")
    told = block_with("KubeCluster")
    command = re.search(r"worker_command=(\[.*?\])", told)[1]

    spec = operator.make_cluster_spec("carbonpath", image="IMAGE", n_workers=64, worker_command=literal_eval(command))

    worker = spec["spec"]["worker"]
    assert worker["replicas"] == 64
    assert worker["spec"]["containers"][0]["args"][:4] == ["dask", "worker", "--nthreads", "1"]
