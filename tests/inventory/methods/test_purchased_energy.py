"""Purchased power and heat, against numbers computed by hand."""

from __future__ import annotations

import pytest

from carbonpath.core.errors import DataError
from carbonpath.inventory.energy import energy_use
from carbonpath.inventory.net_import import net_imports


def test_net_power_and_heat_at_the_factors_of_region_and_year(row, account):
    """(1000 - 200) MWh x 0.4364 (Hubei 2022) = 349.12; 500 GJ x 0.11 = 55 tCO2."""
    table = account(
        row("F02", "", "", "purchased", "electricity", 1000, "MWh", "outside", year=2022),
        row("F02", "", "", "sold", "electricity", 200, "MWh", "F05", year=2022),
        row("F02", "", "", "purchased", "heat_steam", 500, "GJ", "F04", year=2022),
        region="hubei",
    )

    value = table.set_index("item")["value"]
    assert value["electricity"] == pytest.approx(349.12, rel=1e-12)
    assert value["heat_steam"] == pytest.approx(55, rel=1e-12)
    assert set(table["scope"]) == {2}
    assert table["source"].iloc[0].count(";") == 1


def test_a_firm_that_sells_more_than_it_buys_has_no_scope_two(row, account):
    table = account(
        row("F04", "", "", "purchased", "electricity", 10, "MWh", "outside", year=2022),
        row("F04", "", "", "sold", "electricity", 5000, "MWh", "outside", year=2022),
    )

    assert list(table["value"]) == [0.0]


def test_the_nearest_year_stands_in_and_says_so(row, account):
    """National 2030 is not known: 2023 serves."""
    table = account(row("F02", "", "", "purchased", "electricity", 1, "MWh", "outside", year=2030))

    assert float(table["value"].iloc[0]) == pytest.approx(0.5306)
    assert "2023, stands in for 2030" in table["factor_source"].iloc[0]


def test_another_series_by_choice(row, account):
    """Without traded non-fossil power the national factor of 2023 is 0.6096."""
    power = row("F02", "", "", "purchased", "electricity", 1, "MWh", "outside", year=2023)

    table = account(power, grid_series="grid_average_excl_traded_nonfossil")

    assert float(table["value"].iloc[0]) == pytest.approx(0.6096)


def test_steam_in_tonnes_names_the_cell(row, account):
    steam = row("F02", "", "", "purchased", "heat_steam", 500, "t", "F04")

    with pytest.raises(DataError) as caught:
        account(steam)

    assert [(problem.code, problem.place) for problem in caught.value.problems] == [("CP-345", steam["source"])]


@pytest.mark.parametrize(
    ("series", "factor"),
    [("grid_average", 0.5366), ("grid_average_excl_traded_nonfossil", 0.0)],
    ids=["in the average", "claimed by its buyers"],
)
def test_green_power_is_never_dropped(row, account, prepare, series, factor):
    """100 MWh at the average of 2022, which holds it; at 0 under the residual mix. Its energy counts either way."""
    rows = [row("F02", "", "", "purchased", "electricity_green", 100, "MWh", "outside", year=2022)]
    (emission,) = account(*rows, grid_series=series).to_dict("records")
    prepared = prepare(*rows, grid_series=series)

    assert emission["value"] == pytest.approx(100 * factor)
    assert sum(one.tco2e for one in net_imports(prepared)) == pytest.approx(100 * factor)
    assert energy_use(prepared)["standard_coal"].tolist() == pytest.approx([12.29])
