"""The process beside a worker: it ends what takes too long, and nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from carbonpath.study.executors import watch

HERE = {**os.environ, "PYTHONPATH": str(Path(watch.__file__).parent)}
"""Where the watch is imported alone, without all that a study needs."""
HELD = """
import ctypes, sys, time
from watch import Watch

watch = Watch(5.0, [sys.executable, "-c", "import sys; open(sys.argv[1], 'w').write(sys.argv[2])", sys.argv[1]])
print(watch.pid, flush=True)
for label in ("one", "two", "three"):
    watch.begin(float(sys.argv[2]), label)
    if label == sys.argv[3]:
        ctypes.PyDLL(None).pause()
watch.rest()
time.sleep(0.4)
if sys.argv[3] == "close":
    watch.close()
    time.sleep(0.5)
"""
"""A worker that holds its interpreter at one of three samples."""


def work(told: Path, seconds: float, hold: str) -> tuple[int, int]:
    """Return how such a worker ended, and the process that watched it."""
    script = [sys.executable, "-c", HELD, str(told), str(seconds), hold]
    done = subprocess.run(script, env=HERE, stdout=subprocess.PIPE, text=True, timeout=30, check=False)
    return done.returncode, int(done.stdout)


def is_gone(pid: int) -> bool:
    until = time.monotonic() + 5.0
    while Path(f"/proc/{pid}").exists() and time.monotonic() < until:
        time.sleep(0.02)
    return not Path(f"/proc/{pid}").exists()


def test_a_worker_that_holds_its_interpreter_is_ended_after_its_sample_was_told(tmp_path: Path) -> None:
    code, watching = work(tmp_path / "told", 0.3, "two")

    assert (code, (tmp_path / "told").read_text("utf-8")) == (-9, "two")
    assert is_gone(watching)


@pytest.mark.parametrize("end", ["none", "close"], ids=["until the worker ends", "until the watch is closed"])
def test_a_worker_that_is_done_in_time_is_left_alone(tmp_path: Path, end: str) -> None:
    code, watching = work(tmp_path / "told", 0.3, end)

    assert (code, (tmp_path / "told").exists()) == (0, False)
    assert is_gone(watching)


def test_a_worker_that_ends_by_itself_ends_its_watch(tmp_path: Path) -> None:
    script = [sys.executable, "-c", HELD, str(tmp_path / "told"), "60", "one"]
    with subprocess.Popen(script, env=HERE, stdout=subprocess.PIPE, text=True) as worker:
        assert worker.stdout is not None
        watching = int(worker.stdout.readline())
        worker.kill()

    assert is_gone(watching)
    assert not (tmp_path / "told").exists()
