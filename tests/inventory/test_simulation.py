"""Approach 2, against approach 1, against closed forms and against a published example."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest

from carbonpath.inventory.simulation import change_interval, simulate
from carbonpath.inventory.uncertainty import combined_uncertainty, trend_uncertainty

DRAWS = 200_000


def _row(value, *, cell, factor, of_activity=0.0, lower=0.0, upper=0.0, firm="F01", year=2020):
    return {
        "firm": firm, "facility": "", "item": "coke", "gas": "CO2", "year": year, "co2_equivalent": float(value),
        "source": cell, "factor_source": factor, "activity_uncertainty": float(of_activity),
        "factor_lower": float(lower), "factor_upper": float(upper),
    }  # fmt: skip


def _intervals(rows, by=(), draws=DRAWS, seed=1):
    return simulate(pd.DataFrame(rows), by, np.random.default_rng(seed), draws).intervals()


def test_the_additive_model_of_the_guide_to_uncertainty_in_measurement():
    """JCGM 101:2008 clause 9.2.2, Table 2: Y = X1 + .. + X4, each N(0, 1): u(y) = 2.00, 95 % interval [-3.92, 3.92].

    Here around 100 each, so that nothing is negative: half-widths of 1.96 % are standard deviations of 1.
    """
    rows = [_row(100, cell=str(n), factor=str(n), of_activity=1.959964) for n in range(4)]

    found = simulate(pd.DataFrame(rows), (), np.random.default_rng(1), 1_000_000)

    low, high = np.quantile(found.drawn[0] - 400, (0.025, 0.975))
    assert found.drawn[0].std() == pytest.approx(2.00, abs=0.005)
    assert (low, high) == (pytest.approx(-3.92, abs=0.02), pytest.approx(3.92, abs=0.02))


def test_both_approaches_agree_on_a_linear_case():
    """Four sources with shared cells and factors, narrow symmetric intervals."""
    rows = [
        _row(100, cell="a", factor="x", of_activity=3, lower=-4, upper=4),
        _row(80, cell="b", factor="x", of_activity=2, lower=-4, upper=4),
        _row(-60, cell="c", factor="y", of_activity=5, lower=-2, upper=2),
        _row(20, cell="a", factor="z", of_activity=3, lower=-5, upper=5),
    ]

    found = _intervals(rows).iloc[0]

    first = combined_uncertainty(pd.DataFrame(rows))
    assert found["upper_pct"] == pytest.approx(first, rel=0.01)
    assert -found["lower_pct"] == pytest.approx(first, rel=0.01)
    assert found["mean"] == pytest.approx(140, rel=1e-3)


def test_the_variance_of_a_product_is_that_of_goodman():
    """Independent amount and factor of 1 with variances u^2 and v^2: variance u^2 + v^2 + u^2 v^2 (Goodman 1960)."""
    rows = [_row(1, cell="a", factor="x", of_activity=39.2, lower=-39.2, upper=39.2)]

    drawn = simulate(pd.DataFrame(rows), (), np.random.default_rng(1), 1_000_000).drawn[0]

    assert drawn.var() == pytest.approx(0.2**2 + 0.2**2 + 0.2**4, rel=0.01)


def test_an_asymmetric_factor_gives_an_asymmetric_interval():
    """N2O: -90 % to +900 %, which approach 1 takes as +-900 %."""
    found = _intervals([_row(10, cell="a", factor="x", lower=-90, upper=900)]).iloc[0]

    assert (found["lower_pct"], found["upper_pct"]) == (pytest.approx(-90, abs=1), pytest.approx(900, rel=0.03))
    assert found["median"] == pytest.approx(10, rel=0.02)
    assert found["mean"] > 15


def test_a_common_factor_does_not_average_out():
    """Ten firms at 10 %: with their own factors 10 / sqrt(10) %, with a common one 10 %."""
    own = [_row(1, cell=str(n), factor=str(n), lower=-10, upper=10) for n in range(10)]
    common = [_row(1, cell=str(n), factor="x", lower=-10, upper=10) for n in range(10)]

    assert _intervals(own).iloc[0]["upper_pct"] == pytest.approx(10 / math.sqrt(10), rel=0.02)
    assert _intervals(common).iloc[0]["upper_pct"] == pytest.approx(10, rel=0.02)


def test_groups_are_drawn_together():
    """Firms that share a factor move together, so the district is their sum in every draw."""
    rows = [
        _row(100, cell="a", factor="x", lower=-10, upper=10, firm="F02"),
        _row(50, cell="b", factor="x", lower=-10, upper=10),
    ]
    table = pd.DataFrame(rows)

    firms = simulate(table, ["firm"], np.random.default_rng(3), 1000)
    district = simulate(table, (), np.random.default_rng(3), 1000)

    assert list(firms.keys["firm"]) == ["F01", "F02"]
    assert list(firms.estimate) == [50, 100]
    assert firms.drawn.sum(axis=0) == pytest.approx(district.drawn[0], rel=1e-12)


def test_the_trend_agrees_with_approach_1_where_factors_are_common():
    """100 then 120 with one factor of 20 % and amounts of 2 %: the factor hardly touches the trend."""
    rows = [
        _row(100, cell="a", factor="x", of_activity=2, lower=-20, upper=20, year=2020),
        _row(120, cell="b", factor="x", of_activity=2, lower=-20, upper=20, year=2022),
    ]
    table = pd.DataFrame(rows)

    drawn = simulate(table, ["year"], np.random.default_rng(5), DRAWS).drawn
    low, high = change_interval(drawn[0], drawn[1])

    change, width = trend_uncertainty(table, 2020, 2022)
    assert change == pytest.approx(20)
    assert (low, high) == (pytest.approx(20 - width, abs=0.1), pytest.approx(20 + width, abs=0.1))


def test_the_same_seed_gives_the_same_numbers_whatever_the_batches(monkeypatch):
    rows = [_row(100, cell="a", factor="x", of_activity=3, lower=-4, upper=40) for _ in range(5)]
    whole = simulate(pd.DataFrame(rows), (), np.random.default_rng(9), 500).drawn

    monkeypatch.setattr("carbonpath.inventory.simulation._CELLS_AT_ONCE", 100)
    batched = simulate(pd.DataFrame(rows), (), np.random.default_rng(9), 500).drawn

    assert np.array_equal(whole, batched)


def test_a_group_told_apart_has_the_mean_width_of_its_own_gas():
    """Gas of 5 % at one firm, of 20 % at the other: together both have the mean of 12.5 %."""
    rows = [
        _row(100, cell="a", factor="x", lower=-5, upper=5),
        _row(100, cell="b", factor="y", lower=-20, upper=20, firm="F02"),
    ]
    table, pooled = pd.DataFrame(rows), frozenset({"coke"})

    apart = simulate(table, ["firm"], np.random.default_rng(1), DRAWS, pooled, ["firm"]).intervals()
    together = simulate(table, ["firm"], np.random.default_rng(1), DRAWS, pooled).intervals()

    assert list(apart["upper_pct"]) == [pytest.approx(5, rel=0.02), pytest.approx(20, rel=0.02)]
    assert list(together["upper_pct"]) == [pytest.approx(12.5, rel=0.02)] * 2


def test_no_emission_has_no_interval():
    found = _intervals([_row(0, cell="a", factor="x", lower=-5, upper=5)], draws=10).iloc[0]

    assert (found["lower_pct"], found["upper_pct"]) == (0, 0)
