"""Renewable power is bought under contract, within what can be had and at what it costs (绿电采购)."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from carbonpath.core.problems import Problem
from carbonpath.scenario.addition import cost_addition, modes_of
from carbonpath.scenario.blocks import Block, Series, SignedSeries
from carbonpath.scenario.names import NamedTechnology, find_owned
from carbonpath.scenario.owners import owner_shares
from carbonpath.scenario.series import part_changes, points, series_changes, to_system
from carbonpath.scenario.site import Site, gather
from carbonpath.system.change import Change


class GreenPower(Block):
    """Contracts on renewable power, and how much of them replaces grid power at large."""

    lever: ClassVar[str] = "green_power"
    """Key of the lever in a scenario file."""

    contract: str = "BUY.electricity_certified"
    """Purchase under contract."""
    delivery: str = "GREEN_SUPPLY"
    """Technology through which contracted power reaches all users."""
    contract_max: Series | None = None
    """Power that can be contracted in a year."""
    delivery_max: Series | None = None
    """Contracted power that reaches all users, at most."""
    delivery_min: Series | None = None
    """Contracted power that reaches all users, at least."""
    share_max: Series | None = None
    """Contracted power in the power that the district uses, at most."""
    premium: SignedSeries | None = None
    """Cost of certificates and wheeling, added to each unit delivered to all users."""

    def changes(self, site: Site) -> list[Change]:
        """Return limits of contracts and their delivery, a share, and an addition to cost, by year."""
        limits = (
            ("contract_max", self.contract_max, "max_activity", self.contract),
            ("delivery_max", self.delivery_max, "max_activity", self.delivery),
            ("delivery_min", self.delivery_min, "min_activity", self.delivery),
        )
        steps = [
            partial(_limit, site.at(key), parameter, name, series)
            for key, series, parameter, name in limits
            if series is not None
        ]
        if self.share_max is not None:
            part = ("max_group_share", "contracted_power", "power_used")
            steps.append(partial(part_changes, site.at("share_max"), *part, self.share_max))
        if self.premium is not None:
            steps.append(partial(_premium, site.at("premium"), self.delivery, self.premium))
        return gather(steps)

    def warnings(self, site: Site) -> list[Problem]:
        """Return nothing: contracts and their use are weighed against each other by the model."""
        return []


def _limit(site: Site, parameter: str, name: str, series: Series) -> list[Change]:
    return [
        change
        for technology, share in owner_shares(site, name)
        for change in series_changes(
            site,
            parameter,
            {"region": site.region, "technology": technology.name},
            series,
            technology.activity_unit,
            share,
        )
    ]


def _premium(site: Site, name: str, premium: SignedSeries) -> list[Change]:
    return [change for technology in find_owned(site, name) for change in _dearer(site, technology, premium)]


def _dearer(site: Site, technology: NamedTechnology, premium: SignedSeries) -> list[Change]:
    factor = to_system(site, premium.unit, f"CNY/{technology.activity_unit}") / 1e6
    return [
        cost_addition(
            point.site,
            "variable_cost",
            {"region": site.region, "technology": technology.name, "mode": mode, "year": point.year},
            point.value * factor,
            unit=f"10^6 CNY/{technology.activity_unit}",
            why=premium,
        )
        for mode in modes_of(site.system, technology.name)
        for point in points(site, premium.values)
    ]
