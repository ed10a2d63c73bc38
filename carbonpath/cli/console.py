"""What a user sees: data on stdout, all else on stderr, and every error in words with its exit code."""

from __future__ import annotations

import json
import os
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
import platformdirs

from carbonpath.cli.usage import usage_problem
from carbonpath.core.errors import CarbonpathError, StorageError
from carbonpath.core.files import write_text
from carbonpath.core.messages import Language, text
from carbonpath.core.problems import Problem, as_json

INTERRUPTED = 130
"""Exit code after Ctrl-C."""


@dataclass(slots=True)
class Console:
    """Global options of one command, and the way its words go out."""

    language: Language
    """Language of everything said."""
    json: bool = False
    """Whether data go out as JSON."""
    verbose: int = 0
    """How much is told beside the data: below 0 errors only, above 0 each stage."""
    no_color: bool = False
    """Whether colour is off even on a terminal."""
    no_input: bool = False
    """Whether questions are forbidden."""
    seed: int = 0
    """Seed of random choices."""
    project: Path | None = None
    """Folder given with -C."""
    root: Path | None = None
    """Folder of the project, once it is known: files within it are named relative to it."""

    def word(self, key: str, **values: object) -> str:
        """Return a text of the catalogue."""
        return text(f"cli.{key}", self.language, **values)

    def print(self, content: str) -> None:
        """Write data; a reader who has read enough is no error."""
        try:
            click.echo(content, color=self._color(sys.stdout))
        except BrokenPipeError:
            sys.stdout = Path(os.devnull).open("w", encoding="utf-8")

    def print_json(self, content: object) -> None:
        """Write data as JSON."""
        self.print(json.dumps(content, ensure_ascii=False, indent=2))

    def say(self, content: str) -> None:
        """Tell what happens, unless -q."""
        if self.verbose >= 0:
            self._tell(content)

    def warn(self, problems: Iterable[Problem]) -> None:
        """Tell findings that do not stop the command."""
        for problem in problems:
            self.say(self._told(problem, "warning", "yellow"))

    def warn_briefly(self, problems: Sequence[Problem]) -> None:
        """Tell how many findings there are; with -v, all of them."""
        if self.verbose > 0:
            self.warn(problems)
        elif problems:
            codes = ", ".join(f"{code} x {count}" for code, count in sorted(Counter(p.code for p in problems).items()))
            self.say(self.word("console.notes", count=len(problems), codes=codes))

    def fail(self, problems: Sequence[Problem]) -> None:
        """Tell what stopped the command: in words, or as the JSON error object."""
        if self.json:
            told = [self._near(entry) for entry in as_json(problems, self.language)]
            first = {key: value for key, value in told[0].items() if key != "severity"}
            self.print_json({"error": first, "problems": told})
            return
        for problem in problems:
            color = "red" if problem.severity == "error" else "yellow"
            self._tell(self._told(problem, problem.severity, color))

    def has_terminal(self) -> bool:
        """Tell whether progress may be drawn."""
        return sys.stderr.isatty() and self.verbose >= 0 and not self.json

    def colored(self) -> bool:
        """Tell whether data may carry colour."""
        return sys.stdout.isatty() and self._color(sys.stdout) is not False

    def _tell(self, content: str) -> None:
        """Write beside the data; a reader who has read enough is no error here either."""
        try:
            click.echo(content, err=True, color=self._color(sys.stderr))
        except BrokenPipeError:
            sys.stderr = Path(os.devnull).open("w", encoding="utf-8")

    def _color(self, stream: Any) -> bool | None:
        off = self.no_color or os.environ.get("NO_COLOR") or not stream.isatty()
        return False if off else None

    def _told(self, problem: Problem, kind: str, color: str) -> str:
        told = self._near(problem.told(self.language))
        head = click.style(f"{self.word(f'console.{kind}')} {told['code']}", fg=color, bold=True)
        where = " ".join(part for part in (told["file"], told["place"]) if part)
        first = f"{head} {where}{self.word('console.colon') if where else ''}{told['message']}"
        rest = self.word("console.remedy", expected=told["expected"], fix=told["fix"])
        return f"{first}\n  {rest}"

    def _near(self, told: Mapping[str, str]) -> dict[str, str]:
        """Return a problem in words with the files of the project named as the user knows them."""
        prefix = f"{self.root}{os.sep}"
        return {key: value.replace(prefix, "") if self.root else value for key, value in told.items()}


def answer(console: Console, call: Callable[[], object]) -> int:
    """Run a command and return its exit code, having told whatever went wrong.

    A finding of carbonpath has its own code, a command line that cannot be understood 2, Ctrl-C 130, and anything
    unforeseen 1, with the traceback in a file.
    """
    try:
        code = call()
    except CarbonpathError as error:
        console.fail(error.problems)
        return error.exit_code
    except click.UsageError as error:
        console.fail([usage_problem(error)])
        return error.exit_code
    except (KeyboardInterrupt, click.Abort):
        console.fail([Problem("CP-108")])
        return INTERRUPTED
    except Exception as bug:  # the last door: a traceback is no answer to a user
        console.fail([Problem("CP-109", file=_keep_traceback(), value=f"{type(bug).__name__}: {bug}")])
        return 1
    return code if isinstance(code, int) else 0


def _keep_traceback() -> str:
    content = traceback.format_exc()
    for folder in (platformdirs.user_log_path("carbonpath"), Path(tempfile.gettempdir())):
        path = folder / f"carbonpath-fault-{os.getpid()}.txt"
        try:
            write_text(path, content)
        except StorageError:
            continue
        return str(path)
    return content
