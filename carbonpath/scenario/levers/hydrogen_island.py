"""The district makes, cleans and uses hydrogen of its own (氢气岛): least uses, clean share, supply and routes."""

from __future__ import annotations

from functools import partial
from typing import Annotated, ClassVar

from pydantic import Field, Strict

from carbonpath.core.problems import Problem
from carbonpath.scenario.addition import cost_addition, modes_of
from carbonpath.scenario.blocks import Block, NonNegative, Series
from carbonpath.scenario.levers.share import GroupShare, group_share_changes
from carbonpath.scenario.limit import Limit, limit_changes
from carbonpath.scenario.names import NamedTechnology, find_commodity, find_group, find_owned
from carbonpath.scenario.owners import owner_shares
from carbonpath.scenario.proportion import Proportion, amount_changes, amounts
from carbonpath.scenario.series import part_changes, points, to_system
from carbonpath.scenario.site import Site, gather
from carbonpath.system.change import Change


class TransportUse(Proportion):
    """Least use of hydrogen by vehicles, by year."""

    beside_bulk_trucks: Annotated[float, Strict(), Field(ge=0, le=1)] = 1.0
    """Share of the values that is demanded of filling stations beside what the bulk trucks of the model take."""


class MinimumUse(Block):
    """Least uses of hydrogen by year."""

    transport: TransportUse | None = None
    """Vehicles refuelled in the district."""
    industry: Proportion | None = None
    """Downstream industry: preforms, electronics, hydrofining."""
    metallurgy: Proportion | None = None
    """Injection into blast furnaces and direct reduction; injected coke-oven gas counts with its hydrogen."""


class Subsidy(Series):
    """Payment per unit of output that lowers the variable cost of a technology, by year."""

    technology: str
    """Technology whose output is paid for, e.g. the filling stations."""


class Stations(Series):
    """Filling stations in service by year."""

    technology: str = "HRS"
    """Technology of the stations."""
    kg_per_day: NonNegative
    """Hydrogen that a station can dispense in a day."""


class HydrogenIsland(Block):
    """Least uses, clean share, supply ceilings, routes and vehicles of a hydrogen island."""

    lever: ClassVar[str] = "hydrogen_island"
    """Key of the lever in a scenario file."""

    minimum_use: MinimumUse = MinimumUse()
    """Least uses by year."""
    clean_share_min: Series | None = None
    """Least share of clean hydrogen in what is sold to transport and industry."""
    supply: tuple[Limit, ...] = ()
    """Ceilings of purification, electrolysis, contracted renewable power and capture."""
    metallurgy: tuple[Limit, ...] = ()
    """Programme of direct reduction and electric furnaces."""
    injection: tuple[GroupShare, ...] = ()
    """Share of blast-furnace iron made with injection."""
    vehicles: tuple[Limit, ...] = ()
    """Programme of fuel-cell trucks."""
    stations: Stations | None = None
    """Filling stations that stand at least."""
    subsidy: Subsidy | None = None
    """Payment at the pump."""

    def changes(self, site: Site) -> list[Change]:
        """Return demands, group limits, capacity limits and cost reductions, by year."""
        use, below = self.minimum_use, site.at("minimum_use")
        steps = []
        if use.transport is not None:
            share = use.transport.beside_bulk_trucks
            steps.append(partial(_demand_floor, below.at("transport"), "h2_transport", use.transport, share))
        if use.industry is not None:
            steps.append(partial(_demand_floor, below.at("industry"), "hydrogen_industry", use.industry, 1.0))
        if use.metallurgy is not None:
            steps.append(partial(_metallurgy_floor, below.at("metallurgy"), use.metallurgy))
        if self.clean_share_min is not None:
            part = ("min_group_share", "clean_hydrogen", "merchant_hydrogen")
            steps.append(partial(part_changes, site.at("clean_share_min"), *part, self.clean_share_min))
        for key, limits in (("supply", self.supply), ("metallurgy", self.metallurgy), ("vehicles", self.vehicles)):
            steps += [partial(limit_changes, site.at(key, index), limit) for index, limit in enumerate(limits)]
        steps += [
            partial(group_share_changes, site.at("injection", index), share)
            for index, share in enumerate(self.injection)
        ]
        if self.stations is not None:
            steps.append(partial(_station_changes, site.at("stations"), self.stations))
        if self.subsidy is not None:
            steps.append(partial(_subsidy_changes, site.at("subsidy"), self.subsidy))
        return gather(steps)

    def warnings(self, site: Site) -> list[Problem]:
        """Return nothing: supply and use are weighed against each other by the model."""
        return []


def _demand_floor(site: Site, commodity: str, use: Proportion, share: float) -> list[Change]:
    """Return the changes that raise a demand to at least `share` of a series; a larger demand stays."""
    name, unit = find_commodity(site, commodity)
    demand = site.system.parameter("demand")
    own = demand[(demand["region"] == site.region) & (demand["commodity"] == name)]
    planned = dict(zip(own["year"], own["value"], strict=True))
    return [
        point.site.change(
            "demand",
            {"region": site.region, "commodity": name, "year": point.year},
            point.value * share,
            unit=unit,
            why=use,
        )
        for point in amounts(site, use, unit)
        if point.value * share > planned.get(point.year, 0.0)
    ]


def _metallurgy_floor(site: Site, use: Proportion) -> list[Change]:
    name, unit = find_group(site, "metallurgical_hydrogen")
    return amount_changes(site, "min_group_activity", {"region": site.region, "group": name}, use, unit)


def _station_changes(site: Site, stations: Stations) -> list[Change]:
    changes = []
    for technology, share in owner_shares(site.at("technology"), stations.technology):
        unit = technology.capacity_unit
        capacity = to_system(site, stations.unit, "1") * stations.kg_per_day * to_system(site, "kg/d", unit) * share
        where = {"region": site.region, "technology": technology.name}
        changes += [
            point.site.change(
                "min_capacity", {**where, "year": point.year}, point.value * capacity, unit=unit, why=stations
            )
            for point in points(site, stations.values)
        ]
    return changes


def _subsidy_changes(site: Site, subsidy: Subsidy) -> list[Change]:
    paid = find_owned(site.at("technology"), subsidy.technology)
    return [change for technology in paid for change in _cheaper(site, technology, subsidy)]


def _cheaper(site: Site, technology: NamedTechnology, subsidy: Subsidy) -> list[Change]:
    factor = to_system(site, subsidy.unit, f"CNY/{technology.activity_unit}") / 1e6
    unit = f"10^6 CNY/{technology.activity_unit}"
    return [
        cost_addition(
            point.site,
            "variable_cost",
            {"region": site.region, "technology": technology.name, "mode": mode, "year": point.year},
            -point.value * factor,
            unit=unit,
            why=subsidy,
        )
        for mode in modes_of(site.system, technology.name)
        for point in points(site, subsidy.values)
    ]
