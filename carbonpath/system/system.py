"""A reference energy and material system: sets, entities and parameters, immutable."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from carbonpath.core.schemas import Column, Schema
from carbonpath.core.vocabulary import quantity
from carbonpath.system.outline import Outline, Units

TECHNOLOGIES = Schema(
    "TECHNOLOGIES",
    (
        Column("technology", "str", "name with its owner, e.g. F01.BF_STD"),
        Column("firm", "str", "owner; blank: nobody's (a purchase of the whole district)"),
        Column("library_id", "str", "entry of the technology library; blank for purchases, sales and exchanges"),
        Column("sector", "str", "steel, power, heat, petrochemical, hydrogen, cement, glass, transport, ccs, market"),
        Column("role", "str", "process, add_on, link, purchase, sale, exchange or residual"),
        Column("main_output", "str", "commodity whose unit measures activity"),
        Column("activity_unit", "str", "unit of activity, e.g. Mt, PJ, TWh"),
        Column("capacity_unit", "str", "unit of capacity, e.g. Mt/y, MW; blank: no capacity is kept"),
        Column("zh", "str", "Chinese label"),
        Column("en", "str", "English label"),
        Column("source", "str", "where the numbers come from"),
        Column("confidence", "str", "seen-twice, seen, recalled, derived or assumed: the weakest of the row"),
    ),
)
"""Technologies of a system."""

COMMODITIES = Schema(
    "COMMODITIES",
    (
        Column("commodity", "str", "name; local ones carry their firm, e.g. F01.gas_mix"),
        Column("base", "str", "name without the firm, e.g. gas_mix"),
        Column("firm", "str", "owner of a local commodity; blank: shared in the district"),
        Column("kind", "str", "fuel, by-product, material, energy carrier, service, emission"),
        Column("unit", "str", "unit of amounts, e.g. Mt, PJ, TWh"),
        Column("balance", "str", "equal: what is made is used; surplus: some may be let go"),
        Column("tce_per_unit", "float", "Mtce per unit (10^6 tce); 0 for what is no energy"),
        Column("fuel", "str", "fuel id of the emission factors; blank for what is no fuel"),
        Column("zh", "str", "Chinese label"),
        Column("en", "str", "English label"),
    ),
)
"""Commodities of a system."""

GROUPS = Schema(
    "GROUPS",
    (
        Column("group", "str", "name, e.g. clean_transport, coal_use"),
        Column("technology", "str", "member"),
        Column("weight", "float", "group unit per unit of the member's activity"),
        Column("unit", "str", "unit of the weighted sum, e.g. Mtce, Gtkm"),
    ),
)
"""Weighted groups of technologies, for limits and shares that bind several at once."""


KINDS = {"year": "int64", "reference_year": "int64", "value": "float64"}
"""Columns of PARAMETER tables that hold numbers."""


@dataclass(frozen=True, slots=True)
class System:
    """What the model is told: sets, entities and parameters of a district or of a reference case.

    A parameter is a table with its index columns in the order of the vocabulary, then ``value`` and ``source``. A row
    that is absent is a limit that is absent, or a ratio of zero; there are no sentinels.
    """

    name: str
    """Name of the district or case."""
    regions: tuple[str, ...]
    """Regions."""
    years: tuple[int, ...]
    """Consecutive model years."""
    timeslices: Mapping[str, float]
    """Share of the year by timeslice, adding up to one; ``{"annual": 1.0}`` in an annual model."""
    modes: tuple[str, ...]
    """Modes of operation; ``("1",)`` where technologies have one."""
    emissions: tuple[str, ...]
    """Emissions: ``co2`` (scope 1, at the place of release), ``co2_import`` (scope 2, net purchased power)."""
    technologies: pd.DataFrame
    """Table TECHNOLOGIES."""
    commodities: pd.DataFrame
    """Table COMMODITIES."""
    groups: pd.DataFrame
    """Table GROUPS."""
    parameters: Mapping[str, pd.DataFrame]
    """PARAMETER tables by name of the vocabulary; a name without rows may be absent."""
    storages: tuple[str, ...] = ()
    """Storages."""
    seasons: tuple[str, ...] = ()
    """Seasons in the order in which they follow each other."""
    day_types: tuple[str, ...] = ()
    """Types of day (working day, weekend) in the order in which they follow each other in a week."""
    brackets: tuple[str, ...] = ()
    """Parts of a day in the order in which they follow each other."""
    user_constraints: tuple[str, ...] = ()
    """User-defined constraints."""
    yearly_technologies: tuple[str, ...] = ()
    """Technologies at the level of the year: they have one activity a year and run alike in all timeslices, or after
    their ``load_profile``; all others run in every timeslice."""
    yearly_commodities: tuple[str, ...] = ()
    """Commodities at the level of the year: what is made in any timeslice serves any other; all others balance in
    every timeslice."""

    def parameter(self, name: str) -> pd.DataFrame:
        """Return the table of a parameter; without rows if the system says nothing of it.

        Raises
        ------
        KeyError
            If the vocabulary has no parameter of that name.
        """
        table = self.parameters.get(name)
        return empty_parameter(name) if table is None else table

    def outline(self) -> Outline:
        """Return sets and entities in plain Python."""
        technologies, commodities, groups = self.technologies, self.commodities, self.groups
        units = zip(technologies["activity_unit"].tolist(), technologies["capacity_unit"].tolist(), strict=True)
        return Outline(
            name=self.name,
            regions=self.regions,
            years=self.years,
            timeslices=self.timeslices,
            technologies=dict(zip(technologies["technology"].tolist(), map(Units._make, units), strict=True)),
            balances=dict(zip(commodities["commodity"].tolist(), commodities["balance"].tolist(), strict=True)),
            members=tuple(zip(*(groups[name].tolist() for name in ("group", "technology", "weight")), strict=True)),
            source=self.source,
            storages=self.storages,
            seasons=self.seasons,
            day_types=self.day_types,
            brackets=self.brackets,
            yearly_technologies=frozenset(self.yearly_technologies),
            yearly_commodities=frozenset(self.yearly_commodities),
        )

    def source(self, name: str, index: tuple[Any, ...]) -> str:
        """Return the source of one row of a parameter; blank if the row does not exist or does not say."""
        table = self.parameter(name)
        for column, wanted in zip(quantity(name).indices, index, strict=True):
            table = table[table[column] == wanted]
        return "" if table.empty else str(table["source"].iloc[0])

    def with_parameters(self, tables: Mapping[str, pd.DataFrame]) -> System:
        """Return a system in which `tables` stand in for the parameters of those names."""
        return replace(self, parameters={**self.parameters, **tables})


def parameter_columns(name: str) -> list[str]:
    """Return the columns of a PARAMETER table: indices, value, source."""
    entry = quantity(name)
    if entry.kind != "parameter":
        raise KeyError(name)
    return [*entry.indices, "value", "source"]


def empty_parameter(name: str) -> pd.DataFrame:
    """Return a PARAMETER table of `name` without rows."""
    return pd.DataFrame({column: pd.Series(dtype=KINDS.get(column, "str")) for column in parameter_columns(name)})


def as_parameter(name: str, rows: pd.DataFrame) -> pd.DataFrame:
    """Return rows as a PARAMETER table of `name`: columns in order, rows sorted by index, source blank if unknown."""
    columns = parameter_columns(name)
    if rows.empty:
        return empty_parameter(name)
    told = rows if "source" in rows else rows.assign(source="")
    table = told.reindex(columns=columns).astype({column: KINDS.get(column, "str") for column in columns})
    table["source"] = table["source"].fillna("")
    return table.sort_values(columns[:-2], kind="stable").reset_index(drop=True)
