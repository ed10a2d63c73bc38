"""Groups that follow from the data: coal by kind and firm, all energy, power used and its part beyond fossil fuels."""

from __future__ import annotations

import pandas as pd

from carbonpath.system.district import District

COAL_GROUP = "coal_use"
"""Group of every purchase of coal and coke, weighted by its standard-coal equivalent (Mtce)."""
COAL_BESIDE_COKING = "coal_use_beside_coking"
"""The same without coking coal and coke."""
COAL_MASS = "coal_mass"
"""Purchases of coal and coke in tonnes as weighed (Mt)."""
COAL_MASS_BESIDE_COKING = "coal_mass_beside_coking"
"""The same without coking coal and coke."""
ENERGY_GROUP = "energy_use"
"""Energy bought less energy sold, with what the district adds of its own (Mtce), as `indicators.energy_mix` counts."""
POWER_GROUP = "power_used"
"""Electricity made in the district and bought, less what is sold (TWh)."""
NON_FOSSIL_GROUP = "non_fossil_power"
"""Electricity of the sun and of contracts on renewable power (TWh)."""

ELECTRICITY = ("electricity", "electricity_green", "electricity_certified")
"""Commodities that are electricity."""
CONTRACTED = ("electricity_green", "electricity_certified")
"""Electricity that is bought as renewable: by direct line, or traded over the grid."""
SOLAR = "PV_"
"""First letters of library entries that make electricity of the sun."""
FEEDSTOCK_FUELS = ("refinery_gas", "cracker_gas", "offgas_h2")
"""By-products of feedstock, which is no energy itself, that become fuel in the district."""
MADE_ELSEWHERE = ("link", "purchase", "sale", "exchange")
"""Roles of technologies that make nothing themselves."""
COLUMNS = ["group", "technology", "weight", "unit"]


def energy_groups(district: District, market: pd.DataFrame) -> pd.DataFrame:
    """Return the groups of coal, energy and power.

    What is made of bought coal is not counted again: own coke counts as the coking coal that was bought for it. Every
    group of coal stands once for the district and once for each firm (``coal_use.F01``).

    Returns
    -------
    pd.DataFrame
        Columns group, technology, weight (per unit of activity), unit.
    """
    columns = ["coal", "tce_per_unit", "kind", "unit", "price_ncv"]
    trades = market.drop_duplicates("technology")[["technology", "firm", "role", "commodity", "base"]]
    trades = trades.join(district.commodities[columns], on="commodity")
    made = _made(district)
    parts = [_coal(trades[trades["role"] == "purchase"]), _energy(made, trades), *_power(made, trades)]
    return pd.concat([part[COLUMNS] for part in parts], ignore_index=True)


def _coal(bought: pd.DataFrame) -> pd.DataFrame:
    coal = bought[bought["coal"] != ""]
    priced = pd.to_numeric(coal["price_ncv"], errors="coerce")
    energy = coal.assign(weight=coal["tce_per_unit"], unit="Mtce")
    mass = coal.assign(weight=(1.0 / priced).where(coal["unit"] == "PJ", 1.0), unit="Mt")
    named = {COAL_GROUP: energy, COAL_MASS: mass}
    beside = {COAL_BESIDE_COKING: energy, COAL_MASS_BESIDE_COKING: mass}
    named |= {name: rows[rows["coal"] != "coking"] for name, rows in beside.items()}
    whole = pd.concat([rows.assign(group=name) for name, rows in named.items()], ignore_index=True)
    return pd.concat([whole, whole.assign(group=whole["group"] + "." + whole["firm"])], ignore_index=True)


def _energy(made: pd.DataFrame, trades: pd.DataFrame) -> pd.DataFrame:
    sign = trades["role"].map({"purchase": 1.0, "sale": -1.0})
    traded = trades.assign(weight=sign * trades["tce_per_unit"])
    traded = traded[(traded["weight"] != 0.0) & (traded["kind"] != "material")]
    own = made["base"].isin(FEEDSTOCK_FUELS) | (made["base"].isin(ELECTRICITY) & _solar(made))
    added = made[own].assign(weight=made["ratio"] * made["tce_per_unit"])
    rows = pd.concat([traded[["technology", "weight"]], added[["technology", "weight"]]], ignore_index=True)
    weights = rows.groupby("technology")["weight"].sum()
    return pd.DataFrame(
        {"technology": weights.index, "weight": weights.to_numpy(), "group": ENERGY_GROUP, "unit": "Mtce"}
    )


def _power(made: pd.DataFrame, trades: pd.DataFrame) -> list[pd.DataFrame]:
    traded = trades[trades["base"].isin(ELECTRICITY)]
    traded = traded.assign(weight=traded["role"].map({"purchase": 1.0, "sale": -1.0}))
    made = made[made["base"].isin(ELECTRICITY)].assign(weight=made["ratio"])
    every = pd.concat([traded[["technology", "weight"]], made[["technology", "weight"]]], ignore_index=True)
    clean = pd.concat([traded[traded["base"].isin(CONTRACTED)], made[_solar(made)]], ignore_index=True)
    return [rows.assign(group=name, unit="TWh") for name, rows in ((POWER_GROUP, every), (NON_FOSSIL_GROUP, clean))]


def _made(district: District) -> pd.DataFrame:
    flows = district.flows[district.flows["role"] == "output"]
    makers = district.technologies.loc[~district.technologies["role"].isin(MADE_ELSEWHERE), ["library_id"]]
    flows = flows.merge(makers, left_on="technology", right_index=True)
    return flows.merge(district.commodities[["tce_per_unit"]], left_on="commodity", right_index=True)


def _solar(made: pd.DataFrame) -> pd.Series[bool]:
    return made["library_id"].str.startswith(SOLAR)
