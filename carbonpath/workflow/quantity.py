"""One quantity of a finished run by year: what a number in a report or a story can be checked against."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

import pandas as pd

from carbonpath.core.errors import UsageError
from carbonpath.core.problems import Problem
from carbonpath.core.schemas import INDICATOR, RESULT
from carbonpath.core.tables import read_table
from carbonpath.workflow.runs import Run

RESULTS = ("results.csv", "duals.csv")
"""Tables of quantities and of shadow prices."""
INDICATORS = "indicators.csv"
"""Table of indicators."""
COLUMNS = ["quantity", "name", "year", "value", "unit"]
"""Columns of a quantity; modes of operation are added up."""
LABELS = ("firm", "sector", "item", "boundary", "technology", "commodity", "emission", "timeslice")
"""Columns that tell the rows of a quantity apart; those that are not blank make up its name."""


def tell_quantity(run: Run, quantity: str, name: str = "") -> pd.DataFrame:
    """Return a quantity, shadow price or indicator of a run.

    Parameters
    ----------
    run
        Finished run.
    quantity
        Name of a quantity (``new_capacity``), shadow price (``group_limit_price``) or indicator (``emissions``).
    name
        What it is told of: ``F01.EAF_SCRAP``, ``coal_use``, ``scope1``, ``steel/scope1``; blank: all there is.

    Returns
    -------
    pandas.DataFrame
        Columns name, year, value, unit; years of which the table says nothing are zero and left out.

    Raises
    ------
    UsageError
        CP-421 for a quantity that the run does not tell, CP-422 for a name that the quantity does not have.
    """
    tables = [read_table(run.folder / file, RESULT) for file in RESULTS if (run.folder / file).is_file()]
    tables.append(read_table(run.folder / INDICATORS, INDICATOR).rename(columns={"indicator": "quantity"}))
    return find_quantity(tables, quantity, name)


def find_quantity(tables: Sequence[pd.DataFrame], quantity: str, name: str = "") -> pd.DataFrame:
    """Return a quantity from tables with the columns of RESULT or INDICATOR, as `tell_quantity` does."""
    named = [table.assign(name=_name(table))[COLUMNS] for table in tables if not table.empty]
    whole = pd.concat(named, ignore_index=True)
    rows = whole[whole["quantity"] == quantity]
    if rows.empty:
        raise UsageError(_unknown("CP-421", quantity, sorted(set(whole["quantity"]))))
    if name and name not in set(rows["name"]):
        raise UsageError(_unknown("CP-422", name, sorted(set(rows["name"])), quantity=quantity))
    chosen = rows[rows["name"] == name] if name else rows
    return chosen.groupby(["name", "year", "unit"])["value"].sum().reset_index()[COLUMNS[1:]]


def _name(table: pd.DataFrame) -> list[str]:
    columns = [table[label].tolist() for label in LABELS if label in table.columns]
    return ["/".join(filter(None, parts)) for parts in zip(*columns, strict=True)]


def _unknown(code: str, value: str, known: list[str], **details: str) -> Problem:
    nearest = difflib.get_close_matches(value, known, n=3, cutoff=0.3) or known[:6]
    return Problem(code, value=value, details={"known": ", ".join(nearest), **details})
