"""When emissions peak, as rows of ``max_emission_ratio``."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from systems import clean_and_dirty

from carbonpath.indicators.peak import find_peak
from carbonpath.indicators.tables import Specification
from carbonpath.model.peaking import MARGIN, STEADY, Descent, Ratio, Rule, peak_changes, peak_ratios
from carbonpath.model.run import solve_system
from carbonpath.system.overlay import apply_changes

YEARS = (2020, 2021, 2022, 2023)


def path_of(demand: tuple[float, ...], year: int, rule: Rule, descent: Descent = STEADY) -> dict[int, float]:
    """Return the least-cost emissions of a system that is asked to peak in a year."""
    wanted = {("good", y): amount for y, amount in zip(YEARS, demand, strict=True)}
    system = clean_and_dirty(YEARS, demand=wanted, boundary_weight={("scope1", "co2"): 1.0})
    result = solve_system(apply_changes(system, peak_changes(system, "scope1", year, rule, descent))).result
    rows = result[result["quantity"] == "boundary_emissions"]
    return dict.fromkeys(YEARS, 0.0) | dict(zip(rows["year"], rows["value"], strict=True))


def test_the_margin_is_wider_than_the_tolerance_of_the_peak_year() -> None:
    assert Specification().peak_tolerance < MARGIN < 3 * Specification().peak_tolerance


def test_rows_of_a_peak_year() -> None:
    assert peak_ratios((2020, 2021, 2022), 2021) == (Ratio(2020, 2021, 1.0 - MARGIN), Ratio(2022, 2021, 1.0))


def test_rows_of_a_fall_by_a_rate() -> None:
    assert peak_ratios((2020, 2021, 2022), 2020, "no_rise", Descent(0.02)) == (
        Ratio(2021, 2020, 0.98),
        Ratio(2022, 2021, 0.98),
    )


@given(demand=st.tuples(*[st.floats(50.0, 150.0)] * 4), year=st.sampled_from(YEARS))
@settings(max_examples=12, deadline=None)
def test_the_peak_year_is_the_one_asked_for(demand: tuple[float, ...], year: int) -> None:
    path = path_of(demand, year, "peak")

    assert find_peak(path, Specification().peak_tolerance, 0.01).year == year


def test_after_the_last_rise_emissions_fall_by_the_rate() -> None:
    path = path_of((100.0, 120.0, 130.0, 125.0), 2021, "no_rise", Descent(0.1))

    assert path == pytest.approx({2020: 100.0, 2021: 120.0, 2022: 108.0, 2023: 97.2})


def test_a_plateau_may_rise_by_its_tolerance() -> None:
    path = path_of((100.0, 120.0, 130.0, 140.0), 2021, "no_rise", Descent(-0.01))

    assert path[2022] == pytest.approx(121.2)


def test_a_plateau_stays_within_its_leeway_of_the_peak_year_for_good() -> None:
    path = path_of((100.0, 120.0, 130.0, 140.0), 2021, "no_rise", Descent(leeway=0.01))

    assert path == pytest.approx({2020: 100.0, 2021: 120.0, 2022: 121.2, 2023: 121.2})


def test_a_fall_with_leeway_is_measured_from_the_peak_year() -> None:
    path = path_of((100.0, 120.0, 130.0, 140.0), 2021, "no_rise", Descent(0.1, 0.05))

    assert path == pytest.approx({2020: 100.0, 2021: 120.0, 2022: 113.4, 2023: 102.06})


def test_changes_name_every_region() -> None:
    changes = peak_changes(clean_and_dirty(YEARS), "scope1", 2022)

    assert {change.where["region"] for change in changes} == {"district"}
    assert {change.parameter for change in changes} == {"max_emission_ratio"}
    assert len(changes) == 3
