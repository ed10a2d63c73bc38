"""Stages as they happen: told to a listener, timed, and kept for `log.jsonl`."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Stage = Literal["survey", "inventory", "uncertainty", "system", "changes", "model", "indicators", "tables", "charts"]

PREPARING: tuple[Stage, ...] = ("survey", "inventory", "system")
"""Stages that all scenarios of a command share."""
RUNNING: tuple[Stage, ...] = ("changes", "model", "indicators", "tables", "charts")
"""Stages of each scenario."""


@dataclass(frozen=True, slots=True)
class Event:
    """A stage that began or ended."""

    scenario: str
    """Scenario; blank while preparing what all share."""
    stage: Stage
    """Stage."""
    seconds: float | None
    """How long it took; none while it goes on."""


Listener = Callable[[Event], None]


def silent(_event: Event) -> None:
    """Listen to nothing."""


class Journal:
    """Keeps the stages of one run and tells them to a listener."""

    def __init__(self, scenario: str, listener: Listener) -> None:
        self._scenario = scenario
        self._listener = listener
        self._lines: list[str] = []
        self.seconds: dict[str, float] = {}

    @contextmanager
    def stage(self, stage: Stage) -> Iterator[None]:
        """Time a stage; a stage that fails leaves no line, for its run leaves no folder."""
        self._listener(Event(self._scenario, stage, None))
        begun, moment = time.perf_counter(), datetime.now().astimezone()
        yield
        seconds = round(time.perf_counter() - begun, 4)
        self.seconds[stage] = self.seconds.get(stage, 0.0) + seconds
        entry = {"time": moment.isoformat(timespec="milliseconds"), "stage": stage, "seconds": seconds}
        self._lines.append(json.dumps(entry))
        self._listener(Event(self._scenario, stage, seconds))

    def lines(self) -> str:
        """Return what happened so far, one JSON object a line."""
        return "".join(f"{line}\n" for line in self._lines)
