"""Heat of generating units by kind of fuel: carbon markets leave out units on gas of their own works or on biomass.

Own gas is a gaseous fuel that the firm itself makes, or the pool of gases that it makes; gas bought from another firm
is none. Fuel that burns in a part of a unit (coal in a gas boiler) counts with the unit.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from carbonpath.inventory.activity import Activity, isin, startswith
from carbonpath.inventory.keys import Mask
from carbonpath.inventory.totals import totals_by

CATEGORY = "1A1a"
"""Category of power and heat for others."""
POOL = "coal_gas"
"""Group of gases that steelworks mix in one pool."""
COLUMNS = ("firm", "facility", "year", "energy", "own_gas", "biomass")

_BY = ["firm", "facility", "year"]


def unit_heat(activity: Activity, hosts: Mapping[tuple[str, str], str]) -> pd.DataFrame:
    """Return the heat of fuels burnt in each generating unit, and the shares of own gas and biomass in it.

    Parameters
    ----------
    activity
        The prepared activity.
    hosts
        Unit to which a part belongs, by firm and facility of the part.

    Returns
    -------
    pandas.DataFrame
        Columns firm, facility, year, energy (GJ), own_gas and biomass (0 to 1); units without fuel are left out.
    """
    rows = activity.rows
    burnt = activity.where(isin(rows["activity"], ("combusted",)) & startswith(rows["category"], CATEGORY))
    energy = burnt.rows["amount"].to_numpy() * np.nan_to_num(burnt.energy.value)
    units = burnt.rows[_BY].astype({"firm": "str", "facility": "str"})
    places = zip(units["firm"], units["facility"], strict=True)
    units = units.assign(facility=[hosts.get(place, place[1]) for place in places], energy=energy)
    sums = totals_by(units, _BY, "energy")
    for name, chosen in (("own_gas", _own_gas(activity, burnt.rows)), ("biomass", _biomass(activity, burnt.rows))):
        part = totals_by(units.assign(energy=np.where(chosen, energy, 0.0)), _BY, "energy")["energy"]
        sums[name] = part / sums["energy"]
    return sums.loc[sums["energy"] > 0, list(COLUMNS)].reset_index(drop=True)


def _own_gas(activity: Activity, burnt: pd.DataFrame) -> Mask:
    """Tell which amounts burnt are gases that their firm makes."""
    fuels = activity.factors.fuels
    gases = frozenset(fuels.loc[fuels["state"] == "gas", "fuel"])
    rows = activity.rows
    made = rows.loc[isin(rows["activity"], ("output",)) & isin(rows["item"], gases), ["firm", "item", "group"]]
    made = made.astype("str")
    items = frozenset(zip(made["firm"], made["item"], strict=True))
    pools = frozenset(made.loc[made["group"] == POOL, "firm"])
    asked = burnt[["firm", "item", "group"]].astype("str").itertuples(index=False)
    return np.array([(f, item) in items or (group == POOL and f in pools) for f, item, group in asked], dtype=bool)


def _biomass(activity: Activity, burnt: pd.DataFrame) -> Mask:
    fuels = activity.factors.fuels
    return isin(burnt["item"], fuels.loc[fuels["biogenic_share"] > 0, "fuel"])
