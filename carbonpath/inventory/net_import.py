"""Net import of power and heat by the district: scope 2 of the territory.

``E = max(0, sum of bought - sum of sold) x EF`` for power and for heat, over all firms.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from carbonpath.inventory.activity import Activity, isin
from carbonpath.inventory.methods import purchased_energy
from carbonpath.inventory.row_uncertainty import interval
from carbonpath.inventory.totals import total


@dataclass(frozen=True, slots=True)
class NetImport:
    """Net import of one kind of energy in one year."""

    energy: str
    """electricity or heat."""
    year: int
    """Year."""
    net_gj: float
    """Bought less sold by all firms; negative: net export."""
    tco2e: float
    """Scope 2 of the district; 0 for a net export."""
    factor_source: str
    """Factor and its origin."""
    uncertainty_pct: float
    """Half-width of the 95 % interval."""


def net_imports(activity: Activity) -> tuple[NetImport, ...]:
    """Return the net import of power and heat in each year of `activity`."""
    chosen = activity.where(purchased_energy.applies_to(activity.rows))
    rows = chosen.rows
    sign = np.where(isin(rows["activity"], ("sold",)), -1.0, 1.0)
    signed = rows.assign(signed=rows["amount"].to_numpy() * sign)
    found: list[NetImport] = []
    for energy, items in (("electricity", purchased_energy.at_grid_factor(activity)), ("heat", purchased_energy.HEAT)):
        part = signed[isin(rows["item"], items)]
        for year in sorted(part["year"].unique()):
            net = total(part.loc[part["year"] == year, "signed"])
            found.append(_net_import(activity, energy, int(year), net))
    return tuple(found)


def import_rows(activity: Activity) -> pd.DataFrame:
    """Return the net import of each year as rows of EMISSIONS (scope 2, no firm), so far as uncertainty needs them."""
    columns = ["firm", "facility", "sector", "scope", "item", "gas", "year", "co2_equivalent", "source"]
    columns += ["factor_source", "activity_uncertainty", "factor_lower", "factor_upper"]
    rows = [
        ("", "", "", 2, one.energy, "CO2", one.year, one.tco2e, f"net import {one.year}", *_origin(one))
        for one in net_imports(activity)
        if one.tco2e
    ]
    return pd.DataFrame(rows, columns=columns)


def _origin(one: NetImport) -> tuple[str, float, float, float]:
    """Return the origin of the factor, the uncertainty of the amount and the limits of the factor."""
    return one.factor_source, 0.0, -one.uncertainty_pct, one.uncertainty_pct


def _net_import(activity: Activity, energy: str, year: int, net: float) -> NetImport:
    electric = energy == "electricity"
    item = purchased_energy.ELECTRICITY[0] if electric else purchased_energy.HEAT[0]
    factor = purchased_energy.energy_factor(activity, item, year)
    width = interval(activity.factors, "factor", "grid_electricity" if electric else "heat")
    return NetImport(
        energy=energy,
        year=year,
        net_gj=net,
        tco2e=max(0.0, net) * purchased_energy.per_gj(factor),
        factor_source=purchased_energy.told(factor, year),
        uncertainty_pct=float(width.half_width),
    )
