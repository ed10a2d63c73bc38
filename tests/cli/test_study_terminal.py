"""A study on a real terminal: the bar, an interruption, and what is left after it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time

import pytest

pty = pytest.importorskip("pty")

STUDY = "cap-hydrogen-grid"
SAMPLES = 49
CODES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
"""What moves the cursor and colours words."""
PATIENCE = 240.0
"""Seconds for a study of `SAMPLES` samples on a busy machine."""
INTERRUPT = b"\x03"


def command(project, language, *words):
    return [sys.executable, "-m", "carbonpath", "-C", str(project), "--lang", language, *words]


def on_terminal(words, interrupt_at=None):
    """Return the exit code of a command on a terminal and what it shows; Ctrl-C is typed when a pattern is shown."""
    child, terminal = pty.fork()
    if child == 0:
        os.environ.update({"TERM": "xterm", "COLUMNS": "120", "PYTHONPATH": os.pathsep.join(sys.path)})
        os.execv(words[0], words)
    shown, typed, until = "", False, time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            part = os.read(terminal, 65536)
        except OSError:
            break
        shown += part.decode("utf-8", "replace")
        if interrupt_at and not typed and re.search(interrupt_at, CODES.sub("", shown)):
            os.write(terminal, INTERRUPT)
            typed = True
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    os.close(terminal)
    return code, CODES.sub("", shown)


def done(project):
    told = subprocess.run(command(project, "en", "study", "status", STUDY, "--json"), capture_output=True, check=True)
    return json.loads(told.stdout)["done"]


@pytest.mark.slow
def test_the_bar_an_interruption_and_the_rest(toy_project):
    project = toy_project
    code, shown = on_terminal(command(project, "en", "study", "run", STUDY), interrupt_at=r"solves/s .* left")

    assert code == 130
    assert re.search(r"starting workers", shown)
    assert re.search(r" [1-9]\d*/49 \d+\.\d solves/s \d:\d\d:\d\d \d+:\d\d left", shown)
    assert "CP-108" in shown
    assert "Traceback" not in shown
    kept = done(project)
    assert 0 < kept < SAMPLES

    code, shown = on_terminal(command(project, "zh", "study", "run", STUDY))

    assert code == 0
    assert min(int(count) for count in re.findall(r"(\d+)/49", shown)) >= kept
    assert re.search(r" \d+/49 每秒求解 \d+\.\d 次 \d:\d\d:\d\d 剩余 \d+:\d\d", shown)
    assert done(project) == SAMPLES
