"""Who reports: the lines of the sheet on the firm, and its list of facilities."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from carbonpath.core.problems import Problem
from carbonpath.survey.codes import Code, Codebook, book, codebook, fold
from carbonpath.survey.credit_code import is_credit_code
from carbonpath.survey.grid import Cell, Grid, Special, shown
from carbonpath.survey.layout import Field, column_names, fields, recognised
from carbonpath.survey.normalise import clean_text
from carbonpath.survey.sectors import Facility
from carbonpath.survey.tables import Table

FIRST_YEAR, LAST_YEAR = 1990, 2100
"""Years that a workbook can be about."""

_FIRM = re.compile(r"[A-Za-z0-9_\-]{1,40}")
_FACILITY = re.compile(r"[A-Za-z0-9_\-.]{1,60}")
_YEAR = re.compile(r"(\d{4})年?")


@dataclass(frozen=True, slots=True)
class Facts:
    """What a workbook says about the firm; blank or None where it says nothing."""

    firm: str = ""
    """Code of the firm."""
    year: int | None = None
    """Reporting year."""
    sector: str = ""
    """Main sector."""
    name: str = ""
    """Name."""
    credit_code: str = ""
    """Unified social credit code."""
    template: str = ""
    """Template from which the workbook was made."""
    guideline: str = ""
    """Guideline under which the firm reports."""
    contact: str = ""
    """Who filled it."""
    illustrative: bool = False
    """Whether the numbers are illustrative."""


@dataclass(frozen=True, slots=True)
class FoundField:
    """A labelled value."""

    value: Cell
    """The cell beside the label."""
    place: str
    """Where it stands."""


def find_fields(grids: Sequence[Grid]) -> dict[str, FoundField]:
    """Return the labelled values of sheets, or of what stands above a table; the first of each label counts."""
    found: dict[str, FoundField] = {}
    for grid in grids:
        for key, row, column in _labels(grid):
            if key not in found:
                value = grid.rows[row][column] if column < len(grid.rows[row]) else None
                found[key] = FoundField(value, grid.place(row, column))
    return found


def read_facts(found: Mapping[str, FoundField], file: str) -> tuple[Facts, list[Problem]]:
    """Return who reports, and what is wrong with it.

    Returns
    -------
    tuple[Facts, list[Problem]]
        Problems CP-284 (a code stored as a number), CP-285 (wrong check character), CP-286 (no year) and CP-289 (a
        value that is not on its list).
    """
    problems: list[Problem] = []
    firm = _code(found.get("firm"), file, problems)
    credit_code = _code(found.get("credit_code"), file, problems).upper()
    if credit_code and not is_credit_code(credit_code):
        problems.append(Problem("CP-285", file, found["credit_code"].place, credit_code))
    if firm and not _FIRM.fullmatch(firm):
        problems.append(Problem("CP-284", file, found["firm"].place, firm))
    texts = {key: clean_text(entry.value) for key, entry in found.items()}
    facts = Facts(
        firm=firm,
        year=_year(found.get("year"), file, problems),
        sector=_listed("sector", found, file, problems),
        name=texts.get("name", ""),
        credit_code=credit_code,
        template=texts.get("template", ""),
        guideline=texts.get("guideline", ""),
        contact=texts.get("contact", ""),
        illustrative=_listed("nature", found, file, problems) == "illustrative",
    )
    return facts, problems


def read_year(cell: Cell) -> int | None:
    """Return the year in a cell, or None if there is none that a workbook can be about."""
    if isinstance(cell, (bool, Special)):
        return None
    match = _YEAR.fullmatch(clean_text(cell))
    year = int(match[1]) if match else None
    return year if year is not None and FIRST_YEAR <= year <= LAST_YEAR else None


def read_facilities(table: Table, file: str) -> tuple[list[Facility], list[Problem]]:
    """Return the facilities that a workbook lists, and what is wrong with the list."""
    facilities: dict[str, Facility] = {}
    problems: list[Problem] = []
    for row in range(table.first, len(table.grid.rows)):
        code = clean_text(table.cell(row, "facility_code"))
        if not code:
            continue
        entries = {}
        for key in ("sector", "category"):
            cell = table.cell(row, key)
            entries[key] = book(key).find(clean_text(cell)) or "" if cell is not None else ""
            if cell is not None and not entries[key]:
                details = {"nearest": book(key).nearest(clean_text(cell)), **column_names(key)}
                problems.append(Problem("CP-289", file, table.place(row, key), shown(cell), details))
        if not _FACILITY.fullmatch(code) or code in facilities:
            problems.append(Problem("CP-255", file, table.place(row, "facility_code"), code))
            continue
        names = (clean_text(table.cell(row, "facility_zh")), clean_text(table.cell(row, "facility_en")))
        category = "" if entries["category"] == "none" else entries["category"]
        facilities[code] = Facility(code, *names, entries["sector"], category)
    return list(facilities.values()), problems


def listed_facilities(table: pd.DataFrame, firm: str) -> list[Facility]:
    """Return the facilities that the bureau's own list gives for a firm."""
    own = table[table["firm"] == firm]
    return [
        Facility(*(str(record.get(key) or "") for key in ("facility", "zh", "en", "sector", "category")))
        for record in own.to_dict("records")
    ]


def facility_book(facilities: Sequence[Facility]) -> Codebook:
    """Return by which names facilities are recognised; a name that two of them bear is none."""
    names = Counter(fold(name) for f in facilities for name in {f.zh, f.en, f.facility})
    unique = {name for f in facilities for name in (f.zh, f.en) if names[fold(name)] == 1}
    return codebook(
        Code(f.facility, f.zh if f.zh in unique else "", f.en if f.en in unique else "") for f in facilities
    )


def _labels(grid: Grid) -> Iterator[tuple[str, int, int]]:
    """Yield each label that a sheet has: its field, row, and the column of its value."""
    for row, cells in enumerate(grid.rows):
        column = 0
        while column < len(cells):
            key = _label(cells[column])
            column = (
                max((r.right for r in grid.merged if r.top <= row <= r.bottom and r.left == column), default=column) + 1
            )
            if key is None:
                continue
            while column < len(cells) and _label(cells[column]) == key:
                column += 1
            yield key, row, column


def _label(cell: Cell) -> str | None:
    return recognised("field", clean_text(cell)) if isinstance(cell, str) and len(cell) < 60 else None


def _code(entry: FoundField | None, file: str, problems: list[Problem]) -> str:
    if entry is None or entry.value is None:
        return ""
    if isinstance(entry.value, str):
        return clean_text(entry.value)
    problems.append(Problem("CP-284", file, entry.place, shown(entry.value)))
    return ""


def _year(entry: FoundField | None, file: str, problems: list[Problem]) -> int | None:
    if entry is None or entry.value is None:
        return None
    year = read_year(entry.value)
    if year is None:
        problems.append(Problem("CP-286", file, entry.place, shown(entry.value)))
    return year


def _listed(key: str, found: Mapping[str, FoundField], file: str, problems: list[Problem]) -> str:
    entry = found.get(key)
    field: Field = fields()[key]
    if entry is None or entry.value is None:
        return ""
    code = book(field.book).find(clean_text(entry.value))
    if code is None:
        details = {"nearest": book(field.book).nearest(clean_text(entry.value)), "zh": field.zh, "en": field.en}
        problems.append(Problem("CP-289", file, entry.place, shown(entry.value), details))
    return code or ""
