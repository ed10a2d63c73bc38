"""Strict reading of single cells: a number is a number, or the reason why it is not."""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import dataclass

from carbonpath.survey.codes import fold, raw_codes
from carbonpath.survey.grid import Cell, Special

_PLAIN = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?")
_GROUPED = re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d+)?")
_ERROR = re.compile(r"#(DIV/0!|N/A|NAME\?|NULL!|NUM!|REF!|VALUE!|SPILL!|CALC!|GETTING_DATA)", re.I)
_NOT_FINITE = frozenset({"nan", "inf", "+inf", "-inf", "infinity", "-infinity"})
_DIGITS = 15


@dataclass(frozen=True, slots=True)
class Reading:
    """A cell read as a number."""

    value: float | None = None
    """The number; None if there is none."""
    problem: str = ""
    """Code of the problem if the cell holds no number."""
    changed: bool = False
    """Whether the text had to be normalised to be read."""
    not_applicable: bool = False
    """Whether the firm says that there is no such number."""


def clean_text(cell: Cell) -> str:
    """Return the text of a cell, trimmed, with full-width forms and radicals made ordinary.

    A whole number in a text column is its digits (facility 7 is ``7``); anything else that is no text is blank.
    """
    if isinstance(cell, str):
        return " ".join(unicodedata.normalize("NFKC", cell).split())
    if isinstance(cell, float) and not isinstance(cell, bool) and cell.is_integer() and abs(cell) < 10**_DIGITS:
        return str(int(cell))
    return ""


def is_changed(cell: Cell) -> bool:
    """Tell whether `clean_text` alters more of a cell than blanks around it."""
    return isinstance(cell, str) and clean_text(cell) != cell.strip()


def read_number(cell: Cell, unit: str) -> Reading:
    """Return the number in a cell.

    Parameters
    ----------
    cell
        The cell.
    unit
        Its unit as the firm wrote it: percent is read as such only where the unit says so.

    Returns
    -------
    Reading
        With the code CP-260 (text that is no number), CP-261 (blank), CP-262 (error of Excel), CP-263 (date),
        CP-264 (true or false), CP-265 (not finite), CP-266 (percent without a percent unit) or CP-944 (formula without
        a result) where there is none.
    """
    if isinstance(cell, bool):
        return Reading(problem="CP-264")
    if isinstance(cell, float):
        return Reading(cell) if math.isfinite(cell) else Reading(problem="CP-265")
    if cell is None:
        return Reading(problem="CP-261")
    if isinstance(cell, Special):
        return _read_special(cell, unit)
    return _read_text(cell, unit)


def is_percent(unit: str) -> bool:
    """Tell whether a unit is percent."""
    return unicodedata.normalize("NFKC", unit).strip() in {"%", "percent", "百分比"}


def _read_special(cell: Special, unit: str) -> Reading:
    if cell.kind == "error":
        return Reading(problem="CP-262")
    if cell.kind == "formula":
        return Reading(problem="CP-944")
    if cell.kind == "date":
        return Reading(problem="CP-263")
    if is_percent(unit):
        return Reading(float(f"{cell.number * 100:.{_DIGITS}g}"))
    return Reading(problem="CP-266")


def _read_text(cell: str, unit: str) -> Reading:
    text = unicodedata.normalize("NFKC", cell).strip().replace("\u2212", "-")
    if _PLAIN.fullmatch(text) or _GROUPED.fullmatch(text):
        value = float(text.replace(",", ""))
        return (
            Reading(value, changed=not _PLAIN.fullmatch(cell.strip()))
            if math.isfinite(value)
            else Reading(problem="CP-265")
        )
    if text.endswith("%") and _PLAIN.fullmatch(text[:-1].strip()):
        return Reading(float(text[:-1]), changed=True) if is_percent(unit) else Reading(problem="CP-266")
    if fold(text) in raw_codes()["words"]["not_applicable"]:
        return Reading(not_applicable=True)
    return Reading(problem=_why_no_number(text))


def _why_no_number(text: str) -> str:
    if _ERROR.fullmatch(text):
        return "CP-262"
    if text.lower() in _NOT_FINITE:
        return "CP-265"
    return "CP-264" if text.lower() in {"true", "false"} else "CP-260"
