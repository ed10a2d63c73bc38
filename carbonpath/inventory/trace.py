"""A total of the inventory taken apart: every row that adds up to it, with equation, factors and cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from carbonpath.core.answers.accounts import TRACE
from carbonpath.core.errors import UsageError
from carbonpath.core.labels import label
from carbonpath.core.messages import LANGUAGES
from carbonpath.core.problems import Problem
from carbonpath.core.tables import as_table
from carbonpath.inventory.activity import Activity, isin
from carbonpath.inventory.equations import equation_of
from carbonpath.inventory.methods import purchased_energy
from carbonpath.inventory.net_import import NetImport, net_imports

IMPORT = "import"
"""Term for the net import of power and heat alone."""
SCOPES: Mapping[str, int] = {"scope1": 1, "scope2": 2, "memo": 0}
"""Terms for scopes of the firms."""
FIELDS = ("firm", "facility", "sector", "category", "item", "gas", "method")
"""Columns that a term may name, in this order."""


def trace_total(emissions: pd.DataFrame, activity: Activity, year: int, terms: Sequence[str] = ()) -> pd.DataFrame:
    """Return the rows that add up to a total of a year, largest first.

    Parameters
    ----------
    emissions
        Table EMISSIONS.
    activity
        The activity from which it was made.
    year
        Year.
    terms
        What is told apart: values of FIELDS (a category also by its beginning, ``sector=cement`` where a word is the
        value of several columns), SCOPES, or IMPORT. Terms of one column add up, terms of several narrow down. None:
        the district, scope 1 and net import.

    Returns
    -------
    pandas.DataFrame
        Table TRACE. Rows of emissions count their tCO2e, memo rows their mass.

    Raises
    ------
    UsageError
        CP-374 for each term that names nothing.
    """
    own = _own_rows(emissions[emissions["year"] == year], activity)
    bought = _import_rows(activity, year)
    if not terms:
        return _sorted(pd.concat([own[own["scope"] == 1], bought], ignore_index=True))
    if list(terms) == [IMPORT]:
        return _sorted(bought)
    chosen = own[_chosen(own, terms, year)]
    asked = [term for term in terms if term in SCOPES]
    return _sorted(chosen if asked else chosen[chosen["scope"] == 1])


def _own_rows(emissions: pd.DataFrame, activity: Activity) -> pd.DataFrame:
    rules = activity.specification
    said = _said(activity)
    told = [";".join(filter(None, (said.get(cell, "") for cell in cells.split(";")))) for cells in emissions["source"]]
    pairs = zip(emissions["method"], emissions["gas"], strict=True)
    memo = (emissions["scope"] == 0).to_numpy()
    return emissions.assign(
        tco2e=np.where(memo, emissions["value"], emissions["co2_equivalent"]),
        mass_t=emissions["value"],
        amount=np.array(told, dtype=object),
        equation=np.array([equation_of(method, gas) for method, gas in pairs], dtype=object),
        guideline=[rules.guideline_of(firm) for firm in emissions["firm"]],
    )


def _said(activity: Activity) -> dict[str, str]:
    """Return what stands in each cell: activity, number and unit."""
    columns = (activity.rows[name].astype("str") for name in ("source", "activity", "unit"))
    values = activity.rows["value"].tolist()
    return {
        source: f"{did} {value:.10g} {unit}"
        for (source, did, unit), value in zip(zip(*columns, strict=True), values, strict=True)
    }


def _import_rows(activity: Activity, year: int) -> pd.DataFrame:
    """Return purchases and sales of power and heat, which together are the net import; none for a net export."""
    trade = activity.where(purchased_energy.applies_to(activity.rows) & (activity.rows["year"] == year).to_numpy())
    parts = [
        _of_energy(trade.rows[isin(trade.rows["item"], items)], one, activity)
        for one in net_imports(trade)
        for energy, items in (("electricity", purchased_energy.ELECTRICITY), ("heat", purchased_energy.HEAT))
        if one.energy == energy and one.tco2e
    ]
    return pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=TRACE.names)


def _of_energy(rows: pd.DataFrame, one: NetImport, activity: Activity) -> pd.DataFrame:
    sign = np.where(isin(rows["activity"], ("sold",)), -1.0, 1.0)
    mass = rows["amount"].to_numpy(dtype=float) * sign * one.tco2e / one.net_gj
    names = ["firm", "facility", "sector", "category", "item"]
    table = rows[[*names, "source"]].astype("str")
    firms = table["firm"].tolist()
    return table.assign(
        scope=2,
        gas="CO2",
        year=one.year,
        tco2e=mass,
        mass_t=mass,
        amount=[
            f"{did} {value:.10g} {unit}"
            for did, value, unit in zip(rows["activity"], rows["value"], rows["unit"], strict=True)
        ],
        method=purchased_energy.NAME,
        equation=equation_of(purchased_energy.NAME, "CO2"),
        guideline=[activity.specification.guideline_of(firm) for firm in firms],
        tier=2,
        factor_source=one.factor_source,
    )


def _chosen(rows: pd.DataFrame, terms: Sequence[str], year: int) -> pd.Series:
    found: dict[str, pd.Series] = {}
    problems: list[Problem] = []
    for term in terms:
        column, mask = _matching(rows, term)
        if not mask.any():
            problems.append(Problem("CP-374", value=term, details={"year": str(year), "known": _known(rows)}))
        found[column] = found[column] | mask if column in found else mask
    if problems:
        raise UsageError(*problems)
    every = pd.Series(data=True, index=rows.index)
    for mask in found.values():
        every &= mask
    return every


def _matching(rows: pd.DataFrame, term: str) -> tuple[str, pd.Series]:
    """Return the column that a term is about, and its rows."""
    named, _, value = term.rpartition("=")
    if term in SCOPES:
        return "scope", rows["scope"] == SCOPES[term]
    columns = [named] if named in FIELDS else list(FIELDS)
    sectors = {label("sector", name, language): name for name in rows["sector"].unique() for language in LANGUAGES}
    for column in columns:
        wanted = sectors.get(value, value) if column == "sector" else value
        mask = rows[column].str.startswith(wanted) if column == "category" else rows[column] == wanted
        if mask.any():
            return column, mask
    return term, pd.Series(data=False, index=rows.index)


def _known(rows: pd.DataFrame) -> str:
    names = {str(value) for column in ("firm", "sector", "gas") for value in rows[column]} - {""}
    return ", ".join([*sorted(names), *SCOPES, IMPORT])


def _sorted(rows: pd.DataFrame) -> pd.DataFrame:
    table = as_table(rows, TRACE)
    size = -table["tco2e"].abs()
    return table.assign(size=size).sort_values(["size", *TRACE.names[:8]], ignore_index=True)[TRACE.names]
