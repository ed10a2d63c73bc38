"""Checking a RESULT table against the system alone: balances, emissions and cost, without any model object.

This is what can be asked of a table read back from disk; it shares no formula with the model.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd

from carbonpath.core.problems import Problem
from carbonpath.model.parameters import told_index
from carbonpath.system.system import System

TOLERANCE = 1e-6
"""Largest difference, relative to the number (or to one, where it is smaller)."""

CAPACITY = ["region", "technology", "year"]
FLOW = ["region", "technology", "commodity", "year"]
RELEASE = ["region", "technology", "emission", "year"]


def check_result(result: pd.DataFrame, system: System) -> list[Problem]:
    """Return what in a RESULT table does not follow from its activities, its new capacities and the system.

    Returns
    -------
    list[Problem]
        CP-720 for a commodity that does not balance, CP-721 for a number that differs from its recomputation.
    """
    again = _recomputed(result, system)
    problems = [problem for name, numbers in again.items() for problem in _compare(result, name, numbers)]
    return [*problems, *_check_balance(result, system, again["production"], again["use"])]


def _recomputed(result: pd.DataFrame, system: System) -> dict[str, pd.Series]:
    """Return every derived quantity of RESULT, worked out anew from activity and new capacity."""
    activity = _amounts(result, "activity", ["region", "technology", "mode", "year"])
    built = _amounts(result, "new_capacity", CAPACITY)
    annual = activity.groupby(CAPACITY)["value"].sum().reset_index()
    released = _weighted(activity, system.parameter("emission_activity_ratio"), RELEASE)
    charged = released.sub(_weighted(annual, system.parameter("free_allocation"), RELEASE), fill_value=0.0)
    standing = _standing(built, system)
    again = {
        "production": _weighted(activity, system.parameter("output_activity_ratio"), FLOW),
        "use": _weighted(activity, system.parameter("input_activity_ratio"), FLOW),
        "technology_emissions": released,
        "annual_emissions": released.groupby(["region", "emission", "year"]).sum(),
        "total_capacity": standing,
        "capital_investment": _weighted(built, system.parameter("capital_cost"), CAPACITY),
        "fixed_operating_cost": _weighted(standing.reset_index(), system.parameter("fixed_cost"), CAPACITY),
        "variable_operating_cost": _weighted(activity, system.parameter("variable_cost"), CAPACITY),
        "emission_cost": _weighted(charged.reset_index(), system.parameter("emission_price"), RELEASE),
    }
    again["salvage_value"] = _salvage(again["capital_investment"], system)
    again["total_discounted_cost"] = _total(again, system)
    return again


def _amounts(result: pd.DataFrame, name: str, columns: list[str]) -> pd.DataFrame:
    return result.loc[result["quantity"] == name].groupby(columns)["value"].sum().reset_index()


def _weighted(amounts: pd.DataFrame, parameter: pd.DataFrame, columns: list[str]) -> pd.Series:
    """Return amounts times a parameter where both have a row, added up over what is not in `columns`."""
    keys = [c for c in parameter.columns if c in amounts.columns and c != "value"]
    joined = parameter.merge(amounts, on=keys, suffixes=("", "_amount"))
    joined["value"] *= joined["value_amount"]
    return joined.groupby(columns)["value"].sum()


def _standing(built: pd.DataFrame, system: System) -> pd.Series:
    residual = system.parameter("residual_capacity")
    lives = system.parameter("operational_life").rename(columns={"value": "life"})
    aged = built.rename(columns={"year": "vintage"}).merge(lives, on=["region", "technology"])
    aged = aged.merge(pd.DataFrame({"year": list(system.years)}), how="cross")
    alive = aged[(aged["vintage"] <= aged["year"]) & (aged["year"] < aged["vintage"] + aged["life"])]
    old = residual[residual["year"].isin(system.years)]
    return pd.concat([old[[*CAPACITY, "value"]], alive[[*CAPACITY, "value"]]]).groupby(CAPACITY)["value"].sum()


def _salvage(invested: pd.Series, system: System) -> pd.Series:
    """Return what a sinking fund at the discount rate has not yet paid back at the end of the horizon."""
    table = invested.reset_index()
    life = table.merge(system.parameter("operational_life"), on=["region", "technology"], suffixes=("_cost", ""))[
        "value"
    ]
    rate = table.merge(system.parameter("discount_rate"), on="region", suffixes=("_cost", ""))["value"]
    lived = system.years[-1] - table["year"] + 1
    with np.errstate(divide="ignore", invalid="ignore"):
        fund = np.where(rate == 0.0, lived / life, np.expm1(lived * np.log1p(rate)) / np.expm1(life * np.log1p(rate)))
    table["value"] = np.where(lived >= life, 0.0, table["value"] * (1.0 - fund))
    return table.groupby(CAPACITY)["value"].sum()


def _total(again: dict[str, pd.Series], system: System) -> pd.Series:
    first, last = system.years[0], system.years[-1]
    rates = system.parameter("discount_rate").set_index("region")["value"]
    when = {
        "capital_investment": 0.0,
        "fixed_operating_cost": 0.5,
        "variable_operating_cost": 0.5,
        "emission_cost": 0.5,
    }
    total = pd.Series(0.0, index=pd.Index(system.regions, name="region"), name="value")
    for name, offset in when.items():
        table = again[name].reset_index()
        table["value"] *= (1.0 + table["region"].map(rates)) ** -(table["year"] - first + offset)
        total = total.add(table.groupby("region")["value"].sum(), fill_value=0.0)
    salvage = again["salvage_value"].groupby("region").sum()
    return total.sub(salvage * (1.0 + rates.reindex(salvage.index)) ** -(1 + last - first), fill_value=0.0)


def _compare(result: pd.DataFrame, name: str, again: pd.Series) -> Iterator[Problem]:
    columns = [str(column) for column in again.index.names]
    told = result.loc[result["quantity"] == name].groupby(columns)["value"].sum()
    both = pd.concat([told.rename("told"), again.rename("again")], axis=1).fillna(0.0)
    off = (both["told"] - both["again"]).abs() > TOLERANCE * both["again"].abs().clip(lower=1.0)
    for index, row in both[off].sort_index().iterrows():
        place = told_index(name, index if isinstance(index, tuple) else (index,))
        yield Problem("CP-721", place=place, value=f"{row['told']:.9g}", details={"recomputed": f"{row['again']:.9g}"})


def _check_balance(result: pd.DataFrame, system: System, made: pd.Series, used: pd.Series) -> Iterator[Problem]:
    place = ["region", "commodity", "year"]
    demand = system.parameter("demand")
    demand = demand[demand["year"].isin(system.years)]
    let_go = result.loc[result["quantity"] == "disposal"].groupby(place)["value"].sum()
    sides = [made.groupby(place).sum(), -used.groupby(place).sum(), -let_go, -demand.groupby(place)["value"].sum()]
    table = pd.concat(sides, axis=1).fillna(0.0)
    off = table.sum(axis=1).abs() > TOLERANCE * table.abs().sum(axis=1).clip(lower=1.0)
    for index, row in table[off].sort_index().iterrows():
        where = told_index("commodity_balance", index if isinstance(index, tuple) else (index,))
        yield Problem("CP-720", place=where, value=f"{row.sum():.9g}")
