"""The readings of a system: which forms its outcomes need, and which need the whole table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from carbonpath.core.errors import ScenarioError
from carbonpath.core.problems import Problem
from carbonpath.model.compiled import Key
from carbonpath.model.prepared import ModelData
from carbonpath.study.outcome import Ask, OutcomeBlock, Reading
from carbonpath.study.outcomes import OUTCOMES
from carbonpath.study.outcomes.indicator import TABLE
from carbonpath.system.system import System


@dataclass(frozen=True, slots=True)
class Readings:
    """How every outcome of a study is read."""

    every: tuple[Reading, ...]
    """One reading an outcome, in order."""

    @property
    def columns(self) -> tuple[str, ...]:
        """Names of the numbers, in order."""
        return tuple(column for reading in self.every for column in reading.columns)

    @property
    def units(self) -> tuple[str, ...]:
        """Units of the numbers, in order."""
        return tuple(reading.unit for reading in self.every for _ in reading.columns)

    @property
    def forms(self) -> tuple[Key, ...]:
        """Forms that are needed, each once, sorted."""
        return tuple(sorted({key for reading in self.every for keys in reading.sums for key in keys}))

    @property
    def need_table(self) -> tuple[str, ...]:
        """Outcomes that can be told from the whole table only."""
        return tuple(reading.columns[0] for reading in self.every if reading.fold == TABLE)


def find_readings(
    outcomes: Mapping[str, OutcomeBlock],
    system: System,
    data: ModelData,
    file: str,
    places: Mapping[str, str] | None = None,
) -> Readings:
    """Return how `outcomes` are read off solutions of `system`, whose model is built from `data`.

    Raises
    ------
    ScenarioError
        CP-468 for every outcome that the system does not have, CP-467 for two numbers of one name.
    """
    problems: list[Problem] = []
    every: list[Reading] = []
    for name, block in outcomes.items():
        ask = Ask(name, block, system, data, file, (places or {}).get(name, name))
        try:
            every.append(_reading(ask))
        except ScenarioError as error:
            problems += error.problems
    columns = Readings(tuple(every)).columns
    twice = sorted({column for column in columns if columns.count(column) > 1})
    problems += [Problem("CP-467", file, value=column) for column in twice]
    if problems:
        raise ScenarioError(*problems)
    return Readings(tuple(every))


def _reading(ask: Ask) -> Reading:
    candidates: Iterator[Reading | None] = (module.reading(ask) for module in OUTCOMES)
    return next(found for found in candidates if found is not None)
