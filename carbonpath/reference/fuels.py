"""What fuels and materials are: labels, groups, standard coal."""

from __future__ import annotations

import pandas as pd

from carbonpath.core.messages import Language
from carbonpath.reference.factors import Factors

COAL_GROUPS = ("coal", "coke")
"""Fuel groups whose use is coal use; gases made from them are not counted again."""


def item_label(factors: Factors, item: str, language: Language) -> str:
    """Return the label of a fuel or material, or its id if it is in neither table."""
    for table, key in ((factors.fuels, "fuel"), (factors.materials, "material")):
        found = table.loc[table[key] == item, language]
        if not found.empty:
            return str(found.iloc[0])
    return item


def fuels_of(factors: Factors, *groups: str) -> frozenset[str]:
    """Return the fuels of some groups."""
    return frozenset(factors.fuels.loc[factors.fuels["group"].isin(groups), "fuel"])


def materials_of(factors: Factors, *groups: str) -> frozenset[str]:
    """Return the materials of some groups."""
    return frozenset(factors.materials.loc[factors.materials["group"].isin(groups), "material"])


def feedstocks(factors: Factors) -> frozenset[str]:
    """Return fuels and materials that refineries and crackers turn into products."""
    fuels = factors.fuels.loc[factors.fuels["feedstock"] == 1, "fuel"]
    materials = factors.materials.loc[factors.materials["feedstock"] == 1, "material"]
    return frozenset(fuels) | frozenset(materials)


def carbon_items(factors: Factors) -> frozenset[str]:
    """Return fuels and materials that carry carbon, as far as the tables know.

    A fuel without a default carbon content counts as carbon: its carbon must be measured.
    """
    content = factors.fuel_factors[factors.fuel_factors["property"] == "carbon_content"]
    free = frozenset(content["fuel"]) - frozenset(content.loc[content["value"] > 0, "fuel"])
    numbers = factors.process_factors
    kinds = numbers["property"].isin(("emission_factor", "carbon_content_mass")) & (numbers["value"] > 0)
    materials = frozenset(pd.Series(numbers.loc[kinds, "material"]))
    return (frozenset(factors.fuels["fuel"]) - free) | materials
