"""When emissions could peak at nearly the least cost: the window of the peak year.

A least-cost path has one peak year, but often a few years more or less cost next to nothing. For each model year the
least cost of a path that peaks in that year is found; the years of which it is within a slack of the least cost of all
are the window. The programme is built once and solved again with the rows of each year switched on, from the basis of
the year before.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from carbonpath.core.errors import InfeasibleError, UsageError
from carbonpath.core.problems import Problem
from carbonpath.indicators.peak import Peak, find_peak
from carbonpath.indicators.tables import Specification
from carbonpath.model.compiled import CompiledModel, Key
from carbonpath.model.data import read_model_data
from carbonpath.model.extend import NewRow, extended
from carbonpath.model.goal import boundary_columns
from carbonpath.model.peaking import STEADY, Descent, Rule, peak_ratios
from carbonpath.model.prepared import ModelData
from carbonpath.model.programme import compile_system
from carbonpath.model.resolve import Resolver
from carbonpath.model.solve import Solution
from carbonpath.system.system import System

SLACKS = (0.005, 0.02, 0.05)
"""Slacks of cost for which a window is told unless others are asked for."""


@dataclass(frozen=True, slots=True)
class PathOfYear:
    """The least-cost path that peaks in a given year."""

    cost: float
    """Its cost, in million CNY."""
    level: float
    """Its highest emissions, in Mt."""
    path: Mapping[int, float]
    """Its emissions by year, in Mt."""


@dataclass(frozen=True, slots=True)
class Reach:
    """Peak years that a slack of cost allows."""

    slack: float
    """Relative slack of cost."""
    earliest: int
    """Earliest reachable peak year."""
    latest: int
    """Latest reachable peak year."""
    no_rise_after: int
    """Earliest year after which emissions need never rise again, or fall as asked."""


@dataclass(frozen=True, slots=True)
class PeakWindow:
    """When emissions within a boundary peak, and when else they could."""

    boundary: str
    """Emission boundary."""
    peak: Peak
    """Peak year, level and plateau of the least-cost path."""
    least_cost: float
    """Least cost of all paths, in million CNY."""
    path: Mapping[int, float]
    """Emissions of the least-cost path by year, in Mt."""
    by_peak_year: Mapping[int, PathOfYear | None]
    """Least-cost path for each peak year; None where no path peaks in that year."""
    by_last_rise: Mapping[int, PathOfYear | None]
    """Least-cost path for each year after which emissions never rise, or fall as asked; None where there is none."""
    window: tuple[Reach, ...]
    """Reachable peak years by slack."""


def peak_window(
    system: System,
    slacks: Sequence[float] = SLACKS,
    boundary: str = "scope1",
    specification: Specification | None = None,
) -> PeakWindow:
    """Return the peak of the least-cost path and the peak years within reach, in one boundary.

    See `peak_windows`.
    """
    (window,) = peak_windows(system, slacks, (boundary,), specification)
    return window


def peak_windows(
    system: System,
    slacks: Sequence[float],
    boundaries: Sequence[str],
    specification: Specification | None = None,
    descent: Descent = STEADY,
) -> tuple[PeakWindow, ...]:
    """Return the peak of the least-cost path and the peak years within reach, in each boundary.

    The first model year has been measured: in no path are its emissions higher than in the least-cost path.

    Parameters
    ----------
    system
        The system; limits on emissions that it has stay.
    slacks
        Relative slacks of total discounted cost.
    boundaries
        Emission boundaries; with several regions their sum counts.
    specification
        Tolerance of the peak year and width of the plateau.
    descent
        What is asked of the years after the last rise.

    Raises
    ------
    UsageError
        CP-620 if the system does not know the boundary.
    CarbonpathError
        What `carbonpath.model.solve.solve` raises for the system itself.
    """
    data = read_model_data(system)
    known = ", ".join(data.sets.counted)
    strange = [boundary for boundary in boundaries if boundary not in data.sets.counted]
    if strange:
        raise UsageError(*(Problem("CP-620", value=boundary, details={"known": known}) for boundary in strange))
    compiled = compile_system(system, data)
    chosen = specification or Specification()
    return tuple(_window(compiled, data, boundary, slacks, chosen, descent) for boundary in boundaries)


def _window(
    compiled: CompiledModel,
    data: ModelData,
    boundary: str,
    slacks: Sequence[float],
    chosen: Specification,
    descent: Descent,
) -> PeakWindow:
    sweep = _Sweep(compiled, data, boundary_columns(compiled, data, boundary), descent)
    least = sweep.free()
    by_peak_year, by_last_rise = sweep.every_year("peak", least.path), sweep.every_year("no_rise", least.path)
    return PeakWindow(
        boundary=boundary,
        peak=find_peak(least.path, chosen.peak_tolerance, chosen.plateau_width),
        least_cost=least.cost,
        path=least.path,
        by_peak_year=by_peak_year,
        by_last_rise=by_last_rise,
        window=tuple(_reach(slack, least.cost, by_peak_year, by_last_rise) for slack in slacks),
    )


class _Sweep:
    """The programme with a row for every pair of years, all off, and the solver that holds it."""

    def __init__(
        self, compiled: CompiledModel, data: ModelData, columns: Mapping[str, Mapping[int, int]], descent: Descent
    ) -> None:
        self._years = data.sets.years
        self._columns = {year: [by_year[year] for by_year in columns.values()] for year in self._years}
        first = len(compiled.rows)
        rules = {rule: {year: peak_ratios(self._years, year, rule, descent) for year in self._years} for rule in RULES}
        pairs = sorted({ratio for years in rules.values() for ratios in years.values() for ratio in ratios})
        self._row_of = {pair: first + position for position, pair in enumerate(pairs)}
        self._rules = rules
        self._programme = extended(compiled, [], [self._row(*pair) for pair in pairs])
        self._resolver = Resolver(self._programme)

    def free(self) -> PathOfYear:
        """Return the least-cost path whenever it peaks; from now on the first year keeps its emissions."""
        solution = self._resolver.solve(self._programme, "least cost")
        upper = self._programme.column_upper.copy()
        measured = self._columns[self._years[0]]
        upper[measured] = solution.values[measured]
        self._programme = replace(self._programme, column_upper=upper)
        return self._told(solution)

    def every_year(self, rule: Rule, path: Mapping[int, float]) -> dict[int, PathOfYear | None]:
        """Return the least-cost path under a rule for each year, from the peak of `path` outwards."""
        middle = self._years.index(max(self._years, key=lambda year: path[year]))
        outwards = (*self._years[middle:], *reversed(self._years[:middle]))
        found = {year: self._held(rule, year) for year in outwards}
        return {year: found[year] for year in self._years}

    def _held(self, rule: Rule, year: int) -> PathOfYear | None:
        upper = self._programme.row_upper.copy()
        upper[[self._row_of[ratio] for ratio in self._rules[rule][year]]] = 0.0
        try:
            return self._told(self._resolver.solve(replace(self._programme, row_upper=upper), f"{rule} {year}"))
        except InfeasibleError:
            return None

    def _row(self, year: int, reference_year: int, ratio: float) -> NewRow:
        limited, reference = self._columns[year], self._columns[reference_year]
        coefficients = [1.0] * len(limited) + [-ratio] * len(reference)
        return NewRow(Key("peak", (year, reference_year)), coefficients, [*limited, *reference])

    def _told(self, solution: Solution) -> PathOfYear:
        path = {year: float(np.sum(solution.values[columns])) for year, columns in self._columns.items()}
        return PathOfYear(solution.objective, max(path.values()), path)


RULES: tuple[Rule, ...] = ("peak", "no_rise")
"""What is asked of each year in turn."""


def _reach(
    slack: float,
    least_cost: float,
    by_peak_year: Mapping[int, PathOfYear | None],
    by_last_rise: Mapping[int, PathOfYear | None],
) -> Reach:
    budget = least_cost + slack * abs(least_cost)
    peaks = [year for year, found in by_peak_year.items() if found is not None and found.cost <= budget]
    rises = [year for year, found in by_last_rise.items() if found is not None and found.cost <= budget]
    return Reach(slack, min(peaks), max(peaks), min(rises))
