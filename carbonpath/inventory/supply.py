"""Fuel bought from a firm of the district carries the heating value and carbon content that its maker states.

Seller and buyer then count the same carbon, whatever the default of the buyer's guideline. What the buyer measures
itself comes first.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd

from carbonpath.inventory.choice import Choice, nothing

_KEY = ["firm", "item", "year"]


def single_suppliers(rows: pd.DataFrame) -> pd.DataFrame:
    """Return for each firm, item and year the one firm of the district from which all of the item is bought.

    Items that are bought from two suppliers, or from outside, are left out: their carbon is not of one maker.
    """
    bought = rows.loc[rows["activity"] == "purchased", [*_KEY, "counterparty"]]
    bought = bought.astype(dict.fromkeys(("firm", "item", "counterparty"), "str")).drop_duplicates()
    alone = bought[~bought.duplicated(_KEY, keep=False)]
    firms = frozenset(rows["firm"].cat.categories)
    return alone[alone["counterparty"].isin(firms)].rename(columns={"counterparty": "seller"}).reset_index(drop=True)


def from_supplier(
    keys: pd.DataFrame,
    suppliers: pd.DataFrame,
    guideline_of: Mapping[str, str],
    choose: Callable[[pd.DataFrame], Choice],
) -> Choice:
    """Return what `choose` finds for the supplier of each key; nothing where there is no single supplier."""
    if suppliers.empty:
        return nothing(len(keys))
    seller = keys[_KEY].merge(suppliers, how="left", on=_KEY)["seller"]
    known = seller.notna().to_numpy()
    if not known.any():
        return nothing(len(keys))
    makers = seller.where(known, keys["firm"])
    asked = keys.assign(firm=makers, facility="", guideline=makers.map(dict(guideline_of)))
    return choose(asked).where(known)
