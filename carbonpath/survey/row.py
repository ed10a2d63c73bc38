"""One row of cells under way to the table, and what is known of its file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from carbonpath.core.problems import Problem
from carbonpath.survey.codes import Codebook, book
from carbonpath.survey.facts import Facts
from carbonpath.survey.grid import Cell, shown
from carbonpath.survey.normalise import clean_text, is_changed
from carbonpath.survey.sectors import Facility
from carbonpath.survey.tables import Table

Record = dict[str, object]

TEXTS = ("facility", "item", "activity", "counterparty", "unit", "quality", "category")
"""Columns whose text is looked up."""


@dataclass(frozen=True, slots=True)
class Context:
    """What is known when the rows of a file are read."""

    file: str
    """Name of the file."""
    facts: Facts
    """Who reports."""
    facilities: Mapping[str, Facility]
    """Facilities of the firm by id."""
    facility_names: Codebook
    """By which names they are recognised."""
    closed: bool
    """Whether a facility that is not among them is refused."""
    firms: frozenset[str]
    """Firms that can be counterparties; empty: any."""
    changed: list[tuple[str, str, str]] = field(default_factory=list)
    """Place, text and reading of what was normalised."""
    remarks: dict[str, str] = field(default_factory=dict)
    """Remark of a row by the cell of its number, as ACTIVITY names it."""
    _found: dict[tuple[str, str], str | None] = field(default_factory=dict)

    def find(self, name: str, text: str) -> str | None:
        """Return the code that `text` means in a codebook, or None."""
        key = (name, text)
        if key not in self._found:
            self._found[key] = self.book(name).find(text)
        return self._found[key]

    def book(self, name: str) -> Codebook:
        """Return a codebook, that of the firm's own facilities included."""
        return self.facility_names if name == "facility" else book(name)


@dataclass(slots=True)
class Row:
    """One row under way."""

    context: Context
    """What is known of the file."""
    table: Table
    """Its table."""
    number: int
    """Its row, counted from 0."""
    problems: list[Problem] = field(default_factory=list)
    """What is wrong with it so far."""

    def cell(self, key: str) -> Cell:
        """Return a cell of the row."""
        return self.table.cell(self.number, key)

    def text(self, key: str) -> str:
        """Return the cleaned text of a cell."""
        return clean_text(self.cell(key))

    def place(self, key: str) -> str:
        """Return sheet and cell."""
        return self.table.place(self.number, key)

    def problem(self, code: str, key: str, **details: str) -> None:
        """Note what is wrong with a cell."""
        told = {name: detail or "-" for name, detail in details.items()}
        self.problems.append(Problem(code, self.context.file, self.place(key), shown(self.cell(key)), told))


def note_changes(row: Row) -> None:
    """Remember which cells of a row were normalised, so that the firm can be told."""
    for key in TEXTS:
        cell = row.cell(key)
        if isinstance(cell, str) and not cell.isascii() and is_changed(cell):
            row.context.changed.append((row.place(key), cell, clean_text(cell)))
