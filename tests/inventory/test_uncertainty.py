"""Error propagation, against numbers computed by hand."""

from __future__ import annotations

import math

import pandas as pd
import pytest

from carbonpath.inventory.shared_errors import pooled_gases
from carbonpath.inventory.uncertainty import combined_uncertainty, trend_uncertainty, uncertainty_by


def _row(value, *, cell, factor, item="coke", gas="CO2", of_activity=3.0, of_factor=4.0, firm="F01", year=2020):
    return {
        "firm": firm, "facility": "", "item": item, "gas": gas, "co2_equivalent": value, "source": cell,
        "factor_source": factor, "activity_uncertainty": of_activity, "factor_lower": -of_factor,
        "factor_upper": of_factor, "year": year,
    }  # fmt: skip


def test_a_row_combines_its_two_parts():
    """sqrt(3^2 + 4^2) = 5 %."""
    assert combined_uncertainty(pd.DataFrame([_row(100, cell="a", factor="x")])) == pytest.approx(5)


def test_independent_rows_add_in_quadrature():
    """Two rows of 100 at 5 %: sqrt(5^2 + 5^2) / 200 = 3.54 %."""
    rows = [_row(100, cell="a", factor="x"), _row(100, cell="b", factor="y")]

    assert combined_uncertainty(pd.DataFrame(rows)) == pytest.approx(100 * math.hypot(5, 5) / 200)


def test_a_common_factor_is_one_error():
    """Factors 4 % of 200 = 8, activity sqrt(3^2 + 3^2): sqrt(64 + 18) / 200."""
    rows = [_row(100, cell="a", factor="x"), _row(100, cell="b", factor="x")]

    assert combined_uncertainty(pd.DataFrame(rows)) == pytest.approx(100 * math.sqrt(64 + 18) / 200)


def test_what_is_made_and_used_with_one_factor_leaves_the_errors_of_the_meters():
    """100 in, -90 out with the same carbon content: factor 4 % of 10, meters 3 and 2.7."""
    rows = [_row(100, cell="a", factor="x"), _row(-90, cell="b", factor="x")]

    assert combined_uncertainty(pd.DataFrame(rows)) == pytest.approx(100 * math.sqrt(0.4**2 + 3**2 + 2.7**2) / 10)


def test_gases_of_one_fuel_share_the_amount():
    """CO2 100 and CH4 10 of the same cell: activity 3 % of 110; factors 4 and 0.4."""
    rows = [_row(100, cell="a", factor="x"), _row(10, cell="a", factor="y", gas="CH4")]

    assert combined_uncertainty(pd.DataFrame(rows)) == pytest.approx(100 * math.sqrt(3.3**2 + 4**2 + 0.4**2) / 110)


def test_gas_from_coal_shares_one_error_of_the_mean_width(factors):
    """Made -100 at 10 %, burnt 100 at 20 %: one error of 15 % on nothing; only the meters remain."""
    rows = pd.DataFrame(
        [
            _row(-100, cell="a", factor="x", item="blast_furnace_gas", of_factor=10.0),
            _row(100, cell="b", factor="y", item="mixed_works_gas", of_factor=20.0),
            _row(50, cell="c", factor="z", of_factor=0.0, of_activity=0.0),
        ]
    )

    assert combined_uncertainty(rows, pooled_gases(factors)) == pytest.approx(100 * math.hypot(3, 3) / 50)
    assert combined_uncertainty(rows) == pytest.approx(100 * math.sqrt(3**2 + 3**2 + 10**2 + 20**2) / 50)


def test_by_firm():
    rows = [_row(100, cell="a", factor="x"), _row(50, cell="b", factor="y", firm="F02", of_activity=0.0)]

    found = uncertainty_by(pd.DataFrame(rows), ["firm"])

    assert list(found["uncertainty"]) == pytest.approx([5, 4])


def test_no_emission_has_no_uncertainty():
    assert combined_uncertainty(pd.DataFrame([_row(0.0, cell="a", factor="x")])) == 0


def test_ipcc_example_of_a_sum_and_a_difference():
    """Equation 3.2 on two independent sources, 10 +- 30 % and 20 +- 5 %: sqrt(3^2 + 1^2) / 30 = 10.54 %."""
    rows = [
        _row(10, cell="a", factor="x", of_activity=30.0, of_factor=0.0),
        _row(20, cell="b", factor="y", of_activity=5.0, of_factor=0.0),
    ]

    assert combined_uncertainty(pd.DataFrame(rows)) == pytest.approx(100 * math.sqrt(10) / 30)


def test_trend_by_type_a_and_type_b_sensitivities():
    """Table 3.2 of IPCC 2006 Volume 1 Chapter 3 for two sources: C = 100, 50; D = 120, 40.

    Type A: the change of the total in percent if a source rises by 1 % in both years; type B: in the second year only.
    Trend: sum of (A x U_factor)^2 + (B x U_activity x sqrt 2)^2.
    """
    base, now = (100.0, 50.0), (120.0, 40.0)
    rows = [
        _row(value, cell=f"{source} {year}", factor=source, item=source, year=year)
        for year, values in ((2020, base), (2021, now))
        for source, value in zip(("coke", "diesel"), values, strict=True)
    ]
    squares = 0.0
    for c, d in zip(base, now, strict=True):
        raised = (sum(now) + 0.01 * d) / (sum(base) + 0.01 * c) - sum(now) / sum(base)
        type_a, type_b = 100 * raised, d / sum(base)
        # amounts of both years are independent; the table takes both alike (sqrt 2), here each has its own weight
        of_base = c * sum(now) / sum(base) ** 2
        squares += (type_a * 4) ** 2 + (3 * type_b) ** 2 + (3 * of_base) ** 2

    change, width = trend_uncertainty(pd.DataFrame(rows), 2020, 2021)

    assert change == pytest.approx(100 * (160 / 150 - 1))
    assert width == pytest.approx(math.sqrt(squares), rel=0.01)


def test_a_year_against_itself_has_no_trend():
    assert trend_uncertainty(pd.DataFrame([_row(1.0, cell="a", factor="x")]), 2020, 2020) == (0.0, 0.0)
