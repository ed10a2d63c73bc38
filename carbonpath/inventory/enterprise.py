"""The steelworks as one box: carbon bought less carbon in products (CETS-AG-03.01-V01-2024, equation 1).

``E = sum FC x NCV x CC x 44/12 + sum P x EF + P_el x EF_el + sum M x EF - sum AD x EF``

FC is fuel bought less fuel sold and less fuel of vehicles, which are outside (clause 6.2.1); P carbonates and P_el
electrodes used; M pig iron, reduced iron, ferroalloys and scrap bought; AD crude steel made, and pig iron, tar and
benzene sold. There is no oxidation factor. Stocks are not in the survey, so a change of stocks shows as a difference
from the sum of the process units.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd

from carbonpath.inventory.activity import Activity, isin
from carbonpath.inventory.carbon import CO2_PER_CARBON
from carbonpath.inventory.choice import Floats
from carbonpath.inventory.keys import Mask
from carbonpath.inventory.methods import mobile_combustion
from carbonpath.reference.fuels import materials_of

PRODUCTS_SOLD = ("pig_iron", "coal_tar_product", "crude_benzene_product")
"""Products of which the sold amount is deducted."""


def steelworks(activity: Activity) -> tuple[str, ...]:
    """Return the firms whose guideline accounts steelworks by this equation."""
    chosen = [
        name for name, rule in activity.guidelines.items() if rule.sector == "steel" and rule.oxidation == "complete"
    ]
    return tuple(sorted(activity.rows.loc[isin(activity.rows["guideline"], chosen), "firm"].astype("str").unique()))


def enterprise_account(activity: Activity, firms: Iterable[str]) -> pd.DataFrame:
    """Return the terms of the equation.

    Returns
    -------
    pandas.DataFrame
        Columns firm, year, term (fuel, carbonate, electrode, material, product), item, tco2 (negative where
        deducted), source, and for the forms amount (negative where deducted), base, tier and factor_source; one row a
        cell.
    """
    chosen = activity.where(isin(activity.rows["firm"], firms) & activity.rows["carbon"].to_numpy(dtype=bool))
    terms = _terms(chosen)
    parts = [_term(chosen, name, mask, sign) for name, mask, sign in terms if mask.any()]
    columns = ["firm", "year", "term", "item", "tco2", "source", "amount", "base", "tier", "factor_source"]
    table = pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=columns)
    return table.sort_values(["firm", "year", "term", "item", "source"], ignore_index=True)


def _terms(activity: Activity) -> tuple[tuple[str, Mask, float], ...]:
    rows = activity.rows
    did = {name: isin(rows["activity"], (name,)) for name in ("purchased", "sold", "input", "output")}
    fuel = isin(rows["item"], activity.factors.fuels["fuel"])
    material = isin(rows["item"], materials_of(activity.factors, "metal", "alloy"))
    return (
        ("fuel", fuel & did["purchased"], 1.0),
        ("fuel", fuel & did["sold"], -1.0),
        ("fuel", mobile_combustion.applies_to(rows), -1.0),
        ("carbonate", isin(rows["group"], ("carbonate",)) & did["input"], 1.0),
        ("electrode", isin(rows["item"], ("electrode",)) & did["input"], 1.0),
        ("material", material & did["purchased"], 1.0),
        ("product", isin(rows["item"], ("crude_steel",)) & did["output"], -1.0),
        ("product", isin(rows["item"], PRODUCTS_SOLD) & did["sold"], -1.0),
    )


def _term(activity: Activity, name: str, mask: Mask, sign: float) -> pd.DataFrame:
    part = activity.where(mask)
    carbon: Floats = part.rows["amount"].to_numpy() * part.carbon.value
    table = part.rows[["firm", "year", "item", "source", "base"]].astype({"firm": "str", "item": "str", "base": "str"})
    return table.assign(
        term=name,
        tco2=sign * np.nan_to_num(carbon) * CO2_PER_CARBON,
        amount=sign * part.rows["amount"].to_numpy(),
        tier=part.carbon.tier,
        factor_source=part.carbon.source,
    )
