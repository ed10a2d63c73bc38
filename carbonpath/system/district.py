"""A district as its own files describe it: technologies by owner, commodities by place, flows between them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pandas as pd

from carbonpath.core.errors import DataError, require_valid
from carbonpath.core.problems import Problem
from carbonpath.system.conversion import converted
from carbonpath.system.district_checks import ACTIVITY_UNITS, lines, told_twice
from carbonpath.system.district_tables import DistrictTables

FLOW_COLUMNS = ("technology", "firm", "commodity", "base", "role", "ratio", "carbon", "confidence")
"""Columns of the flows of a district."""


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
    """One row a commodity and place, indexed by name (F01.gas_mix): columns of commodities.csv plus `base`, `firm`."""
    flows: pd.DataFrame
    """Columns technology, firm, commodity, base, role, ratio (per unit of activity), carbon, confidence."""

    def with_flows(self, flows: pd.DataFrame) -> District:
        """Return the district with other flows (calibrated ones)."""
        return replace(self, flows=flows)


def build_district(name: str, tables: DistrictTables) -> District:
    """Return the district that `tables` describe.

    A technology of the library becomes one technology per owner; a commodity of scope ``firm`` becomes one commodity
    per firm that makes or uses it. Coefficients are converted to the unit of the commodity.

    Raises
    ------
    DataError
        CP-214 for an asset, process unit, host or demand that no technology of the district stands for; CP-220 or
        CP-221 for a coefficient whose unit does not fit its commodity; CP-222 for a technology with two inputs or two
        outputs of one survey item; CP-223 for a technology whose main output is not an output of one unit.
    """
    technologies = _owned_technologies(tables["technologies"])
    flows = _flows(technologies, tables)
    commodities = _commodities(flows, tables)
    found = [
        *_check_library(tables),
        *_check_owned(tables, technologies),
        *_check_hosts(tables),
        *_check_demand(tables, commodities),
    ]
    require_valid(found, DataError)
    return District(name, tables, technologies, commodities, flows)


def commodity_at(firm: str, base: str, scope: str) -> str:
    """Return the name of commodity `base` as `firm` sees it."""
    return f"{firm}.{base}" if scope == "firm" else base


def _owned_technologies(library: pd.DataFrame) -> pd.DataFrame:
    modelled = library[library["role"] != "dormant"]
    owned = modelled.assign(firm=modelled["owners"].str.split()).explode("firm", ignore_index=True)
    owned["technology"] = owned["firm"] + "." + owned["library_id"]
    return owned.set_index("technology").sort_index()


def _flows(technologies: pd.DataFrame, tables: DistrictTables) -> pd.DataFrame:
    entries = tables["commodities"].set_index("commodity")[["scope", "unit"]]
    library = tables["technology_flows"].rename(columns={"commodity": "base"})
    targets = library["base"].map(entries["unit"])
    library["ratio"] = converted(library, targets, "technology_flows.csv", number="coefficient")
    library["scope"] = library["base"].map(entries["scope"])
    owners = technologies[["library_id", "firm"]].reset_index()
    flows = owners.merge(library, on="library_id", validate="m:m")
    flows["commodity"] = _placed_names(flows)
    return flows[list(FLOW_COLUMNS)].sort_values(["technology", "role", "commodity"], ignore_index=True)


def _placed_names(rows: pd.DataFrame) -> list[str]:
    return [commodity_at(*place) for place in zip(rows["firm"], rows["base"], rows["scope"], strict=True)]


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
    placed["commodity"] = _placed_names(placed)
    placed["unit"] = placed["unit"].map(dict(ACTIVITY_UNITS))
    return placed.set_index("commodity").sort_index()


def _check_library(tables: DistrictTables) -> Iterator[Problem]:
    flows, library = tables["technology_flows"], tables["technologies"]
    made = flows[(flows["role"] == "output") & (flows["coefficient"] == 1.0)]
    units = tables["commodities"].set_index("commodity")["unit"]
    made = made[made["unit"] == made["commodity"].map(units)]
    whole = set(zip(made["library_id"], made["commodity"], strict=True))
    mains = zip(lines(library), library["library_id"], library["main_output"], strict=True)
    for line, name, main in mains:
        if (name, main) not in whole:
            yield Problem("CP-223", "technologies.csv", f"main_output, line {line}", main, {"technology": name})
    items = tables["commodities"].set_index("commodity")["survey_item"]
    surveyed = flows.assign(survey_item=flows["commodity"].map(items))
    yield from told_twice(surveyed, ("library_id", "survey_item", "role"), "technology_flows.csv")


def _check_owned(tables: DistrictTables, technologies: pd.DataFrame) -> Iterator[Problem]:
    for name in ("assets", "facilities"):
        rows = tables[name][tables[name]["library_id"] != ""]
        rows = rows.assign(library_id=rows["firm"] + "." + rows["library_id"])
        strange = rows[~rows["library_id"].isin(technologies.index)]
        yield from _unknown(strange, name, "library_id", ("technologies.csv", "owners, library_id"))


def _check_hosts(tables: DistrictTables) -> Iterator[Problem]:
    rows = tables["facilities"]
    own = set(zip(rows["firm"], rows["facility"], strict=True))
    hosted = rows[rows["host"] != ""]
    strange = [place not in own for place in zip(hosted["firm"], hosted["host"], strict=True)]
    mask = pd.Series(strange, index=hosted.index, dtype=bool)
    yield from _unknown(hosted[mask], "facilities", "host", ("facilities.csv", "facility"))


def _check_demand(tables: DistrictTables, commodities: pd.DataFrame) -> Iterator[Problem]:
    rows = tables["demand"].drop_duplicates("commodity")
    strange = rows[~rows["commodity"].isin(commodities.index)]
    yield from _unknown(strange, "demand", "commodity", ("technology_flows.csv", "commodity"))


def _unknown(rows: pd.DataFrame, name: str, column: str, where: tuple[str, str]) -> Iterator[Problem]:
    details = {"other": where[0], "column": where[1]}
    for line, value in zip(lines(rows), rows[column], strict=True):
        yield Problem("CP-214", f"{name}.csv", f"{column}, line {line}", str(value), details)
