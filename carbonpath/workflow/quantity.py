"""One quantity of a finished run by year: what a number in a report or a story can be checked against."""

from __future__ import annotations

import difflib

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
    table = _whole(run)
    rows = table[table["quantity"] == quantity]
    if rows.empty:
        raise UsageError(_unknown("CP-421", quantity, sorted(set(table["quantity"]))))
    if not name:
        return rows.drop(columns="quantity").reset_index(drop=True)
    found = rows[rows["name"] == name]
    if found.empty:
        raise UsageError(_unknown("CP-422", name, sorted(set(rows["name"])), quantity=quantity))
    return found.drop(columns="quantity").reset_index(drop=True)


def _whole(run: Run) -> pd.DataFrame:
    """Return quantities, shadow prices and indicators of a run, each under its name, modes added up."""
    parts = [read_table(run.folder / file, RESULT) for file in RESULTS if (run.folder / file).is_file()]
    parts.append(read_table(run.folder / INDICATORS, INDICATOR).rename(columns={"indicator": "quantity"}))
    named = [part.assign(name=_name(part)) for part in parts if not part.empty]
    table = pd.concat(named, ignore_index=True)
    values = table.groupby(["quantity", "name", "year", "unit"])["value"].sum()
    return values.reset_index()[["quantity", "name", "year", "value", "unit"]]


def _name(table: pd.DataFrame) -> list[str]:
    columns = [table[label].tolist() for label in LABELS if label in table.columns]
    return ["/".join(filter(None, parts)) for parts in zip(*columns, strict=True)]


def _unknown(code: str, value: str, known: list[str], **details: str) -> Problem:
    nearest = difflib.get_close_matches(value, known, n=3, cutoff=0.3) or known[:6]
    return Problem(code, value=value, details={"known": ", ".join(nearest), **details})
