"""From the sheets of one file to its ACTIVITY rows, with everything that is wrong gathered on the way."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import pandas as pd

from carbonpath.core.problems import Problem, errors_among
from carbonpath.core.schemas import ACTIVITY, MONTHLY
from carbonpath.core.tables import as_table, empty_table
from carbonpath.survey.facts import (
    Facts,
    FoundField,
    facility_book,
    find_fields,
    listed_facilities,
    read_facilities,
    read_facts,
    read_year,
)
from carbonpath.survey.grid import Grid, shown
from carbonpath.survey.layout import fields, recognised
from carbonpath.survey.limits import SHOWN
from carbonpath.survey.merged import expand_merged
from carbonpath.survey.months import NUMBERS, dated_month
from carbonpath.survey.normalise import clean_text
from carbonpath.survey.orientation import check_orientation
from carbonpath.survey.row import Context, Record, Row, note_changes
from carbonpath.survey.rows import read_row
from carbonpath.survey.sectors import Facility
from carbonpath.survey.tables import Table, find_table
from carbonpath.survey.totals import TotalRow, as_total, check_totals
from carbonpath.survey.yearly import monthly_rows, settle_years

_NOT_READ = ("instructions", "codes")
_SILENT = ("remark", "quality", "unit", "category", "sector", "firm", "year")


@dataclass(frozen=True, slots=True)
class Extracted:
    """What a file says, right or wrong."""

    activity: pd.DataFrame
    """ACTIVITY rows; none if anything in the file is wrong."""
    monthly: pd.DataFrame
    """MONTHLY rows behind those of ACTIVITY that are given by month."""
    facts: Facts
    """Who reports."""
    problems: tuple[Problem, ...]
    """Errors and warnings."""
    remarks: Mapping[str, str] = field(default_factory=dict)
    """Remark of a row by the cell of its number, as ACTIVITY names it: there a firm gives its reasons."""


def extract(grids: Sequence[Grid], file: str, facilities: pd.DataFrame | None = None) -> Extracted:
    """Return the ACTIVITY rows of one file and all its problems.

    Parameters
    ----------
    grids
        Its sheets.
    file
        Its name, for messages and for the column `source`.
    facilities
        The bureau's list of facilities; see `carbonpath.survey.importer.import_workbook`.
    """
    tables, others, problems = _sort_sheets(grids, file)
    fields_found = find_fields([*others, *(_above(table) for table in tables)])
    facts, found = read_facts(fields_found, file)
    data = [table for table in tables if not table.is_facilities]
    problems += found
    if not data and not {"CP-239", "CP-267"} & {problem.code for problem in problems}:
        problems.append(Problem("CP-244", file))
    facts = _facts_of_rows(facts, data)
    problems += _missing_facts(facts, data, fields_found, file)
    problems += [problem for table in data for problem in _other_years(table, facts, file)]
    stranger = _stranger(facts, fields_found, file, facilities)
    context, found = _context(facts, tables, file, None if stranger or not facts.firm else facilities)
    problems += stranger + found
    records: list[Record] = []
    for table in data:
        rows, found = _read_table(table, context)
        records += rows
        problems += found
    records, found = settle_years(records)
    problems += found + _duplicates(records, file) + _changes(context)
    if errors_among(problems):
        return Extracted(empty_table(ACTIVITY), empty_table(MONTHLY), facts, tuple(problems))
    monthly = as_table(monthly_rows(records), MONTHLY)
    return Extracted(as_table(records, ACTIVITY), monthly, facts, tuple(problems), context.remarks)


def _sort_sheets(grids: Sequence[Grid], file: str) -> tuple[list[Table], list[Grid], list[Problem]]:
    """Return the tables, the sheets without one, and what is wrong with headers, merges and hidden parts."""
    tables: list[Table] = []
    others: list[Grid] = []
    problems: list[Problem] = []
    for grid in grids:
        name = recognised("sheet", clean_text(grid.name))
        if name in _NOT_READ or not grid.rows:
            continue
        askew = check_orientation(grid, file) if grid.visible else []
        if askew:
            problems += askew
            continue
        table, found = find_table(grid, file)
        if table is None:
            others.append(grid)
            problems += _unread(grid, name, file)
            continue
        if not grid.visible:
            problems.append(Problem("CP-250", file, grid.name))
            continue
        table, merged = expand_merged(table, file)
        tables.append(table)
        problems += found + merged + _hidden(table, file)
    return tables, others, problems


def _above(table: Table) -> Grid:
    """Return what stands above the header of a table: there, too, a firm may say who it is."""
    return Grid(table.grid.name, table.grid.rows[: table.header], merged=table.grid.merged)


def _unread(grid: Grid, name: str | None, file: str) -> list[Problem]:
    """Return what to say of a sheet without a table: nothing if it is about the firm."""
    if name == "firm" or find_fields([grid]) or not grid.visible:
        return []
    return [Problem("CP-248", file, grid.name, severity="error" if name else "warning")]


def _hidden(table: Table, file: str) -> list[Problem]:
    rows = [row + 1 for row in table.grid.hidden_rows if row >= table.first]
    if not rows:
        return []
    listed = ", ".join(map(str, rows[:SHOWN]))
    return [Problem("CP-251", file, f"{table.grid.name}!{rows[0]}:{rows[0]}", listed, severity="warning")]


def _facts_of_rows(facts: Facts, tables: Iterable[Table]) -> Facts:
    """Return the facts with firm and year taken from the first row that names them, where no sheet does."""
    for table in tables:
        for row in range(table.first, len(table.grid.rows)):
            cell = table.cell(row, "firm")
            if not facts.firm and isinstance(cell, str):
                facts = replace(facts, firm=clean_text(cell))
            if facts.year is None:
                facts = replace(facts, year=read_year(table.cell(row, "year")))
            if facts.firm and facts.year is not None:
                return facts
    return facts


def _other_years(table: Table, facts: Facts, file: str) -> list[Problem]:
    """Return the headers of months that name another year than that of the file."""
    details = {"firm": facts.firm, "year": str(facts.year)}
    dated = ((column, cell, dated_month(cell)) for column, cell in enumerate(table.grid.rows[table.header]))
    return [
        Problem("CP-287", file, table.grid.place(table.header, column), shown(cell), details)
        for column, cell, month in dated
        if month and month[1] != facts.year
    ]


def _missing_facts(facts: Facts, tables: Sequence[Table], found: Mapping[str, FoundField], file: str) -> list[Problem]:
    known = {"firm": bool(facts.firm), "year": facts.year is not None}
    known["sector"] = bool(facts.sector) or any("sector" in table.columns for table in tables)
    return [
        Problem("CP-245", file, details={"zh": fields()[key].zh, "en": fields()[key].en})
        for key, given in known.items()
        if not given and (key not in found or found[key].value is None)
    ]


def _stranger(facts: Facts, found: Mapping[str, FoundField], file: str, listed: pd.DataFrame | None) -> list[Problem]:
    """Return that a firm is not on the bureau's list, once, instead of one finding for each of its facilities."""
    if listed is None or not facts.firm or facts.firm in set(listed["firm"]):
        return []
    known = sorted(set(listed["firm"]))
    nearest = difflib.get_close_matches(facts.firm.upper(), known, n=1)
    place = found["firm"].place if "firm" in found else ""
    return [Problem("CP-943", file, place, facts.firm, {"known": ", ".join(known), "nearest": "".join(nearest)})]


