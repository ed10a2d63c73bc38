"""CO2 stays within a cap, does not rise after a year, or keeps a budget of all years (碳排放总量与达峰年)."""

from __future__ import annotations

from functools import partial
from typing import Annotated, ClassVar

from pydantic import Field, Strict

from carbonpath.core.problems import Problem
from carbonpath.scenario.blocks import Amount, Block, Justification, Series, Year
from carbonpath.scenario.names import find_boundary
from carbonpath.scenario.series import ratio_changes, series_changes, to_system
from carbonpath.scenario.site import Site, gather
from carbonpath.system.change import Change

BOUNDARY = "scope1+import"
"""Boundary of a cap that names none."""


class Cap(Series):
    """Cap by year, as an amount, or in percent of the first model year."""

    boundary: str = BOUNDARY
    """Which emissions count."""


class Peak(Justification):
    """Year after which emissions never rise."""

    boundary: str = BOUNDARY
    """Which emissions count."""
    year: Year
    """Last year in which emissions may rise."""
    yearly_fall: Annotated[float, Strict(), Field(ge=0, lt=100)] = 0.0
    """Fall in each year after, in percent of the year before."""
    leeway: Annotated[float, Strict(), Field(ge=0, lt=100)] = 0.0
    """How far a later year may stay above the level of that year less the falls since, in percent: the tolerance of a
    plateau. Without it each year is compared with the one before."""


class Budget(Justification):
    """Emissions of all model years together."""

    boundary: str = BOUNDARY
    """Which emissions count."""
    total: Amount
    """Upper limit, e.g. 520 Mt."""


class EmissionCap(Block):
    """Caps, peaks and budgets of emissions."""

    lever: ClassVar[str] = "emission_cap"
    """Key of the lever in a scenario file."""

    caps: tuple[Cap, ...] = ()
    """Caps by year."""
    peaks: tuple[Peak, ...] = ()
    """Years of the peak."""
    budgets: tuple[Budget, ...] = ()
    """Budgets of all years."""

    def changes(self, site: Site) -> list[Change]:
        """Return limits of emissions within boundaries."""
        steps = [partial(_cap_changes, site.at("caps", index), cap) for index, cap in enumerate(self.caps)]
        steps += [partial(_peak_changes, site.at("peaks", index), peak) for index, peak in enumerate(self.peaks)]
        steps += [partial(_budget_changes, site.at("budgets", i), budget) for i, budget in enumerate(self.budgets)]
        return gather(steps)

    def warnings(self, site: Site) -> list[Problem]:
        """Return nothing: any cap may be wanted."""
        return []


def _cap_changes(site: Site, cap: Cap) -> list[Change]:
    where = {"region": site.region, "boundary": find_boundary(site.at("boundary"), cap.boundary)}
    if cap.unit == "%":
        return ratio_changes(site, "max_emission_ratio", where, cap, {})
    return series_changes(site, "annual_boundary_limit", where, cap, "Mt")


def _peak_changes(site: Site, peak: Peak) -> list[Change]:
    name = find_boundary(site.at("boundary"), peak.boundary)
    return [
        site.at("year").change(
            "max_emission_ratio",
            {"region": site.region, "boundary": name, "year": year, "reference_year": reference},
            ratio,
            unit="1",
            why=peak,
        )
        for year in site.system.years[1:]
        if year > peak.year
        for reference, ratio in [_descent(peak, year)]
    ]


def _descent(peak: Peak, year: int) -> tuple[int, float]:
    """Return the year with which a year after the peak is compared, and the largest multiple."""
    kept = 1.0 - peak.yearly_fall / 100.0
    if peak.leeway == 0.0:
        return year - 1, kept
    return peak.year, (1.0 + peak.leeway / 100.0) * kept ** (year - peak.year)


def _budget_changes(site: Site, budget: Budget) -> list[Change]:
    where = {"region": site.region, "boundary": find_boundary(site.at("boundary"), budget.boundary)}
    value = budget.total.value * to_system(site.at("total"), budget.total.unit, "Mt")
    return [site.change("model_period_boundary_limit", where, value, unit="Mt", why=budget)]
