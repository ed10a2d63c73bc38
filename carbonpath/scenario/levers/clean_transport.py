"""Bulk goods move by rail, water and belt, and what stays on the road by new-energy trucks (大宗物料清洁运输)."""

from __future__ import annotations

from functools import partial
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from carbonpath.core.errors import ScenarioError
from carbonpath.core.problems import Problem
from carbonpath.scenario.addition import years_of
from carbonpath.scenario.blocks import Amount, Block, Justification, NonNegative, Series
from carbonpath.scenario.limit import Limit, limit_changes
from carbonpath.scenario.names import NamedTechnology, find_group, find_technologies
from carbonpath.scenario.series import part_changes, points, to_system
from carbonpath.scenario.site import Site, gather
from carbonpath.scenario.stop import Stop, stop_changes
from carbonpath.system.change import Change


class Investment(Justification):
    """Sidings, berths or conveyors that new transport capacity needs beside its vehicles.

    The cost per unit of new capacity is ``cost / (throughput x haul_km)``.
    """

    technologies: Annotated[tuple[str, ...], Field(min_length=1)]
    """Technologies whose new capacity needs the works, with their owner, or without it for every owner."""
    cost: Amount
    """Cost of the works, e.g. 10 亿元."""
    throughput: Amount
    """Goods that the works let through in a year, e.g. 8 Mt/y."""
    haul_km: NonNegative
    """Distance over which the goods are counted, in km."""


class Throughput(Series):
    """Goods that sidings, berths or belts let through in a year."""

    mode: Literal["rail", "water", "belt"]
    """Mode of transport."""
    haul_km: NonNegative
    """Distance over which the goods are counted, in km."""


class FirmGroupShare(Series):
    """Least share of clean modes in the bulk freight of a group of firms."""

    firms: str
    """Group of firms: what stands behind the dot of ``clean_freight.steel`` and ``bulk_freight.steel``."""


class CleanTransport(Block):
    """Shares of clean modes and of new-energy trucks, capacity programmes, and the works they need."""

    lever: ClassVar[str] = "clean_transport"
    """Key of the lever in a scenario file."""

    clean_share_min: Series | None = None
    """Least share of rail, water and belt in bulk freight (t km)."""
    clean_share_max: Series | None = None
    """Largest share of rail, water and belt: the first and last mile stay on the road."""
    firm_groups: tuple[FirmGroupShare, ...] = ()
    """Least shares of groups of firms, where their freight is counted apart."""
    count_new_energy: bool = False
    """Whether goods on new-energy trucks count as clean in the least share."""
    nev_share_min: Series | None = None
    """Least share of battery and fuel-cell trucks in road freight (t km)."""
    programmes: tuple[Limit, ...] = ()
    """Limits of trucks, rail, berths and belts."""
    throughput_max: tuple[Throughput, ...] = ()
    """Goods that spurs, berths and belts let through."""
    gate_bans: tuple[Stop, ...] = ()
    """Old trucks that no longer pass the gates."""
    investments: tuple[Investment, ...] = ()
    """Works that new capacity needs, charged to its capital cost."""

    def changes(self, site: Site) -> list[Change]:
        """Return share limits, capacity limits and additions to capital cost, by year."""
        clean = "clean_or_new_energy_freight" if self.count_new_energy else "clean_freight"
        shares = (
            ("clean_share_min", self.clean_share_min, "min_group_share", clean, "bulk_freight"),
            ("clean_share_max", self.clean_share_max, "max_group_share", "clean_freight", "bulk_freight"),
            ("nev_share_min", self.nev_share_min, "min_group_share", "nev_freight", "road_freight"),
        )
        return gather(
            [
                *(
                    partial(part_changes, site.at(key), parameter, group, of, series)
                    for key, series, parameter, group, of in shares
                    if series is not None
                ),
                *(
                    partial(_firm_group_changes, site.at("firm_groups", index), clean, share)
                    for index, share in enumerate(self.firm_groups)
                ),
                *(
                    partial(limit_changes, site.at("programmes", index), limit)
                    for index, limit in enumerate(self.programmes)
                ),
                *(
                    partial(_throughput_changes, site.at("throughput_max", index), throughput)
                    for index, throughput in enumerate(self.throughput_max)
                ),
                *(partial(stop_changes, site.at("gate_bans", i), ban) for i, ban in enumerate(self.gate_bans)),
                *(
                    partial(_investment_changes, site.at("investments", index), investment)
                    for index, investment in enumerate(self.investments)
                ),
            ]
        )

    def warnings(self, site: Site) -> list[Problem]:
        """Return nothing: the shares are checked against each other with all limits of the scenario."""
        return []


def _firm_group_changes(site: Site, clean: str, share: FirmGroupShare) -> list[Change]:
    part, whole = f"{clean}.{share.firms}", f"bulk_freight.{share.firms}"
    known = set(site.system.groups["group"])
    missing = [name for name in (part, whole) if name not in known]
    if missing:
        counted = sorted(name.partition(".")[2] for name in known if name.startswith("bulk_freight."))
        details = {"missing": ", ".join(missing), "known": ", ".join(counted) or "-"}
        raise ScenarioError(site.at("firms").problem("CP-425", share.firms, **details))
    return part_changes(site, "min_group_share", part, whole, share)


def _throughput_changes(site: Site, throughput: Throughput) -> list[Change]:
    name, unit = find_group(site.at("mode"), f"{throughput.mode}_freight")
    tonnes = to_system(site, throughput.unit, "t/y")
    freight = tonnes * throughput.haul_km * to_system(site, "tkm/y", unit)
    where = {"region": site.region, "group": name}
    return [
        point.site.change(
            "max_group_activity", {**where, "year": point.year}, point.value * freight, unit=unit, why=throughput
        )
        for point in points(site, throughput.values)
    ]


def _investment_changes(site: Site, investment: Investment) -> list[Change]:
    throughput = investment.throughput.value * to_system(site.at("throughput"), investment.throughput.unit, "t/y")
    cost = investment.cost.value * to_system(site.at("cost"), investment.cost.unit, "CNY")
    changes = []
    for index, name in enumerate(investment.technologies):
        place = site.at("technologies", index)
        for technology in find_technologies(place, name):
            tonnes = to_system(site.at("throughput"), "tkm/y", technology.capacity_unit)
            added = cost / 1e6 / (throughput * investment.haul_km * tonnes)
            changes += _additions(place, investment, technology, added)
    return changes


def _additions(place: Site, why: Investment, technology: NamedTechnology, added: float) -> list[Change]:
    years = years_of(place.system, "capital_cost", technology.name)
    if not years:
        raise ScenarioError(place.problem("CP-461", technology.own_name))
    return [
        place.change(
            "capital_cost",
            {"region": place.region, "technology": technology.name, "year": year},
            added,
            unit=f"10^6 CNY/({technology.capacity_unit})",
            why=why,
            operation="add",
        )
        for year in years
    ]
