"""OSeMOSYS: a system as an otoole data set, at full digits, that gives the same optimum when it is read again.

What OSeMOSYS has no word for is said in its own: a commodity that must balance and a limit on a group become
user-defined constraints (as MUIO writes them), free allowances a lower variable cost, a year in which nothing may be
built a limit of zero. What cannot be said at all is refused.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

import pandas as pd

from carbonpath.core.errors import DataError, require_valid
from carbonpath.core.files import write_text
from carbonpath.core.problems import Problem
from carbonpath.core.tables import write_table
from carbonpath.core.vocabulary import dimensions, parameter_names, quantity
from carbonpath.exports.osemosys_constraints import Wording

DEFAULTS = {
    "OperationalLife": 1.0,
    "DepreciationMethod": 1.0,
    "CapacityToActivityUnit": 1.0,
    "CapacityFactor": 1.0,
    "AvailabilityFactor": 1.0,
    "UDCTag": -1.0,
    "StorageMaxChargeRate": 99_999.0,
    "StorageMaxDischargeRate": 99_999.0,
}
"""Defaults that are neither zero nor -1; OSeMOSYS does not read -1 as no limit of a rate of storage."""
NO_LIMIT = -1.0
"""Default of an upper limit."""

SAID_OTHERWISE = (
    "free_allocation",
    "max_group_activity",
    "min_group_activity",
    "max_group_share",
    "min_group_share",
    "max_user_constraint",
    "equal_user_constraint",
)
"""Parameters without a name in OSeMOSYS that are said in other words."""
SAYS_NOTHING_ALONE = ("boundary_weight", "build_seed")
"""Parameters without a name in OSeMOSYS that have no effect without a limit."""


class ExportedSystem(Protocol):
    """What is exported: sets, entities and parameters of a system."""

    @property
    def regions(self) -> tuple[str, ...]:
        """Regions."""

    @property
    def years(self) -> tuple[int, ...]:
        """Years."""

    @property
    def timeslices(self) -> Mapping[str, float]:
        """Share of the year by timeslice."""

    @property
    def modes(self) -> tuple[str, ...]:
        """Modes of operation."""

    @property
    def emissions(self) -> tuple[str, ...]:
        """Emissions."""

    @property
    def technologies(self) -> pd.DataFrame:
        """Table of technologies."""

    @property
    def commodities(self) -> pd.DataFrame:
        """Table of commodities."""

    @property
    def groups(self) -> pd.DataFrame:
        """Table of groups."""

    @property
    def storages(self) -> tuple[str, ...]:
        """Storages."""

    @property
    def seasons(self) -> tuple[str, ...]:
        """Seasons."""

    @property
    def day_types(self) -> tuple[str, ...]:
        """Types of day."""

    @property
    def brackets(self) -> tuple[str, ...]:
        """Parts of a day."""

    @property
    def yearly_technologies(self) -> tuple[str, ...]:
        """Technologies that have one activity a year."""

    @property
    def yearly_commodities(self) -> tuple[str, ...]:
        """Commodities that balance over the year."""

    @property
    def user_constraints(self) -> tuple[str, ...]:
        """User-defined constraints."""

    def parameter(self, name: str) -> pd.DataFrame:
        """Return the PARAMETER table of `name`."""


def write_osemosys(system: ExportedSystem, folder: Path) -> tuple[Path, ...]:
    """Write `system` as an otoole data set into `folder`: a CSV for each set and parameter, and ``config.yaml``.

    Returns
    -------
    tuple[Path, ...]
        The files written.

    Raises
    ------
    DataError
        CP-535 for a system with two levels of timeslices, CP-324 for each parameter that OSeMOSYS cannot express,
        CP-325 for a commodity of which nothing may be let go and which is traded, or made or used differently in the
        modes of one technology.
    StorageError
        If a file cannot be written.
    """
    wording = Wording(system)
    require_valid(_levels(system), DataError)
    require_valid([*_inexpressible(system), *wording.problems], DataError)
    tables = _tables(system, wording)
    written = []
    for name, members in _sets(system, wording).items():
        written.append(folder / f"{name}.csv")
        write_table(pd.DataFrame({"VALUE": list(members)}, dtype=object), written[-1])
    for name, table in tables.items():
        written.append(folder / f"{name}.csv")
        write_table(table, written[-1])
    written.append(folder / "config.yaml")
    write_text(written[-1], _configuration(tables))
    return tuple(written)


def _levels(system: ExportedSystem) -> list[Problem]:
    at_year = len(system.yearly_technologies) + len(system.yearly_commodities)
    return [Problem("CP-535", place="timeslices", value=str(at_year))] if at_year else []


def _inexpressible(system: ExportedSystem) -> list[Problem]:
    known = {name for name in parameter_names() if quantity(name).osemosys} | {*SAID_OTHERWISE, *SAYS_NOTHING_ALONE}
    return [
        Problem("CP-324", place=name, value=str(len(system.parameter(name))))
        for name in parameter_names()
        if name not in known and len(system.parameter(name))
    ]


def _sets(system: ExportedSystem, wording: Wording) -> dict[str, Sequence[object]]:
    return {
        "REGION": system.regions,
        "YEAR": system.years,
        "TIMESLICE": tuple(system.timeslices),
        "TECHNOLOGY": system.technologies["technology"].tolist(),
        "FUEL": system.commodities["commodity"].tolist(),
        "EMISSION": system.emissions,
        "MODE_OF_OPERATION": system.modes,
        "STORAGE": system.storages,
        "SEASON": tuple(range(1, len(system.seasons) + 1)),
        "DAYTYPE": tuple(range(1, len(system.day_types) + 1)),
        "DAILYTIMEBRACKET": tuple(range(1, len(system.brackets) + 1)),
        "UDC": wording.names(),
    }


def _tables(system: ExportedSystem, wording: Wording) -> dict[str, pd.DataFrame]:
    """Return every parameter under its name in OSeMOSYS."""
    altered = {
        "timeslice_share": _shares(system),
        "demand_profile": _profiles(system),
        "accumulated_demand": _accumulated(system),
        "variable_cost": _variable_costs(system),
        "max_new_capacity": _new_capacity_limits(system),
        "technology_discount_rate": _discount_rates(system),
        **wording.weight_tables(),
    }
    order = {"season": system.seasons, "day_type": system.day_types, "bracket": system.brackets}
    found: dict[str, pd.DataFrame] = {}
    for name in parameter_names():
        entry = quantity(name)
        if entry.osemosys:
            table = altered[name] if name in altered else system.parameter(name)
            found[entry.osemosys] = _in_columns(table, entry.indices, order)
    return {**found, **wording.bound_tables()}


def _in_columns(table: pd.DataFrame, indices: Sequence[str], order: Mapping[str, tuple[str, ...]]) -> pd.DataFrame:
    columns: dict[str, object] = {}
    for index in indices:
        name = dimensions()[index].osemosys
        members = table[index]
        if index in order:
            members = members.map({member: place for place, member in enumerate(order[index], 1)})
        columns[f"_{name}" if name in columns else name] = members
    return pd.DataFrame({**columns, "VALUE": _distinct(table["value"])})


def _distinct(values: pd.Series[float]) -> pd.Series[float]:
    """Return values of which none looks like the nines by which data sets say that there is no limit."""
    nines = values.map(lambda value: float(value).is_integer() and set(str(int(value))) == {"9"} and value >= 9_999.0)
    return values.where(~nines, values * (1.0 - 2.0**-53))


def _shares(system: ExportedSystem) -> pd.DataFrame:
    own = system.parameter("timeslice_share").set_index(["timeslice", "year"])["value"].to_dict()
    rows = [(t, year, own.get((t, year), share)) for t, share in system.timeslices.items() for year in system.years]
    return pd.DataFrame(rows, columns=["timeslice", "year", "value"])


def _profiles(system: ExportedSystem) -> pd.DataFrame:
    """Return the given profiles, and the share of each timeslice for demands that have none."""
    given = system.parameter("demand_profile")
    places = ["region", "commodity", "year"]
    demand = system.parameter("demand")[places]
    bare = demand.merge(given[places].drop_duplicates(), on=places, how="left", indicator=True)
    even = bare[bare["_merge"] == "left_only"][places].merge(_shares(system), on="year")
    return pd.concat([given, even], ignore_index=True)


def _accumulated(system: ExportedSystem) -> pd.DataFrame:
    """Return accumulated demand with the specified demand of the same place, which OSeMOSYS counts for both."""
    table = system.parameter("accumulated_demand")
    places = ["region", "commodity", "year"]
    totals = _profiles(system).groupby(places)["value"].sum().rename("share").reset_index()
    specified = system.parameter("demand").merge(totals, on=places)
    specified["specified"] = specified["value"]
    joined = table.merge(specified[[*places, "specified"]], on=places, how="left").fillna({"specified": 0.0})
    return joined.assign(value=joined["value"] + joined["specified"])


def _variable_costs(system: ExportedSystem) -> pd.DataFrame:
    """Return variable costs less what free allowances are worth."""
    places = ["region", "technology", "mode", "year"]
    free = system.parameter("free_allocation").merge(
        system.parameter("emission_price"), on=["region", "emission", "year"], suffixes=("", "_price")
    )
    free["value"] *= -free["value_price"]
    earned = free.merge(pd.DataFrame({"mode": list(system.modes)}), how="cross")[[*places, "value"]]
    running = _running(system)
    both = pd.concat([system.parameter("variable_cost")[[*places, "value"]], earned.merge(running, on=places)])
    return both.groupby(places, sort=True)["value"].sum().reset_index()


def _running(system: ExportedSystem) -> pd.DataFrame:
    """Return the modes in which a technology can run in a year: those of which a ratio or a cost says something."""
    places = ["region", "technology", "mode", "year"]
    names = ("input_activity_ratio", "output_activity_ratio", "emission_activity_ratio", "variable_cost")
    return pd.concat([system.parameter(name)[places] for name in names]).drop_duplicates()


def _new_capacity_limits(system: ExportedSystem) -> pd.DataFrame:
    """Return limits of new capacity, zero where a technology that keeps capacity has no capital cost in a year."""
    places = ["region", "technology", "year"]
    limits = system.parameter("max_new_capacity")[[*places, "value"]]
    technologies = system.technologies
    keeping = technologies.loc[technologies["capacity_unit"] != "", "technology"].tolist()
    every = pd.MultiIndex.from_product([system.regions, keeping, system.years], names=places).to_frame(index=False)
    priced = system.parameter("capital_cost")[places]
    closed = every.merge(priced, on=places, how="left", indicator=True)
    closed = closed[closed["_merge"] == "left_only"][places].assign(value=0.0)
    return pd.concat([closed, limits]).drop_duplicates(places, keep="first").reset_index(drop=True)


def _discount_rates(system: ExportedSystem) -> pd.DataFrame:
    """Return the rate of every technology: its own, or that of its region."""
    places = ["region", "technology"]
    own = system.parameter("technology_discount_rate")[[*places, "value"]]
    regional = system.parameter("discount_rate")[["region", "value"]].merge(
        system.technologies[["technology"]], how="cross"
    )
    return pd.concat([own, regional[[*places, "value"]]]).drop_duplicates(places, keep="first").reset_index(drop=True)


def _configuration(tables: Mapping[str, pd.DataFrame]) -> str:
    """Return the defaults of all parameters in the form of otoole's configuration."""
    upper = {quantity(name).osemosys for name in parameter_names() if name.startswith("max_") or "limit" in name}
    lines = []
    for name, table in tables.items():
        default = DEFAULTS.get(name, NO_LIMIT if name in upper else 0.0)
        indices = ",".join(str(column) for column in table.columns[:-1])
        lines += [f"{name}:", f"    indices: [{indices}]", "    type: param", "    dtype: float"]
        lines.append(f"    default: {default!r}")
    return "\n".join(lines) + "\n"
