"""How many allowances one more unit of activity brings by the rules of the markets, at the point where a plan stands.

An optimisation that books, for every technology, this number times activity, and beside it the rest of what the rules
give as a fixed amount, books exactly what the rules give and pays for one more tonne what the rules let it pay.
Rules that follow from the history of a firm have no slope: what it emits in the base years is not held against later
years.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import pandas as pd

from carbonpath.core.horizon import interpolate
from carbonpath.indicators.allocation import adjusted_pilot, intensity_alpha, peaking_factor
from carbonpath.indicators.carbon_market import CarbonMarket, Enterprise, Market, PowerUnits
from carbonpath.indicators.ets_accounts import BY_FIRM, MILLION, unit_emissions
from carbonpath.indicators.ets_enterprise import (
    balance_value,
    enterprise_accounts,
    pool_intensity,
    production_lines,
    whole_firms,
)
from carbonpath.indicators.ets_pilot import PilotPosition, pilot_positions
from carbonpath.indicators.ets_power import GAS, HOURS_MW_TO_MWH, power_accounts, power_units, unit_allowances
from carbonpath.indicators.tables import Tables

STEP = 1e-4
"""Relative change of load by which the correction for load is looked at on either side."""
JUMP = 2.0
"""Largest slope of load times its correction that is no jump of the rule."""
TONNE = 1.0


@dataclass(frozen=True, slots=True)
class Ratios:
    """What technologies release, use and make for a unit of activity, also where they stand still."""

    emission: Mapping[tuple[str, int], float]
    """CO2 of scope 1, t per unit of output, by technology and year."""
    use: Mapping[tuple[str, str, int], float]
    """Use by technology, commodity without its firm, and year."""
    output: Mapping[tuple[str, str, int], float]
    """Production by technology, commodity without its firm, and year."""


class Slope(NamedTuple):
    """Allowances for one more unit of activity of a technology that a market covers, t."""

    firm: str
    market: Market
    technology: str
    year: int
    value: float


def allowance_slopes(tables: Tables, market: CarbonMarket, ratios: Ratios) -> list[Slope]:
    """Return the slope of every technology that a market covers, by year, free share applied.

    Parameters
    ----------
    tables
        One plan.
    market
        Participants and rules.
    ratios
        Coefficients of the system of that plan.
    """
    found = [
        *_power(tables, market, ratios),
        *_enterprises(tables, market, ratios),
        *_pilot(tables, market, ratios),
    ]
    years = sorted({slope.year for slope in found})
    free = interpolate(market.free_share, years) if market.free_share else {}
    return [slope._replace(value=slope.value * free.get(slope.year, 1.0)) for slope in found]


def _power(tables: Tables, market: CarbonMarket, ratios: Ratios) -> Iterator[Slope]:
    rows = power_units(tables, market).to_dict("records") if market.power else []
    units = {(row["firm"], row["library_id"], row["year"]): row for row in rows}
    for account in power_accounts(tables, market):
        own = [row for (firm, _, year), row in units.items() if (firm, year) == (account.firm, account.year)]
        initial = sum(unit_allowances(row, market) or 0.0 for row in own)
        capped = account.allowances > initial + TONNE
        for name, entry in _technologies(tables, account.firm):
            if entry not in market.power_entries():
                continue
            emission = ratios.emission.get((name, account.year), 0.0)
            value = emission * account.allowances / account.emissions if capped else None
            if value is None:
                unit = units.get((account.firm, entry, account.year))
                value = _unit_slope(unit, market.power_rule(entry), market, account.year, emission)
            yield Slope(account.firm, "national_power", name, account.year, value)


def _unit_slope(
    unit: Mapping[Any, Any] | None, rule: PowerUnits, market: CarbonMarket, year: int, emission: float
) -> float:
    benchmark = market.allowances.benchmark(year, rule.product_class, rule.output)
    if rule.as_emitted:
        return emission
    if benchmark is None:
        return 0.0
    generated = 1.0 / (1.0 - rule.own_use) if benchmark.generated and rule.output == "power" else 1.0
    each = benchmark.value * generated
    if unit is None or unit["value"] <= 0.0:
        return each
    if rule.product_class == GAS and each * unit["value"] < unit["emissions"]:
        return emission
    if not rule.peaking or unit["capacity"] <= 0.0:
        return each
    load = unit["value"] * generated / (unit["capacity"] * HOURS_MW_TO_MWH)
    return each * _load_slope(market, year, load)


def _load_slope(market: CarbonMarket, year: int, load: float) -> float:
    """Return how load times its correction grows with load; the correction itself at a jump of the rule."""
    low, high = load * (1.0 - STEP), load * (1.0 + STEP)
    rise = high * peaking_factor(market.allowances, year, high) - low * peaking_factor(market.allowances, year, low)
    slope = rise / (high - low)
    return slope if 0.0 <= slope <= JUMP else peaking_factor(market.allowances, year, load)


def _enterprises(tables: Tables, market: CarbonMarket, ratios: Ratios) -> Iterator[Slope]:
    emissions = unit_emissions(tables)
    taking_part = {(account.firm, account.year) for account in enterprise_accounts(tables, market)}
    for enterprise in market.enterprises:
        years = sorted(year for firm, year in taking_part if firm == enterprise.firm)
        if enterprise.whole_firm:
            yield from _whole_slopes(tables, emissions, market, enterprise, ratios, years)
        else:
            yield from _line_slopes(tables, emissions, market, enterprise, ratios, years)


def _whole_slopes(
    tables: Tables,
    emissions: pd.DataFrame,
    market: CarbonMarket,
    enterprise: Enterprise,
    ratios: Ratios,
    years: list[int],
) -> Iterator[Slope]:
    r"""Yield the slopes of :math:`E (1 + s (1 - I / B))` with :math:`I = E_b / Q + c`, homogeneous of degree one."""
    firms = {row["year"]: row for row in whole_firms(tables, emissions, enterprise).to_dict("records")}
    pool = pool_intensity(tables, emissions, enterprise) if enterprise.pool else pd.Series(dtype=float)
    rows = pool.rename("gas").rename_axis(BY_FIRM if enterprise.pool else None).reset_index()
    per_gas = dict(zip(rows["year"], rows["gas"] / MILLION, strict=True)) if enterprise.pool else {}
    for year in years:
        row = firms[year]
        alpha, pull = _alpha_and_pull(market, enterprise, year, row["intensity"])
        weight = pull * row["covered"] / row["made"]
        for name, entry in _technologies(tables, enterprise.firm):
            if entry in enterprise.excluded:
                continue
            each = ratios.emission.get((name, year), 0.0)
            gas = ratios.use.get((name, enterprise.pool, year), 0.0) * per_gas.get(year, 0.0)
            process = each + gas if entry in enterprise.entries else 0.0
            made = ratios.output.get((name, enterprise.product, year), 0.0)
            intensity = row["intensity"] - enterprise.product_carbon
            value = (1.0 + alpha) * each - weight * (process - intensity * made)
            yield Slope(enterprise.firm, enterprise.market, name, year, value)


def _line_slopes(
    tables: Tables,
    emissions: pd.DataFrame,
    market: CarbonMarket,
    enterprise: Enterprise,
    ratios: Ratios,
    years: list[int],
) -> Iterator[Slope]:
    """Yield emission of a line times what its intensity earns; a line that is new or closes gets what it emits."""
    lines = production_lines(tables, emissions, enterprise).to_dict("records")
    usual = {(row["library_id"], row["year"]): row["usual"] for row in lines}
    for year in years:
        for name, entry in _technologies(tables, enterprise.firm):
            each = ratios.emission.get((name, year), 0.0)
            made = ratios.output.get((name, enterprise.product, year), 0.0)
            if entry not in enterprise.entries or made <= 0.0:
                continue
            alpha, _ = _alpha_and_pull(market, enterprise, year, each / made)
            earned = alpha if usual.get((entry, year), True) else 0.0
            yield Slope(enterprise.firm, enterprise.market, name, year, each * (1.0 + earned))


def _alpha_and_pull(market: CarbonMarket, enterprise: Enterprise, year: int, intensity: float) -> tuple[float, float]:
    """Return alpha, and how fast it falls with intensity; it does not fall at its bounds."""
    balance = balance_value(enterprise, year, intensity)
    alpha = intensity_alpha(market.allowances, year, intensity, balance) or 0.0
    rule = market.allowances.rule("enterprise_intensity", year)
    verified = market.allowances.rule("enterprise_verified", year)
    if rule is None or verified is not None or abs(balance - intensity) >= rule["wide"] * balance:
        return alpha, 0.0
    return alpha, rule["slope"] / balance


def _pilot(tables: Tables, market: CarbonMarket, ratios: Ratios) -> Iterator[Slope]:
    for position in pilot_positions(tables, market):
        for name, entry in _technologies(tables, position.rule.firm):
            if entry not in market.power_entries():
                value = _pilot_slope(position, market, name, ratios)
                yield Slope(position.rule.firm, "pilot", name, position.year, value)


def _pilot_slope(position: PilotPosition, market: CarbonMarket, name: str, ratios: Ratios) -> float:
    """Return the slope of the rule; beyond its tolerance allowances follow emission instead of output."""
    initial = position.per_output * position.output
    given = adjusted_pilot(market.allowances, position.year, initial, position.emissions)
    if given == initial:
        return position.per_output * ratios.output.get((name, position.rule.product, position.year), 0.0)
    more = position.emissions * (1.0 + STEP)
    moved = adjusted_pilot(market.allowances, position.year, initial, more) - given
    return ratios.emission.get((name, position.year), 0.0) * moved / (more - position.emissions)


def _technologies(tables: Tables, firm: str) -> list[tuple[str, str]]:
    """Return the technologies of a firm with their library entries; what moves goods between firms has none."""
    own = tables.technologies.loc[tables.technologies["firm"] == firm]
    return sorted(zip(own["technology"].astype(str), own["library_id"].astype(str), strict=True))
