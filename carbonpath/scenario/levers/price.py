"""Prices of what is bought and sold, and of carbon, follow another path."""

from __future__ import annotations

from functools import partial
from typing import ClassVar, Literal

from carbonpath.core.errors import ScenarioError
from carbonpath.core.problems import Problem
from carbonpath.scenario.addition import modes_of
from carbonpath.scenario.blocks import Block, Multiplier, Series, SignedSeries
from carbonpath.scenario.names import named_technologies, nearest
from carbonpath.scenario.series import points, series_changes, to_system
from carbonpath.scenario.site import Site, gather
from carbonpath.system.change import Change

Trade = Literal["BUY", "SELL"]


class PricePath(SignedSeries):
    """Price of a commodity by year."""

    commodity: str
    """Commodity, without its firm; every firm that trades it pays or earns this price."""


class PriceScale(Multiplier):
    """Factor on the price that the system has."""

    commodity: str
    """Commodity, without its firm."""


class CarbonPrice(Series):
    """Price of a tonne of emission by year."""

    emission: str = "co2"
    """Emission that is priced."""


class Price(Block):
    """Prices that differ from those of the system, from their first year on."""

    lever: ClassVar[str] = "price"
    """Key of the lever in a scenario file."""

    purchases: tuple[PricePath, ...] = ()
    """Prices of what is bought."""
    purchase_scales: tuple[PriceScale, ...] = ()
    """Factors on prices of what is bought."""
    sales: tuple[PricePath, ...] = ()
    """Prices of what is sold."""
    sale_scales: tuple[PriceScale, ...] = ()
    """Factors on prices of what is sold."""
    carbon: CarbonPrice | None = None
    """Carbon price."""

    def changes(self, site: Site) -> list[Change]:
        """Return variable costs of purchases and sales, and the emission price, by year."""
        paths: tuple[tuple[str, Trade, tuple[PricePath, ...]], ...] = (
            ("purchases", "BUY", self.purchases),
            ("sales", "SELL", self.sales),
        )
        scales: tuple[tuple[str, Trade, tuple[PriceScale, ...]], ...] = (
            ("purchase_scales", "BUY", self.purchase_scales),
            ("sale_scales", "SELL", self.sale_scales),
        )
        steps = [
            partial(_path_changes, site.at(key, index), trade, path)
            for key, trade, listed in paths
            for index, path in enumerate(listed)
        ]
        more = [
            partial(_scale_changes, site.at(key, index), trade, scale)
            for key, trade, scaled in scales
            for index, scale in enumerate(scaled)
        ]
        carbon = [] if self.carbon is None else [partial(_carbon_changes, site.at("carbon"), self.carbon)]
        return gather([*steps, *more, *carbon])

    def warnings(self, site: Site) -> list[Problem]:
        """Return nothing: any price may be wanted."""
        return []


def _traders(site: Site, trade: Trade, commodity: str) -> list[tuple[str, str]]:
    """Return name and activity unit of every purchase or sale of a commodity."""
    every = named_technologies(site.system)
    found = sorted((t.name, t.activity_unit) for t in every if t.own_name == f"{trade}.{commodity}")
    if not found:
        known = [t.own_name.removeprefix(f"{trade}.") for t in every if t.own_name.startswith(f"{trade}.")]
        raise ScenarioError(site.at("commodity").problem("CP-455", commodity, nearest=nearest(commodity, known)))
    return found


def _path_changes(site: Site, trade: Trade, path: PricePath) -> list[Change]:
    sign = 1.0 if trade == "BUY" else -1.0
    changes = []
    for technology, activity_unit in _traders(site, trade, path.commodity):
        factor = sign * to_system(site, path.unit, f"CNY/{activity_unit}") / 1e6
        changes += [
            point.site.change(
                "variable_cost",
                {"region": site.region, "technology": technology, "mode": mode, "year": point.year},
                point.value * factor,
                unit=f"10^6 CNY/{activity_unit}",
                why=path,
            )
            for mode in modes_of(site.system, technology)
            for point in points(site, path.values)
        ]
    return changes


def _scale_changes(site: Site, trade: Trade, scale: PriceScale) -> list[Change]:
    return [
        point.site.change(
            "variable_cost",
            {"region": site.region, "technology": technology, "mode": mode, "year": point.year},
            point.value,
            unit="1",
            why=scale,
            operation="scale",
        )
        for technology, _ in _traders(site, trade, scale.commodity)
        for mode in modes_of(site.system, technology)
        for point in points(site, scale.values)
    ]


def _carbon_changes(site: Site, price: CarbonPrice) -> list[Change]:
    if price.emission not in site.system.emissions:
        found = nearest(price.emission, site.system.emissions)
        raise ScenarioError(site.at("emission").problem("CP-458", price.emission, nearest=found))
    where = {"region": site.region, "emission": price.emission}
    return series_changes(site, "emission_price", where, price, "CNY/t")
