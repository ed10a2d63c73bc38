"""Checks of a finished inventory: nothing dropped, the ledger closes, carbon in covers carbon out."""

from __future__ import annotations

import numpy as np
import pandas as pd

from carbonpath.core.problems import Problem
from carbonpath.inventory.activity import Activity, isin
from carbonpath.inventory.build import consumption
from carbonpath.inventory.completeness import check_consumption
from carbonpath.inventory.guideline_rules import check_refused
from carbonpath.inventory.known_properties import check_properties
from carbonpath.inventory.methods import (
    carbonate_use,
    chemicals,
    coke_calcining,
    coking,
    ethylene_oxide,
    hydrogen_production,
    iron_and_steel,
)
from carbonpath.inventory.totals import total, totals_by
from carbonpath.inventory.transfers import OUTSIDE, check_transfers, transfer_ledger
from carbonpath.reference.factors import Factors

BALANCES = tuple(
    method.NAME for method in (coking, iron_and_steel, hydrogen_production, coke_calcining, ethylene_oxide, chemicals)
)
"""Methods that are carbon balances."""

_BY = ("firm", "facility", "year")


def check_accounts(emissions: pd.DataFrame, activity: Activity) -> list[Problem]:
    """Return everything that a reader of the inventory should know, errors first.

    Parameters
    ----------
    emissions
        Table EMISSIONS made from `activity`.
    activity
        The prepared activity.
    """
    firms = frozenset(activity.rows["firm"].astype("str").unique())
    problems = [
        *check_consumption(activity, consumption(activity)),
        *check_transfers(transfer_ledger(activity), firms, activity.factors),
        *check_balances(emissions, activity.factors),
        *check_gas_pool(activity),
        *check_properties(activity),
        *check_refused(activity.properties, activity.evidence.guideline_by_firm, activity.factors),
    ]
    return sorted(problems, key=lambda problem: problem.severity != "error")


def check_balances(emissions: pd.DataFrame, factors: Factors) -> list[Problem]:
    """Return process units from which clearly more carbon leaves than enters (CP-363, warning).

    The CO2 of carbonates that are charged leaves with the gas of the unit, so it belongs to what enters.
    """
    limit = factors.constant("balance_warning_share")
    balanced = emissions["method"].isin((*BALANCES, carbonate_use.NAME))
    streams = emissions[balanced & (emissions["gas"] == "CO2")]
    sums = totals_by(streams, _BY, "value")
    entering = totals_by(streams.assign(value=streams["value"].clip(lower=0)), _BY, "value")["value"]
    return [
        Problem(
            "CP-363",
            value=f"{row['value']:.0f}",
            details={name: str(row[name]) for name in _BY},
            severity="warning",
        )
        for row in sums[sums["value"] < -limit * entering].to_dict("records")
    ]


def check_gas_pool(activity: Activity) -> list[Problem]:
    """Return years in which the carbon of gas made from coal differs from that of gas burnt (CP-364, warning)."""
    limit = activity.factors.constant("gas_pool_warning_share")
    rows = activity.rows
    gas = activity.where(isin(rows["group"], ("coal_gas",)) & rows["carbon"].to_numpy(dtype=bool))
    carbon = gas.rows["amount"].to_numpy() * gas.carbon.value
    outside = isin(gas.rows["counterparty"], (OUTSIDE,))
    made = _taken(gas, "output") | (_taken(gas, "purchased") & outside)
    used = _taken(gas, "combusted") | _taken(gas, "flared") | _taken(gas, "input") | (_taken(gas, "sold") & outside)
    problems: list[Problem] = []
    for year in sorted(gas.rows["year"].unique()):
        now = (gas.rows["year"] == year).to_numpy()
        there, gone = (total(np.nan_to_num(carbon[side & now])) for side in (made, used))
        if abs(there - gone) > limit * max(there, gone):
            details = {"year": str(year), "made": f"{there:.0f}", "used": f"{gone:.0f}"}
            problems.append(Problem("CP-364", value=f"{there - gone:.0f}", details=details, severity="warning"))
    return problems


def _taken(activity: Activity, name: str) -> np.typing.NDArray[np.bool_]:
    return isin(activity.rows["activity"], (name,))
