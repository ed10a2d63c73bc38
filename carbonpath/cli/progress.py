"""How far a long command is: a bar with the time left on a terminal, stages in words with -v, else nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import rich.console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from carbonpath.cli.console import Console
from carbonpath.workflow.journal import PREPARING, RUNNING, Event, Listener


@contextmanager
def shown_progress(console: Console, scenarios: int) -> Iterator[Listener]:
    """Yield a listener that shows the stages of a command with this many scenarios."""
    if console.verbose > 0 or not console.has_terminal():
        yield lambda event: _tell(console, event)
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    screen = rich.console.Console(stderr=True, no_color=console.no_color or None)
    with Progress(*columns, console=screen, transient=True) as progress:
        task = progress.add_task("", total=len(PREPARING) + len(RUNNING) * scenarios + (scenarios > 1))

        def listen(event: Event) -> None:
            description = f"{event.scenario} {console.word(f'stage.{event.stage}')}".strip()
            progress.update(task, description=description, advance=0 if event.seconds is None else 1)

        yield listen


@contextmanager
def shown_count(console: Console, word: str) -> Iterator[Callable[[int, int], None]]:
    """Yield what is told how many of how many are done; `word` says what they are.

    A bar on a terminal; with -v lines, as they come; else nothing.
    """
    if console.verbose > 0 or not console.has_terminal():
        yield lambda done, total: _tell_count(console, word, done, total)
        return
    columns = (TextColumn(console.word(word)), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    screen = rich.console.Console(stderr=True, no_color=console.no_color or None)
    with Progress(*columns, console=screen, transient=True) as progress:
        task = progress.add_task("", total=None)
        yield lambda done, total: progress.update(task, completed=done, total=total)


def _tell_count(console: Console, word: str, done: int, total: int) -> None:
    if console.verbose > 0 and total > 0:
        console.say(f"{console.word(word)} {done}/{total}")


def _tell(console: Console, event: Event) -> None:
    if console.verbose > 0 and event.seconds is not None:
        console.say(f"{event.scenario} {console.word(f'stage.{event.stage}')} {event.seconds:.2f} s".strip())
