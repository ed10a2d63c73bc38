"""A worker that has not come up yet ends with its parent."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

PARENT = """
import os, sys, time
from multiprocessing import get_context
from carbonpath.study.guard import serve_guarded
if __name__ == "__main__":
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=serve_guarded, args=(theirs,))
    process.start()
    print(process.pid, flush=True)
    time.sleep(0.5)
    os.kill(os.getpid(), 9)
"""


def test_a_worker_ends_with_a_parent_that_was_killed(tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(PARENT, encoding="utf-8")

    told = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=False)
    until = time.monotonic() + 5.0
    while Path(f"/proc/{told.stdout.strip()}").exists() and time.monotonic() < until:
        time.sleep(0.05)

    assert told.returncode == -9
    assert not Path(f"/proc/{int(told.stdout)}").exists()
    assert os.getpid() != int(told.stdout)
