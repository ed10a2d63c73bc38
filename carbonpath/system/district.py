"""A district as its own files describe it: technologies by owner, commodities by place, flows between them."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pandas as pd

from carbonpath.core.units import conversion_factor
from carbonpath.system.district_tables import DistrictTables

ACTIVITY_UNITS = {
    "t": "Mt",
    "GJ": "PJ",
    "MWh": "TWh",
    "1000Nm3": "10^9 Nm3",
    "1000tkm": "Gtkm",
    "10kCNY": "10^10 CNY",
}
"""Unit of amounts in the model, 10^6 of the unit in which coefficients are written."""


@dataclass(frozen=True, slots=True)
class District:
    """Technologies with their owners and flows with their commodities, before prices, demand and limits."""

    name: str
    """Name of the district."""
    tables: DistrictTables
    """The files as read."""
    technologies: pd.DataFrame
    """One row a technology and owner, indexed by name (F01.BF_STD): the columns of technologies.csv plus `firm`."""
    commodities: pd.DataFrame
    """One row a commodity and place, indexed by name (F01.gas_mix): the columns of commodities.csv plus `base`, `firm`."""
    flows: pd.DataFrame
    """Columns technology, firm, commodity, base, role, ratio (per unit of activity), carbon, confidence."""

    def with_flows(self, flows: pd.DataFrame) -> District:
        """Return the district with other flows (calibrated ones)."""
        return replace(self, flows=flows)


def build_district(name: str, tables: DistrictTables) -> District:
    """Return the district that `tables` describe.

    A technology of the library becomes one technology per owner; a commodity of scope ``firm`` becomes one commodity
    per firm that makes or uses it. Coefficients are converted to the unit of the commodity.
    """
    technologies = _owned_technologies(tables["technologies"])
    flows = _flows(technologies, tables)
    return District(name, tables, technologies, _commodities(flows, tables), flows)


def commodity_at(firm: str, base: str, scope: str) -> str:
    """Return the name of commodity `base` as `firm` sees it."""
    return f"{firm}.{base}" if scope == "firm" else base


def _owned_technologies(library: pd.DataFrame) -> pd.DataFrame:
    modelled = library[library["role"] != "dormant"]
    owned = modelled.assign(firm=modelled["owners"].str.split()).explode("firm", ignore_index=True)
    owned["technology"] = owned["firm"] + "." + owned["library_id"]
    return owned.set_index("technology").sort_index()


def _flows(technologies: pd.DataFrame, tables: DistrictTables) -> pd.DataFrame:
    owners = technologies[["library_id", "firm"]].reset_index()
    flows = owners.merge(tables["technology_flows"], on="library_id", validate="m:m")
    entries = tables["commodities"].set_index("commodity")
    flows["base"] = flows["commodity"]
    flows["scope"] = flows["base"].map(entries["scope"])
    flows["target"] = flows["base"].map(entries["unit"])
    flows["commodity"] = [
        commodity_at(firm, base, scope)
        for firm, base, scope in zip(flows["firm"], flows["base"], flows["scope"], strict=True)
    ]
    flows["ratio"] = flows["coefficient"] * [
        conversion_factor(unit, target) for unit, target in zip(flows["unit"], flows["target"], strict=True)
    ]
    columns = ["technology", "firm", "commodity", "base", "role", "ratio", "carbon", "confidence"]
    return flows[columns].sort_values(["technology", "role", "commodity"], ignore_index=True)


def _commodities(flows: pd.DataFrame, tables: DistrictTables) -> pd.DataFrame:
    exchanges = tables["exchanges"]
    ends = pd.concat(
        [
            flows[["firm", "base"]],
            exchanges[["from_firm", "commodity"]].set_axis(["firm", "base"], axis=1),
            exchanges[["to_firm", "commodity"]].set_axis(["firm", "base"], axis=1),
        ]
    ).drop_duplicates()
    entries = tables["commodities"].rename(columns={"commodity": "base"})
    placed = ends.merge(entries, on="base", validate="m:1")
    placed.loc[placed["scope"] == "district", "firm"] = ""
    placed = placed.drop_duplicates(["firm", "base"])
    placed["commodity"] = [
        commodity_at(firm, base, scope)
        for firm, base, scope in zip(placed["firm"], placed["base"], placed["scope"], strict=True)
    ]
    placed["unit"] = placed["unit"].map(ACTIVITY_UNITS)
    return placed.set_index("commodity").sort_index()
