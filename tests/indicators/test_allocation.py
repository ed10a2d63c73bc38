"""Arithmetic of allowances, by the plans' own examples and by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbonpath.indicators.allocation import (
    adjusted_pilot,
    intensity_alpha,
    limited_shortfall,
    peaking_factor,
    place_of_unit,
    settle_deduction,
    whole_tonnes,
)
from carbonpath.reference.allowances import load_allowances

RULES = load_allowances()


def test_allowances_are_rounded_down_to_whole_tonnes():
    """Worked example we3 (draft plan of 2025 and 2026, note 2 under tables 1-1 to 1-4): 1789.70 t become 1789."""
    assert whole_tonnes(1789.70) == 1789
    assert whole_tonnes(0.29 * 100) == 29


def test_a_deduction_beyond_the_allocation_is_given_back():
    """Worked example we4 (note 8 under table 2-5): of 50 000 pre-allocated, 20 000 are given back."""
    assert settle_deduction(50_000, 30_000, 70_000) == (50_000, 20_000, 0)


@pytest.mark.parametrize(
    ("issued", "surplus"), [(1_200_000, 200_000), (800_000, -200_000)], ids=["enterprise A", "enterprise B"]
)
def test_position_is_what_is_issued_less_what_is_surrendered(issued, surplus):
    """Worked examples we5 and we6 (note 9 under table 2-5): two firms that have to surrender 1 000 000 t each."""
    assert limited_shortfall(RULES, 2025, issued, 1_000_000) - 1_000_000 == surplus


def test_a_deduction_within_the_allocation():
    """80 t pre-allocated, 100 verified, 30 due: 30 are taken at once, the 20 beyond pre-allocation are issued."""
    assert settle_deduction(80, 100, 30) == (30, 0, 20)


@pytest.mark.parametrize(
    ("given", "kept"), [(700.0, 800.0), (850.0, 850.0), (1200.0, 1200.0)], ids=["capped", "small shortfall", "surplus"]
)
def test_no_more_than_a_fifth_of_emissions_is_missing(given, kept):
    assert limited_shortfall(RULES, 2023, given, 1000.0) == kept


@pytest.mark.parametrize(
    ("year", "load", "factor"),
    [
        (2022, 0.3, 1.0),
        (2023, 0.65, 1.0),
        (2023, 0.55, 1.015**5),
        (2024, 0.40, 1.015**8),
        (2026, 0.50, 1.0),
        (2026, 0.30, 7.254 - 0.633 * 0.634310 - 5.643 * 0.987300),
    ],
    ids=["before the rule", "at the threshold", "half load", "low load", "threshold of the draft", "draft, low load"],
)
def test_correction_for_load(year, load, factor):
    """1 - exp(-30 / 29.822) = 0.634310; 1 - exp(-30 / 6.871) = 0.987300."""
    assert peaking_factor(RULES, year, load) == pytest.approx(factor, rel=1e-5)


def test_the_draft_jumps_at_its_threshold():
    """The consultation draft gives 1.10 just below half load and 1 above: to be checked against the final plan."""
    assert peaking_factor(RULES, 2025, 0.4999) == pytest.approx(1.10, abs=0.005)


@pytest.mark.parametrize(
    ("year", "intensity", "alpha"),
    [
        (2023, 1.0, None),
        (2024, 2.0, 0.0),
        (2025, 0.9, 0.015),
        (2025, 1.1, -0.015),
        (2026, 0.7, 0.03),
        (2026, 1.5, -0.03),
        (2030, 1.0, 0.0),
    ],
    ids=["not yet", "as emitted", "better", "worse", "much better", "much worse", "at the balance value"],
)
def test_intensity_moves_allowances_by_at_most_three_percent(year, intensity, alpha):
    assert intensity_alpha(RULES, year, intensity, 1.0) == (alpha if alpha is None else pytest.approx(alpha))


@given(st.floats(0.1, 3.0), st.floats(0.1, 3.0))
def test_a_lower_intensity_never_gets_less(one, other):
    low, high = sorted((one, other))

    assert intensity_alpha(RULES, 2026, low, 1.0) >= intensity_alpha(RULES, 2026, high, 1.0)


@pytest.mark.parametrize(
    ("initial", "emissions", "given"),
    [
        (500_000.0, 1_000_000.0, 800_000.0),
        (900_000.0, 1_000_000.0, 900_000.0),
        (3_000_000.0, 2_000_000.0, 2_200_000.0),
        (100_000.0, 100_000.0, 100_000.0),
    ],
    ids=["issued beyond a fifth", "within tolerance", "returned beyond 200 000 t", "equal"],
)
def test_the_pilot_evens_out_what_lies_beyond_its_tolerance(initial, emissions, given):
    assert adjusted_pilot(RULES, 2024, initial, emissions) == given


@pytest.mark.parametrize(
    ("year", "own_gas", "biomass", "place"),
    [
        (2018, 1.0, 0.0, "inside"),
        (2024, 0.1, 0.1, "inside"),
        (2024, 0.11, 0.0, "own_gas"),
        (2024, 0.0, 0.11, "biomass"),
        (2026, 0.0, 0.11, "inside"),
        (2026, 0.11, 0.0, "as_emitted"),
        (2026, 0.11, 0.21, "biomass"),
    ],
    ids=["before", "at both limits", "own gas", "biomass", "wider limit", "own gas in the draft", "both"],
)
def test_what_a_unit_burns_decides_whether_it_takes_part(year, own_gas, biomass, place):
    assert place_of_unit(RULES, year, own_gas, biomass) == place
