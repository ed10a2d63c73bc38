"""From a row of cells to a row of ACTIVITY, or to everything that is wrong with it."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from carbonpath.core.problems import Problem
from carbonpath.core.units import convert
from carbonpath.survey.codes import ActivityRule, Codebook, activity_rules, book, raw_codes
from carbonpath.survey.facts import Facts, read_year
from carbonpath.survey.form import NO_CATEGORY, usual_category
from carbonpath.survey.grid import Cell, shown
from carbonpath.survey.kinds import example_units, kinds_of, unit_kind
from carbonpath.survey.layout import column_names
from carbonpath.survey.normalise import Reading, clean_text, is_changed, read_number
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
        self.problems.append(Problem(code, self.context.file, self.place(key), shown(self.cell(key)), details))


def read_row(row: Row) -> Record | None:
    """Return the ACTIVITY row, or None if the row has problems or says that it does not apply."""
    activity = _code(row, "activity", "CP-271")
    item = _code(row, "item", "CP-270")
    rule = activity_rules().get(activity)
    facility = _facility(row, rule)
    unit = _unit(row, activity, item)
    number = read_number(row.cell("quantity"), unit)
    if number.not_applicable and not row.problems:
        return None
    _check_number(row, number, unit, rule)
    record: Record = {
        "firm": row.context.facts.firm,
        "facility": facility,
        "sector": _sector(row, facility),
        "category": _category(row, facility, activity, rule),
        "activity": activity,
        "item": item,
        "counterparty": _counterparty(row, rule),
        "year": row.context.facts.year,
        "value": number.value,
        "unit": unit,
        "source": f"{row.context.file}!{row.place('quantity')}",
        "quality": _code(row, "quality", "CP-277", needed=False),
    }
    _check_own(row)
    return None if row.problems else record


def note_changes(row: Row) -> None:
    """Remember which cells of a row were normalised, so that the firm can be told."""
    for key in TEXTS:
        cell = row.cell(key)
        if isinstance(cell, str) and not cell.isascii() and is_changed(cell):
            row.context.changed.append((row.place(key), cell, clean_text(cell)))


def _code(row: Row, key: str, code: str, *, needed: bool = True) -> str:
    text = row.text(key)
    if not text:
        if needed or row.cell(key) is not None:
            row.problem("CP-273", key, **column_names(key))
        return ""
    found = row.context.find(key, text)
    if found is None:
        names = row.context.book(key)
        row.problem("CP-279" if names.disagrees(text) else code, key, nearest=names.nearest(text), **column_names(key))
    return found or ""


def _facility(row: Row, rule: ActivityRule | None) -> str:
    text = row.text("facility")
    if rule is None or not text:
        if rule is not None and rule.facility == "required":
            row.problem("CP-273", "facility", **column_names("facility"))
        return ""
    if rule.facility == "none":
        row.problem("CP-257", "facility")
        return ""
    found = row.context.find("facility", text)
    if found is None and (row.context.closed or row.context.facility_names.disagrees(text)):
        names = row.context.facility_names
        row.problem("CP-279" if names.disagrees(text) else "CP-272", "facility", nearest=names.nearest(text))
    return found or text.rpartition("|")[2].strip()


def _unit(row: Row, activity: str, item: str) -> str:
    cell = row.cell("unit")
    unit = cell.strip() if isinstance(cell, str) else row.text("unit")
    if not unit:
        row.problem("CP-273", "unit", **column_names("unit"))
        return ""
    kinds = kinds_of(activity, item) if activity and item else ()
    kind = unit_kind(unit)
    if kind is None:
        known = [str(entry) for entry in raw_codes()["units"]["offered"]]
        nearest = difflib.get_close_matches(unit, known, n=1)
        row.problem("CP-274", "unit", nearest=nearest[0] if nearest else "", expected=example_units(kinds))
    elif kinds and kind not in kinds:
        row.problem("CP-275", "unit", item=row.text("item"), expected=example_units(kinds))
    return unit


def _check_number(row: Row, number: Reading, unit: str, rule: ActivityRule | None) -> None:
    if number.problem:
        row.problem(number.problem, "quantity", unit=unit)
    if number.value is None:
        return
    if number.changed:
        row.context.changed.append((row.place("quantity"), shown(row.cell("quantity")), f"{number.value:.15g}"))
    if number.value < 0 or (rule is not None and rule.positive and number.value == 0):
        row.problem("CP-268", "quantity")
    if rule is not None and rule.top is not None and unit_kind(unit) in rule.kinds:
        top = convert(rule.top, str(raw_codes()["kinds"][rule.kinds[0]]), unit)
        if number.value > top:
            row.problem("CP-269", "quantity", top=f"{top:g}", unit=unit)


def _sector(row: Row, facility: str) -> str:
    if row.cell("sector") is not None:
        return _code(row, "sector", "CP-289")
    known = row.context.facilities.get(facility)
    return (known.sector if known else "") or row.context.facts.sector


def _category(row: Row, facility: str, activity: str, rule: ActivityRule | None) -> str:
    given = _code(row, "category", "CP-276", needed=False)
    if given == NO_CATEGORY or rule is None or rule.facility != "required":
        return ""
    known = row.context.facilities.get(facility)
    return given or usual_category(activity, known.category if known else "")


def _counterparty(row: Row, rule: ActivityRule | None) -> str:
    text = row.text("counterparty")
    if rule is None or not rule.counterparty:
        return ""
    if not text:
        row.problem("CP-278", "counterparty")
        return ""
    found = row.context.find("counterparty", text)
    if found:
        return found
    firm = text.rpartition("|")[2].strip()
    firms = row.context.firms
    if firm == row.context.facts.firm or (firms and firm not in firms):
        row.problem("CP-278", "counterparty", known=", ".join(sorted(firms)))
    return firm


def _check_own(row: Row) -> None:
    """Check that a row which names firm or year names those of the workbook."""
    facts = row.context.facts
    checks: tuple[tuple[str, Callable[[], bool]], ...] = (
        ("firm", lambda: row.text("firm") == facts.firm),
        ("year", lambda: read_year(row.cell("year")) == facts.year),
    )
    for key, agrees in checks:
        if row.cell(key) is not None and not agrees():
            row.problem("CP-287", key, firm=facts.firm, year=str(facts.year))
