"""Emission per unit of activity of each technology, from the carbon of what it burns and transforms."""

from __future__ import annotations

import pandas as pd

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
    """
    flows = district.flows[district.flows["carbon"] != "none"]
    held = [carbon.of(firm, base) for firm, base in zip(flows["firm"], flows["base"], strict=True)]
    sign = flows["role"].map({"input": 1.0, "output": -1.0})
    burnt = flows["carbon"] == "burnt"
    factor = pd.Series([c.content for c in held], index=flows.index)
    oxidised = pd.Series([c.burnt for c in held], index=flows.index)
    terms = flows["ratio"] * sign * factor.where(~burnt, oxidised)
    from_flows = terms.groupby(flows["technology"]).sum()
    process = district.technologies["process_co2"]
    total = process.add(from_flows, fill_value=0.0)
    return pd.DataFrame(
        {
            "technology": total.index,
            "value": total.to_numpy(),
            "source": "carbon of flows (inventory factors) and process CO2 (technologies.csv)",
        }
    )
