"""From an annual district to one with parts of the day in each season, in which what needs it balances."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

import numpy as np
import pandas as pd

from carbonpath.core.errors import DataError, require_valid
from carbonpath.core.problems import Problem
from carbonpath.system.district import District
from carbonpath.system.district_checks import lines
from carbonpath.system.district_tables import DistrictTables
from carbonpath.system.parameter_table import every_year, parameter_table
from carbonpath.system.specification import ANNUAL, SystemSpecification
from carbonpath.system.storages import with_storages
from carbonpath.system.system import System, as_parameter

HOURS = 8760.0
"""Hours of a model year."""
DAY = "day"
"""The one type of day."""
DAYS_OF_WEEK = 7.0
"""Days of the one type in a week."""


def with_timeslices(system: System, district: District, specification: SystemSpecification) -> System:
    """Return `system` with the timeslices that `specification` asks for; itself if it is to stay annual.

    What by_timeslice.csv names balances and runs in every timeslice, all else has one number a year. Profiles are
    shapes: a demand keeps its amount of the year, and a technology with a profile makes in a year what its
    availability let it make before. An add-on bound to a group whose members all run by timeslice (heat drawn from
    turbines) is bound in every timeslice.

    Raises
    ------
    DataError
        CP-384 if the district says nothing of timeslices, CP-385 if their hours are no year, CP-386 for a name that the
        district does not have, CP-387 for a profile that is nowhere above zero; all at once.
    """
    if specification.timeslices == ANNUAL:
        return system
    tables = district.tables
    require_valid([*_check_hours(tables)], DataError)
    sliced = with_storages(_divided(system, tables), district, specification)
    require_valid([*_check_names(sliced, tables), *_check_shapes(tables)], DataError)
    levelled = _levelled(sliced, tables)
    profiles = {**_profiles(levelled, tables, specification), **_calendar(tables, specification)}
    return levelled.with_parameters({**profiles, "max_timeslice_group_share": _bound_add_ons(levelled)})


def _check_hours(tables: DistrictTables) -> Iterator[Problem]:
    table = tables["timeslices"]
    if table.empty:
        yield Problem("CP-384", "timeslices.csv", value="timeslices.csv")
    elif abs(float(table["hours"].sum()) - HOURS) > 1e-6:
        yield Problem("CP-385", "timeslices.csv", "hours", f"{table['hours'].sum():g}")


def _check_names(system: System, tables: DistrictTables) -> Iterator[Problem]:
    technologies, commodities = system.technologies, system.commodities
    libraries = {*technologies["library_id"], *technologies["technology"]}
    known = {
        "by_timeslice": {"technology": libraries, "commodity": {*commodities["base"]}},
        "profiles": {"capacity_factor": libraries, "demand_profile": {*commodities["commodity"]}},
    }
    for file, names in known.items():
        rows = tables[file]
        for line, kind, name in zip(lines(rows), rows["kind"], rows["name"], strict=True):
            if name not in names[kind]:
                dimension = "commodity" if kind in ("commodity", "demand_profile") else "technology"
                yield Problem("CP-386", f"{file}.csv", f"name, line {line}", name, {"dimension": dimension})


def _check_shapes(tables: DistrictTables) -> Iterator[Problem]:
    for (_, name), rows in tables["profiles"].groupby(["kind", "name"], sort=True):
        if not rows["value"].max() > 0.0:
            yield Problem("CP-387", "profiles.csv", f"line {lines(rows)[0]}", str(name))


def _divided(system: System, tables: DistrictTables) -> System:
    table = tables["timeslices"]
    return replace(
        system,
        timeslices=dict(zip(table["timeslice"], (table["hours"] / HOURS).tolist(), strict=True)),
        seasons=tuple(dict.fromkeys(table["season"])),
        day_types=(DAY,),
        brackets=tuple(dict.fromkeys(table["day_part"])),
    )


def _levelled(system: System, tables: DistrictTables) -> System:
    fine = tables["by_timeslice"].groupby("kind")["name"].agg(set).to_dict()
    named, stored = fine.get("technology", set()), {*system.parameter("technology_to_storage")["technology"]}
    own = system.technologies
    runs = own["library_id"].isin(named) | own["technology"].isin(named | stored)
    balances = system.commodities["base"].isin(fine.get("commodity", set()))
    return replace(
        system,
        yearly_technologies=tuple(own.loc[~runs, "technology"]),
        yearly_commodities=tuple(system.commodities.loc[~balances, "commodity"]),
    )


def _profiles(system: System, tables: DistrictTables, specification: SystemSpecification) -> dict[str, pd.DataFrame]:
    """Return demand profiles, capacity factors and the availability of what has none."""
    shapes = _shapes(system, tables)
    demands = shapes[shapes["kind"] == "demand_profile"].rename(columns={"name": "commodity"})
    own = system.technologies[["technology", "library_id"]]
    shaped = shapes[shapes["kind"] == "capacity_factor"].rename(columns={"name": "library_id"})
    shaped = shaped.merge(own, on="library_id")
    availability = system.parameter("availability_factor")
    factors = shaped.merge(availability[["technology", "year", "value"]], on="technology")
    factors["value"] *= factors["part"] / factors["share"]
    return {
        "demand_profile": parameter_table(
            "demand_profile", every_year(demands.assign(value=demands["part"]), specification), specification
        ),
        "capacity_factor": parameter_table("capacity_factor", factors, specification),
        "availability_factor": as_parameter(
            "availability_factor", availability[~availability["technology"].isin(shaped["technology"])]
        ),
    }


def _shapes(system: System, tables: DistrictTables) -> pd.DataFrame:
    """Return kind, name, timeslice, share of the timeslice, part of the year that falls into it, and source.

    Every profile has every timeslice: one that the file does not name has nothing.
    """
    given = tables["profiles"]
    named = given.groupby(["kind", "name"], as_index=False)["source"].first()
    share = pd.DataFrame({"timeslice": list(system.timeslices), "share": list(system.timeslices.values())})
    shapes: pd.DataFrame = named.merge(share, how="cross").merge(
        given[["kind", "name", "timeslice", "value"]], on=["kind", "name", "timeslice"], how="left"
    )
    shapes["part"] = shapes.pop("value").fillna(0.0) * shapes["share"]
    shapes["part"] /= shapes.groupby(["kind", "name"])["part"].transform("sum")
    shapes["source"] = "profiles.csv: " + shapes["source"]
    return shapes


def _calendar(tables: DistrictTables, specification: SystemSpecification) -> Mapping[str, pd.DataFrame]:
    """Return which season and part of the day a timeslice is, and how long a part of one day lasts."""
    table = tables["timeslices"].assign(value=1.0, day_type=DAY, source="timeslices.csv")
    one_day = table.drop_duplicates("day_part").rename(columns={"day_part": "bracket"})
    one_day["value"] = one_day["hours"] / one_day["days"] / HOURS
    weeks = table.drop_duplicates("season").assign(value=DAYS_OF_WEEK)
    return {
        "timeslice_season": as_parameter("timeslice_season", table),
        "timeslice_day_type": as_parameter("timeslice_day_type", table),
        "timeslice_bracket": as_parameter("timeslice_bracket", table.rename(columns={"day_part": "bracket"})),
        "bracket_share": as_parameter("bracket_share", every_year(one_day, specification)),
        "days_in_day_type": as_parameter("days_in_day_type", every_year(weeks, specification)),
    }


def _bound_add_ons(system: System) -> pd.DataFrame:
    roles = dict(zip(system.technologies["technology"], system.technologies["role"], strict=True))
    yearly = set(system.yearly_technologies)
    members = system.groups.groupby("group")["technology"].agg(list).to_dict()
    fine = {group: not yearly.intersection(names) for group, names in members.items()}
    add_ons = {group: all(roles.get(name) == "add_on" for name in names) for group, names in members.items()}
    shares = system.parameter("max_group_share")
    pairs = zip(shares["group"], shares["reference_group"], strict=True)
    bound = np.array([add_ons[group] and fine[group] and fine[other] for group, other in pairs], dtype=bool)
    return as_parameter("max_timeslice_group_share", shares[bound])
