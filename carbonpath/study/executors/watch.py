"""Beside a worker of a cluster: ends it from outside when a sample takes too long, even if the worker answers nothing.

    python watch.py PID PATIENCE COMMAND...

What the worker is about comes through standard input, one line each: ``SECONDS LABEL`` begins a sample, an empty line
ends it. Not ended in time, ``COMMAND LABEL`` is run, for at most PATIENCE seconds, and then the worker is killed.
The process ends when its input does: it does not outlive the worker. It is started by its path and needs the standard
library alone, so it is up at once and small.
"""

from __future__ import annotations

import contextlib
import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import IO

KILL = getattr(signal, "SIGKILL", signal.SIGTERM)
"""What a process cannot refuse; on Windows every signal is that."""
ENOUGH = 5.0
"""Seconds in which a watch must have ended after its input has."""


class Watch:
    """The worker's end: says what it is about."""

    def __init__(self, patience: float, command: Sequence[str]) -> None:
        """Start a process that watches this one.

        Parameters
        ----------
        patience
            Seconds that `command` may take.
        command
            What is run, with the label of the sample, before this process is killed.

        Raises
        ------
        OSError
            If no process can be started.
        """
        watch = [sys.executable, "-P", "-S", str(Path(__file__).resolve()), str(os.getpid()), str(patience)]
        self._process = subprocess.Popen(
            [*watch, *command], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )

    @property
    def pid(self) -> int:
        """Process that watches."""
        return self._process.pid

    def runs(self) -> bool:
        """Tell whether the watch is there."""
        return self._process.poll() is None

    def begin(self, seconds: float, label: str) -> None:
        """Begin a sample that may take some seconds.

        Raises
        ------
        OSError
            If the watch is gone: nothing may be solved without it.
        """
        self._say(f"{seconds!r} {label}\n")

    def rest(self) -> None:
        """End what was begun."""
        self._say("\n")

    def close(self) -> None:
        """End the watch."""
        with contextlib.suppress(OSError):
            self._input.close()
        try:
            self._process.wait(ENOUGH)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    @property
    def _input(self) -> IO[bytes]:
        assert self._process.stdin is not None
        return self._process.stdin

    def _say(self, line: str) -> None:
        self._input.write(line.encode())
        self._input.flush()


def main(arguments: Sequence[str]) -> None:
    """Watch until the input ends or a sample takes too long."""
    pid, patience, *command = arguments
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    lines = _lines()
    late = _first_late(lines)
    if late is None:
        return
    with contextlib.suppress(subprocess.TimeoutExpired, OSError):
        subprocess.run([*command, late], timeout=float(patience), check=False)
    if not _ended(lines):
        with contextlib.suppress(OSError):
            os.kill(int(pid), KILL)


def _lines() -> queue.SimpleQueue[str | None]:
    lines: queue.SimpleQueue[str | None] = queue.SimpleQueue()

    def read() -> None:
        for line in sys.stdin:
            lines.put(line.strip())
        lines.put(None)

    threading.Thread(target=read, daemon=True).start()
    return lines


def _first_late(lines: queue.SimpleQueue[str | None]) -> str | None:
    """Return the label of the first sample that takes too long; None if the input ends before."""
    line = lines.get()
    while line is not None:
        seconds, _, label = line.partition(" ")
        try:
            line = lines.get(timeout=float(seconds) if label else None)
        except queue.Empty:
            return label
    return None


def _ended(lines: queue.SimpleQueue[str | None]) -> bool:
    """Tell whether the input has ended meanwhile: then there is nobody to be killed."""
    with contextlib.suppress(queue.Empty):
        while lines.get_nowait() is not None:
            pass
        return True
    return False


if __name__ == "__main__":
    main(sys.argv[1:])
