"""Where the block of a lever stands, and the system on which it acts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from carbonpath.core.documents import Document, KeyPath
from carbonpath.core.errors import ScenarioError
from carbonpath.core.messages import Language
from carbonpath.core.problems import Problem
from carbonpath.scenario.blocks import Justification
from carbonpath.system.change import Change, Operation
from carbonpath.system.system import System


@dataclass(frozen=True, slots=True)
class Site:
    """A place in a scenario file together with the system that the lever there will change."""

    system: System
    """System before any change of the scenario."""
    lever: str
    """Lever whose block stands here."""
    document: Document
    """Scenario file."""
    key: KeyPath
    """Keys from the top of the file to this place."""
    language: Language = "zh"
    """Language of the reasons that changes carry."""

    def at(self, *key: str | int) -> Site:
        """Return the place `key` below this one."""
        return replace(self, key=self.key + key)

    @property
    def region(self) -> str:
        """Return the region that a measure binds.

        Raises
        ------
        ScenarioError
            CP-456 if the system has several.
        """
        if len(self.system.regions) > 1:
            raise ScenarioError(self.problem("CP-456", known=", ".join(self.system.regions)))
        return self.system.regions[0]

    def problem(self, code: str, value: str = "", **details: str) -> Problem:
        """Return a finding at this place."""
        return Problem(code, str(self.document.path), self.document.place(self.key), value, details)

    def warning(self, code: str, value: str = "", **details: str) -> Problem:
        """Return a finding at this place that does not stop a run."""
        return replace(self.problem(code, value, **details), severity="warning")

    def change(
        self,
        parameter: str,
        where: Mapping[str, str | int],
        value: float,
        *,
        unit: str,
        why: Justification,
        operation: Operation = "set",
    ) -> Change:
        """Return a change asked for at this place, with its reason, source and responsible unit."""
        return Change(
            parameter,
            where,
            operation,
            value,
            reason=why.explanation(self.language),
            source=source_line(self.document, self.key),
            unit=unit,
            lever=self.lever,
            basis=why.basis(self.language),
            responsible=why.responsible.said(self.language),
        )


def source_line(document: Document, key: KeyPath) -> str:
    """Return file and line as a table shows them: ``scenarios/coal-cap.yaml, line 12``."""
    name = f"{document.path.parent.name}/{document.path.name}".lstrip("/")
    line = document.line(key)
    return name if line is None else f"{name}, line {line}"


def gather(steps: Iterable[Callable[[], list[Change]]]) -> list[Change]:
    """Return the changes of all steps.

    Raises
    ------
    ScenarioError
        With the problems of every step that failed.
    """
    changes: list[Change] = []
    problems: list[Problem] = []
    for step in steps:
        try:
            changes += step()
        except ScenarioError as error:
            problems += error.problems
    if problems:
        raise ScenarioError(*problems)
    return changes
