"""Emission per unit of activity of each technology, from the carbon of what it burns and transforms."""

from __future__ import annotations

import pandas as pd

from carbonpath.core.errors import DataError
from carbonpath.core.problems import Problem
from carbonpath.system.carbon import CarbonTable
from carbonpath.system.district import District


def emission_ratios(district: District, carbon: CarbonTable) -> pd.DataFrame:
    """Return what each technology emits per unit of activity.

    The sum of three terms: carbon burnt, sum of ratio x content x oxidation over flows marked ``burnt``; carbon
    balance, sum of ratio x content over inputs less outputs marked ``balance``; and process CO2 of carbonates and
    other sources that are no commodity. The factors are the inventory's, so inventory and model cannot disagree.

    Returns
    -------
    pd.DataFrame
        Columns technology, value (Mt CO2 per unit of activity), source.

    Raises
    ------
    DataError
        CP-227 for each commodity that is burnt or balanced and of which neither survey nor tables know the carbon: it
        would count as free of carbon.
    """
    flows = district.flows[district.flows["carbon"] != "none"]
    places = sorted(set(zip(flows["firm"], flows["base"], strict=True)))
    unknown = [place for place in places if not carbon.knows(*place)]
    if unknown:
        raise DataError(*(Problem("CP-227", "commodities.csv", place=firm, value=base) for firm, base in unknown))
    total = district.technologies["process_co2"].add(carbon_terms(flows, carbon), fill_value=0.0)
    return pd.DataFrame(
        {
            "technology": total.index,
            "value": total.to_numpy(),
            "source": "carbon of flows (inventory factors) and process CO2 (technologies.csv)",
        }
    )


def carbon_terms(flows: pd.DataFrame, carbon: CarbonTable) -> pd.Series[float]:
    """Return the carbon that `flows` leave to the air by technology, Mt CO2 per unit of activity."""
    held = [carbon.of(firm, base) for firm, base in zip(flows["firm"], flows["base"], strict=True)]
    factor = [
        found.burnt if use == "burnt" else found.content for found, use in zip(held, flows["carbon"], strict=True)
    ]
    sign = flows["role"].map({"input": 1.0, "output": -1.0})
    terms = flows["ratio"] * sign * pd.Series(factor, index=flows.index, dtype=float)
    return terms.groupby(flows["technology"]).sum()


def fuel_emissions(district: District, carbon: CarbonTable) -> pd.DataFrame:
    """Return what each technology releases per unit of an input: a retrofit that saves the input saves this too.

    Inputs of a carbon balance are left out: less of them also means less of the outputs that carry their carbon.

    Returns
    -------
    pd.DataFrame
        Columns technology, commodity, value (Mt CO2 per unit of the commodity), source.
    """
    flows = district.flows[(district.flows["role"] == "input") & (district.flows["carbon"] != "balance")]
    held = [carbon.of(firm, base).burnt for firm, base in zip(flows["firm"], flows["base"], strict=True)]
    value = pd.Series(held, index=flows.index, dtype=float).where(flows["carbon"] == "burnt", 0.0)
    return flows[["technology", "commodity"]].assign(value=value, source="carbon of flows (inventory factors)")
