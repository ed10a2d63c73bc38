"""Columns of a table that is filled by month."""

from __future__ import annotations

import re

from carbonpath.survey.grid import Cell, Special
from carbonpath.survey.normalise import clean_text

MONTHS = tuple(f"month_{number:02d}" for number in range(1, 13))
"""Columns of the twelve months in order."""
NUMBERS = ("quantity", *MONTHS)
"""Columns that hold numbers: the year, and its months."""

_DATED = re.compile(r"(\d{4}) ?(?:年 ?|[-/.])(\d{1,2})(?:月份?)?")
_DATE = re.compile(r"(\d{4})-(\d{2})-\d{2}.*")


def dated_month(cell: Cell) -> tuple[str, int] | None:
    """Return the column and year of a header that names both (``2020年3月``, ``2020-03``, a date), else None."""
    if isinstance(cell, Special) and cell.kind == "date":
        match = _DATE.fullmatch(cell.text)
    else:
        match = _DATED.fullmatch(clean_text(cell)) if isinstance(cell, str) else None
    if match is None or not 1 <= int(match[2]) <= len(MONTHS):
        return None
    return MONTHS[int(match[2]) - 1], int(match[1])