def _context(
    facts: Facts, tables: Sequence[Table], file: str, listed: pd.DataFrame | None
) -> tuple[Context, list[Problem]]:
    own: list[Facility] = []
    problems: list[Problem] = []
    for table in tables:
        if table.is_facilities:
            read, found = read_facilities(table, file)
            own += [f for f in read if f.facility not in {o.facility for o in own}]
            problems += found
    firms: frozenset[str] = frozenset()
    if listed is not None:
        firms = frozenset(listed["firm"])
        official = listed_facilities(listed, facts.firm)
        named = {f.facility: f for f in own}
        own = [replace(f, zh=f.zh or named[f.facility].zh) if f.facility in named else f for f in official]
        problems += [
            Problem("CP-272", file, value=facility, details={"nearest": facility_book(own).nearest(facility)})
            for facility in named
            if facility not in {f.facility for f in official}
        ]
    closed = listed is not None or any(table.is_facilities for table in tables)
    context = Context(file, facts, {f.facility: f for f in own}, facility_book(own), closed, firms)
    return context, problems


def _read_table(table: Table, context: Context) -> tuple[list[Record], list[Problem]]:
    entries: list[Record | TotalRow] = []
    problems: list[Problem] = []
    for number in range(table.first, len(table.grid.rows)):
        filled = [key for key in table.columns if key not in _SILENT and table.cell(number, key) is not None]
        if not filled:
            continue
        row = Row(context, table, number)
        total = as_total(row)
        if total is not None:
            entries.append(total)
            continue
        if len(filled) == 1 and isinstance(table.cell(number, filled[0]), str) and filled[0] not in NUMBERS:
            place, text = row.place(filled[0]), shown(row.cell(filled[0]))
            problems.append(Problem("CP-256", context.file, place, text, severity="warning"))
            continue
        record = read_row(row)
        note_changes(row)
        problems += row.problems
        if record is not None:
            entries.append(record)
            _note_remark(row, record)
    complete = not problems or all(problem.severity == "warning" for problem in problems)
    if complete:
        problems += check_totals(entries)
    return [entry for entry in entries if not isinstance(entry, TotalRow)], problems


def _note_remark(row: Row, record: Record) -> None:
    remark = row.text("remark")
    if remark:
        row.context.remarks[str(record["source"])] = remark


def _duplicates(records: Sequence[Record], file: str) -> list[Problem]:
    first: dict[tuple[object, ...], str] = {}
    problems = []
    for record in records:
        key = tuple(record[k] for k in ("facility", "category", "activity", "item", "counterparty"))
        source = str(record["source"]).removeprefix(f"{file}!")
        other = first.setdefault(key, source)
        if other != source:
            value = " ".join(filter(None, map(str, key)))
            problems.append(Problem("CP-280", file, source, value, {"first": other}))
    return problems


def _changes(context: Context) -> list[Problem]:
    if not context.changed:
        return []
    place, value, read = context.changed[0]
    details = {"read": read, "count": str(len(context.changed))}
    return [Problem("CP-254", context.file, place, value, details, severity="warning")]
