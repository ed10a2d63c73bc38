"""Any other indicator, selected in the whole table INDICATOR: right for all, a hundred times slower."""

from __future__ import annotations

from carbonpath.study.outcome import Ask, Reading

TABLE = "table"
"""Fold of outcomes that need the table."""


def reading(ask: Ask) -> Reading | None:
    """Return that the table is needed."""
    return Reading(ask.columns, TABLE, years=ask.years, block=ask.block)
