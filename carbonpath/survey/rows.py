"""From a row of cells to a row of ACTIVITY, or to everything that is wrong with it."""

from __future__ import annotations

import difflib
from collections.abc import Callable

from carbonpath.survey.amounts import number_place, read_amount
from carbonpath.survey.codes import ActivityRule, activity_rules, raw_codes
from carbonpath.survey.facts import read_year
from carbonpath.survey.form import NO_CATEGORY, usual_category
from carbonpath.survey.kinds import example_units, kinds_of, unit_kind
from carbonpath.survey.layout import column_names
from carbonpath.survey.row import Record, Row


def read_row(row: Row) -> Record | None:
    """Return the ACTIVITY row, or None if the row has problems or says that it does not apply."""
    activity = _code(row, "activity", "CP-271")
    item = _code(row, "item", "CP-270")
    rule = activity_rules().get(activity)
    facility = _facility(row, rule)
    unit = _unit(row, activity, item)
    amount = read_amount(row, unit, rule)
    if not amount.applies and not row.problems:
        return None
    record: Record = {
        "firm": row.context.facts.firm,
        "facility": facility,
        "sector": _sector(row, facility),
        "category": _category(row, facility, activity, rule),
        "activity": activity,
        "item": item,
        "counterparty": _counterparty(row, rule),
        "year": row.context.facts.year,
        "value": amount.value,
        "unit": unit,
        "source": f"{row.context.file}!{number_place(row)}",
        "quality": _code(row, "quality", "CP-277", needed=False),
    }
    if amount.months:
        record |= {"months": amount.months, "row": row}
    _check_own(row)
    return None if row.problems else record


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
    firms = row.context.firms
    if not text:
        row.problem("CP-278", "counterparty", known=", ".join(sorted(firms)))
        return ""
    found = row.context.find("counterparty", text)
    if found:
        return found
    firm = text.rpartition("|")[2].strip()
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
