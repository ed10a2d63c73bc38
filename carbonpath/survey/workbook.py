"""The one door to strangers' files: they are opened in a process of their own, and arrive as plain cells."""

from __future__ import annotations

import base64
import contextlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

from carbonpath.core.errors import CarbonpathError, DataError, SafetyError
from carbonpath.core.problems import Problem
from carbonpath.survey.annotate.marks import SheetMarks, as_message
from carbonpath.survey.grid import Grid, from_message
from carbonpath.survey.limits import MAX_SECONDS, READY

_Running = tuple[subprocess.Popen[bytes], IO[bytes], IO[bytes]]
_ERRORS: dict[str, type[CarbonpathError]] = {"DataError": DataError, "SafetyError": SafetyError}


@dataclass(frozen=True, slots=True)
class SurveyFile:
    """A file as cells."""

    path: Path
    """Where it lies."""
    sha256: str
    """SHA-256 of its content."""
    encoding: str
    """``xlsx``, or the encoding of a text file."""
    grids: tuple[Grid, ...]
    """Its sheets in order."""


class Reader:
    """A reading process, started when it is first needed and again after a file has broken it.

    Parameters
    ----------
    seconds
        Time allowed for one file.
    """

    def __init__(self, seconds: float = MAX_SECONDS) -> None:
        self.seconds = seconds
        self._process: _Running | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop()

    def read(self, path: Path) -> SurveyFile:
        """Return the cells of a file.

        Raises
        ------
        DataError
            CP-201 and CP-230 to CP-243: missing, damaged, of another kind, ragged, too large.
        SafetyError
            CP-1010 to CP-1015: an archive bomb, a document type, a cell far away, too much memory or time.
        """
        answer = self._answer(path, None)
        grids = tuple(from_message(grid) for grid in answer["grids"])
        return SurveyFile(path, answer["sha256"], answer["encoding"], grids)

    def mark(self, path: Path, marks: Mapping[str, SheetMarks]) -> bytes | None:
        """Return a copy of a workbook with marked cells, all else as it was; None if such a copy cannot be made.

        Raises
        ------
        CarbonpathError
            As `read`.
        """
        copy = self._answer(path, as_message(marks))["copy"]
        return None if copy is None else base64.b64decode(copy)

    def _answer(self, path: Path, marks: object) -> dict[str, Any]:
        line = self._ask(path, json.dumps([str(path), marks]).encode() + b"\n")
        if not line:
            raise SafetyError(Problem("CP-1013", path.name))
        answer: dict[str, Any] = json.loads(line.decode("utf-8", "surrogatepass"))
        if "refused" in answer:
            raise _ERRORS[answer["refused"]](*(_problem(entry) for entry in answer["problems"]))
        return answer

    def _ask(self, path: Path, question: bytes) -> bytes:
        """Return the answer to one question; nothing if the process died of it."""
        process, asks, answers = self._process or self._start()
        late = threading.Event()
        timer = threading.Timer(self.seconds, _kill, (process, late))
        timer.start()
        try:
            asks.write(question)
            asks.flush()
            line = answers.readline()
        except BrokenPipeError:
            line = b""
        finally:
            timer.cancel()
        if not line.endswith(b"\n"):
            self._stop()
            line = b""
        if late.is_set():
            self._stop()
            raise SafetyError(Problem("CP-1014", path.name, value=f"{self.seconds:g} s"))
        return line

    def _start(self) -> _Running:
        root = str(Path(__file__).parents[2])
        known = os.environ.get("PYTHONPATH", "")
        process = subprocess.Popen(
            [sys.executable, "-P", "-m", "carbonpath.survey.reader_child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, (root, known)))},
        )
        if process.stdin is None or process.stdout is None or process.stdout.readline() != READY:
            raise RuntimeError("the reading process does not start")
        self._process = (process, process.stdin, process.stdout)
        return self._process

    def _stop(self) -> None:
        running, self._process = self._process, None
        if running is None:
            return
        process, *pipes = running
        process.kill()
        for pipe in pipes:
            with contextlib.suppress(OSError):
                pipe.close()
        process.wait()


def read_files(paths: Sequence[Path]) -> tuple[SurveyFile, ...]:
    """Return the cells of several files, all read by one process.

    Raises
    ------
    CarbonpathError
        `SafetyError` if a file could do harm, else `DataError`, with the problems of every file.
    """
    files: list[SurveyFile] = []
    problems: list[Problem] = []
    unsafe = False
    with Reader() as reader:
        for path in paths:
            try:
                files.append(reader.read(path))
            except (DataError, SafetyError) as refused:
                problems += refused.problems
                unsafe = unsafe or isinstance(refused, SafetyError)
    if problems:
        raise (SafetyError if unsafe else DataError)(*problems)
    return tuple(files)


def _kill(process: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    process.kill()


def _problem(entry: list[Any]) -> Problem:
    code, file, place, value, details = entry
    return Problem(code, file, place, value, details)
