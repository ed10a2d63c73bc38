"""How far a study is: one bar, at first with its stages, then with solves a second and the time left; lines with -v."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import rich.console
import rich.progress

from carbonpath.cli.console import Console
from carbonpath.cli.progress import shown_progress
from carbonpath.workflow.journal import Event, Listener
from carbonpath.workflow.study import StudyProgress

PAUSE = 5.0
"""Seconds between two lines where there is no terminal."""


@contextmanager
def shown_study(console: Console) -> Iterator[tuple[Listener, Callable[[StudyProgress], None]]]:
    """Yield what a study tells its stages to, and what it tells its progress to: both draw one bar."""
    if console.verbose > 0 or not console.has_terminal():
        with shown_progress(console, 1) as listener:
            yield listener, _Lines(console)
        return
    columns = (
        rich.progress.TextColumn("{task.description}"),
        rich.progress.BarColumn(),
        rich.progress.TextColumn("{task.fields[count]}"),
        rich.progress.TextColumn("{task.fields[speed]}"),
        rich.progress.TimeElapsedColumn(),
        rich.progress.TextColumn("{task.fields[left]}"),
    )
    screen = rich.console.Console(stderr=True, no_color=console.no_color or None)
    with rich.progress.Progress(*columns, console=screen, transient=True) as bar:
        task = bar.add_task("", total=None, count="", speed="", left="")

        def listen(event: Event) -> None:
            bar.update(task, description=console.word(f"stage.{event.stage}"))

        def show(progress: StudyProgress) -> None:
            speed, left = told(console, progress)
            count = f"{progress.done}/{progress.samples}"
            description = "" if progress.samples_per_second else console.word("study.starting")
            bar.update(task, total=progress.samples, completed=progress.done, description=description)
            bar.update(task, count=count, speed=speed, left=left)

        yield listen, show


def told(console: Console, progress: StudyProgress) -> tuple[str, str]:
    """Return speed and time left in words; blank while they are not known."""
    if not progress.samples_per_second:
        return "", ""
    speed = console.word("study.speed", speed=f"{progress.samples_per_second:.1f}")
    left = progress.left
    return speed, "" if left is None else console.word("study.left", time=span(left))


def span(seconds: float) -> str:
    """Return a time as hours, minutes and seconds."""
    whole = round(seconds)
    hours, minutes = divmod(whole // 60, 60)
    return f"{hours}:{minutes:02d}:{whole % 60:02d}" if hours else f"{minutes}:{whole % 60:02d}"


class _Lines:
    def __init__(self, console: Console) -> None:
        self._console, self._last = console, 0.0

    def __call__(self, progress: StudyProgress) -> None:
        if self._console.verbose > 0 and time.monotonic() - self._last > PAUSE:
            self._last = time.monotonic()
            counts = f"{progress.done}/{progress.samples}"
            self._console.say("  ".join(filter(None, (counts, *told(self._console, progress)))))
