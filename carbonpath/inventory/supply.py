"""Fuel bought from a firm of the district carries the heating value and carbon content that its maker states.

Seller and buyer then count the same carbon, whatever the default of the buyer's guideline. What the buyer measures
itself comes first.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pandas as pd

from carbonpath.inventory.choice import Choice, nothing
from carbonpath.inventory.evidence import Evidence
from carbonpath.inventory.keys import Keys

_KEY = ["firm", "item", "year"]


def single_suppliers(rows: pd.DataFrame) -> dict[tuple[str, str, int], str]:
    """Return for each firm, item and year the one firm of the district from which all of the item is bought.

    Items that are bought from two suppliers, or from outside, are left out: their carbon is not of one maker.
    """
    bought = rows.loc[rows["activity"] == "purchased", [*_KEY, "counterparty"]]
    bought = bought.astype(dict.fromkeys(("firm", "item", "counterparty"), "str")).drop_duplicates()
    alone = bought[~bought.duplicated(_KEY, keep=False)]
    firms = frozenset(rows["firm"].cat.categories)
    return {
        (firm, item, int(year)): seller for firm, item, year, seller in alone.itertuples(index=False) if seller in firms
    }


def from_supplier(keys: Keys, evidence: Evidence, choose: Callable[[Keys], Choice]) -> Choice:
    """Return what `choose` finds for the supplier of each key; nothing where there is no single supplier."""
    if not evidence.suppliers:
        return nothing(len(keys))
    asked = zip(keys.firm, keys.item, keys.year.tolist(), strict=True)
    sellers = [evidence.suppliers.get(key, "") for key in asked]
    known = np.array([seller != "" for seller in sellers], dtype=bool)
    if not known.any():
        return nothing(len(keys))
    makers = np.array([seller or firm for seller, firm in zip(sellers, keys.firm, strict=True)], dtype=object)
    guidelines = np.array([evidence.guideline_by_firm[maker] for maker in makers], dtype=object)
    of_maker = replace(keys, firm=makers, facility=np.full(len(keys), "", dtype=object), guideline=guidelines)
    return choose(of_maker).where(known)
