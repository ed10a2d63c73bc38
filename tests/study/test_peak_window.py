"""When emissions could peak at nearly the least cost."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from shipped import shipped_system
from systems import clean_and_dirty

from carbonpath.core.errors import InfeasibleError, UsageError
from carbonpath.indicators.peak import find_peak
from carbonpath.indicators.tables import Specification
from carbonpath.model.highs import SolverOptions
from carbonpath.model.peaking import MARGIN, Descent, peak_changes
from carbonpath.model.programme import compile_system
from carbonpath.model.solve import solve
from carbonpath.study.peak_window import SLACKS, PeakWindow, peak_window, peak_windows
from carbonpath.system.change import Change
from carbonpath.system.overlay import apply_changes
from carbonpath.system.system import System

YEARS = (2020, 2021, 2022)
DEMAND = (100.0, 120.0, 110.0)
MIDDLE = tuple(1.05 ** -(0.5 + position) for position in range(3))
LEAST = sum(3.0 * amount * factor for amount, factor in zip(DEMAND, MIDDLE, strict=True))


def growing() -> System:
    """Return 100, 120 and 110 Mt of a good, dirty for 3 CNY per t or clean for 8: the least-cost path peaks in 2021.

    A peak in 2020 takes 20 clean in 2021 and 10 in 2022, one in 2022 a little more than 10 in 2021.
    """
    demand = {("good", year): amount for year, amount in zip(YEARS, DEMAND, strict=True)}
    return clean_and_dirty(YEARS, demand=demand, boundary_weight={("scope1", "co2"): 1.0})


def test_the_least_cost_path_and_its_peak() -> None:
    window = peak_window(growing())

    assert window.least_cost == pytest.approx(LEAST)
    assert (window.peak.year, window.peak.level) == (2021, pytest.approx(120.0))
    assert window.path == pytest.approx(dict(zip(YEARS, DEMAND, strict=True)))


def test_the_cost_of_each_peak_year() -> None:
    found = peak_window(growing()).by_peak_year

    extra = {year: path.cost - LEAST for year, path in found.items() if path}
    assert extra == pytest.approx(
        {
            2020: 5.0 * (20.0 * MIDDLE[1] + 10.0 * MIDDLE[2]),
            2021: 0.0,
            2022: 5.0 * (120.0 - 110.0 * (1.0 - MARGIN)) * MIDDLE[1],
        },
        abs=1e-6,
    )


@pytest.mark.parametrize(
    ("slack", "earliest", "latest", "no_rise_after"),
    [(0.0, 2021, 2021, 2021), (0.06, 2021, 2022, 2021), (0.5, 2020, 2022, 2020)],
    ids=["none", "enough for a later peak", "enough for all"],
)
def test_the_window_widens_with_the_slack(slack: float, earliest: int, latest: int, no_rise_after: int) -> None:
    (reach,) = peak_window(growing(), [slack]).window

    assert (reach.earliest, reach.latest, reach.no_rise_after) == (earliest, latest, no_rise_after)


def test_a_fall_after_the_last_rise_costs_what_it_replaces() -> None:
    """After 2021 a fall by 10 % to 108 Mt replaces 2 of 110 Mt; with a leeway of 2 % on it 110.16 Mt are allowed."""
    steady, falling, eased = (
        peak_windows(growing(), (0.0,), ("scope1",), descent=descent)[0].by_last_rise[2021]
        for descent in (Descent(), Descent(0.1), Descent(0.1, 0.02))
    )

    assert steady is not None
    assert falling is not None
    assert eased is not None
    assert falling.cost - steady.cost == pytest.approx(5.0 * 2.0 * MIDDLE[2])
    assert eased.cost == pytest.approx(steady.cost)


def test_the_measured_year_cannot_be_made_to_peak_by_raising_it() -> None:
    demand = {("good", 2020): 50.0, ("good", 2021): 100.0}
    system = clean_and_dirty((2020, 2021), demand=demand, boundary_weight={("scope1", "co2"): 1.0})
    wasteful = replace(system, commodities=system.commodities.assign(balance="surplus"))

    path = peak_window(wasteful).by_peak_year[2020]

    assert path is not None
    assert path.path == pytest.approx({2020: 50.0, 2021: 50.0})


def test_a_year_that_no_path_can_peak_in_has_no_cost() -> None:
    system = apply_changes(
        growing(),
        [Change("annual_boundary_limit", {"region": "district", "boundary": "scope1", "year": 2022}, "set", 0.0)],
    )
    floor = Change("min_activity", {"region": "district", "technology": "dirty", "year": 2020}, "set", 50.0)

    assert peak_window(apply_changes(system, [floor])).by_peak_year[2022] is None


def test_an_unknown_boundary_is_told() -> None:
    with pytest.raises(UsageError, match="CP-620"):
        peak_window(growing(), boundary="scope3")


def direct_cost(system: System, window: PeakWindow, year: int) -> float:
    """Return the cost of a peak in a year from a model built anew, infinity if there is none."""
    first = system.years[0]
    measured = Change(
        "annual_boundary_limit",
        {"region": system.regions[0], "boundary": window.boundary, "year": first},
        "set",
        window.path[first],
    )
    changes = [measured, *peak_changes(system, window.boundary, year)]
    try:
        return solve(compile_system(apply_changes(system, changes)), SolverOptions(tie_break=False)).objective
    except InfeasibleError:
        return float("inf")


@pytest.mark.slow
@pytest.mark.parametrize("boundary", ["scope1", "scope1+import"])
def test_the_ends_of_the_window_of_the_shipped_district_are_confirmed_by_direct_solves(boundary: str) -> None:
    system = shipped_system("coal-cap")

    begun = time.perf_counter()
    window = peak_window(system, (0.001, *SLACKS), boundary)
    seconds = time.perf_counter() - begun

    asked = {year for reach in window.window for year in (reach.earliest, reach.latest)}
    beyond = {year + step for reach in window.window for year, step in ((reach.earliest, -1), (reach.latest, 1))}
    cost = {year: direct_cost(system, window, year) for year in sorted(asked | beyond) if year in system.years}
    for reach in window.window:
        reached = [year for year in cost if cost[year] <= window.least_cost * (1.0 + reach.slack) * (1.0 + 1e-9)]
        assert (min(reached), max(reached)) == (reach.earliest, reach.latest)
    assert seconds < 20.0


@pytest.mark.slow
def test_each_path_of_the_shipped_district_peaks_in_its_year() -> None:
    specification = Specification()

    window = peak_window(shipped_system("reference"))

    told = {
        year: find_peak(found.path, specification.peak_tolerance, specification.plateau_width).year
        for year, found in window.by_peak_year.items()
        if found
    }
    assert told == {year: year for year in told}
    assert len(told) > 10
