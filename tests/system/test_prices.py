"""Prices without value-added tax, history before projection, linear between the given years."""

from __future__ import annotations

import pytest

from carbonpath.core.errors import DataError
from carbonpath.system.district_tables import DistrictTables
from carbonpath.system.prices import price_path

YEARS = (2020, 2021, 2022, 2023)


def path(tables: DistrictTables, item: str, variant: str = "base", unit: str = "CNY/t") -> dict[int, float]:
    return {int(year): float(value) for year, value in price_path(tables, item, variant, unit, YEARS).items()}


def test_value_added_tax_comes_off(tables: DistrictTables) -> None:
    """1130 / 1.13 = 1000 in 2020, 1356 / 1.13 = 1200 from 2022, 1100 between."""
    assert path(tables, "coal") == pytest.approx({2020: 1000.0, 2021: 1100.0, 2022: 1200.0, 2023: 1200.0})


def test_variant_continues_history(tables: DistrictTables) -> None:
    assert path(tables, "coal", "high") == pytest.approx({2020: 1000.0, 2021: 1500.0, 2022: 2000.0, 2023: 2000.0})


def test_price_in_another_unit(tables: DistrictTables) -> None:
    assert path(tables, "natural_gas", unit="CNY/1e4_nm3")[2020] == pytest.approx(30_000.0)


def test_sum_of_items(tables: DistrictTables) -> None:
    assert path(tables, "coal + steam_coal")[2020] == pytest.approx(1600.0)


def test_years_before_the_first_price_have_none(tables: DistrictTables) -> None:
    assert path(tables, "carbon_national_CEA") == {2021: 50.0, 2022: 50.0, 2023: 50.0}
    assert list(path(tables, "coal + carbon_national_CEA")) == [2021, 2022, 2023]


@pytest.mark.parametrize(
    ("item", "variant", "missing"),
    [
        pytest.param("gold", "base", "gold", id="unknown item"),
        pytest.param("coal + gold", "base", "gold", id="unknown item of a sum"),
        pytest.param("power", "low", "power", id="no row of the variant"),
    ],
)
def test_missing_price_is_told(tables: DistrictTables, item: str, variant: str, missing: str) -> None:
    with pytest.raises(DataError) as caught:
        path(tables, item, variant)

    (problem,) = caught.value.problems
    assert (problem.code, problem.value, problem.file) == ("CP-215", missing, "prices.csv")
    assert problem.details == {"variant": variant, "years": "2020-2023"}


def test_unit_that_does_not_fit_is_told_with_its_line(tables: DistrictTables) -> None:
    with pytest.raises(DataError) as caught:
        path(tables, "power")

    assert [(p.code, p.file, p.place) for p in caught.value.problems] == [("CP-221", "prices.csv", "unit, line 7")]
