"""Firm-years that nobody reported."""

from __future__ import annotations

import pytest

from carbonpath.core.errors import DataError
from carbonpath.core.schemas import EMISSIONS
from carbonpath.inventory.filled_years import Gap, check_gaps, fill_years, told_gaps


@pytest.fixture
def emissions(row, account):
    """Return a firm that reported 2020 and 2022, with biomass and power, and another that reported all years."""
    rows = [
        row("F04", "unit", "1A1a", "combusted", fuel, amount, "t", year=year)
        for year, factor in ((2020, 1.0), (2022, 1.5))
        for fuel, amount in (("bituminous", 1000 * factor), ("biomass_wood", 10))
    ]
    rows += [row("F04", "", "", "purchased", "electricity", 100, "MWh", "outside", year=y) for y in (2020, 2022)]
    rows += [row("F05", "mill", "1A2f", "combusted", "diesel", 5, "t", year=year) for year in (2020, 2021, 2022)]
    return account(*rows, guideline="NDRC-2015-other-industry")


def _gap(technique, series="", year=2021, firm="F04"):
    return Gap(firm, year, technique, series, "workshop rebuilt", "splicing.csv!2")


def _sum(table, year, **where):
    rows = table[(table["firm"] == "F04") & (table["year"] == year)]
    for name, value in where.items():
        rows = rows[rows[name] == value]
    return float(rows["value"].sum())


def test_interpolation_fills_every_stream_and_gas(emissions, factors):
    filled = fill_years(emissions, (_gap("interpolation"),), {}, factors)

    for where in ({"gas": "CO2", "scope": 1}, {"gas": "N2O"}, {"scope": 0}, {"scope": 2}):
        mean = (_sum(filled, 2020, **where) + _sum(filled, 2022, **where)) / 2
        assert _sum(filled, 2021, **where) == pytest.approx(mean)
    assert list(filled.columns) == EMISSIONS.names
    assert len(filled[filled["firm"] == "F05"]) == len(emissions[emissions["firm"] == "F05"])


def test_a_filled_row_says_so(emissions, factors):
    filled = fill_years(emissions, (_gap("interpolation"),), {}, factors)

    rows = filled[(filled["firm"] == "F04") & (filled["year"] == 2021)]
    assert set(rows["method"]) == {"spliced_interpolation"}
    assert set(rows["tier"]) == {1}
    assert set(rows["source"]) == {"splicing.csv!2"}
    assert rows["factor_source"].iloc[0].startswith("interpolation from 2020, 2022: workshop rebuilt")
    assert set(rows["uncertainty"]) == {10.0}


def test_a_driver_scales_the_nearest_year(emissions, factors):
    filled = fill_years(emissions, (_gap("surrogate", "output"),), {"output": {2020: 10.0, 2021: 12.0}}, factors)

    assert _sum(filled, 2021, scope=1, gas="CO2") == pytest.approx(1.2 * _sum(filled, 2020, scope=1, gas="CO2"))


def test_overlap_takes_the_level_of_the_reports(emissions, factors):
    statistics = {2020: 1000.0, 2021: 1100.0}

    filled = fill_years(emissions, (_gap("overlap", "statistics"),), {"statistics": statistics}, factors)

    assert _sum(filled, 2021, scope=1, gas="CO2") == pytest.approx(1.1 * _sum(filled, 2020, scope=1, gas="CO2"))


def test_extrapolation_goes_on(emissions, factors):
    filled = fill_years(emissions, (_gap("extrapolation", year=2023),), {}, factors)

    ours = filled[filled["firm"] == "F04"]
    total = ours[ours["scope"] == 1].groupby("year")["co2_equivalent"].sum()
    assert total[2023] == pytest.approx(total[2022] + (total[2022] - total[2020]) / 2)


@pytest.mark.parametrize(
    ("gap", "code"),
    [
        (_gap("guess"), "CP-370"),
        (_gap("interpolation", year=2020), "CP-371"),
        (_gap("interpolation", year=2023), "CP-372"),
        (_gap("surrogate", "unknown"), "CP-372"),
        (_gap("interpolation", firm="F99"), "CP-372"),
    ],
    ids=["unknown technique", "reported", "no year after", "no series", "unknown firm"],
)
def test_what_cannot_be_filled_names_its_row(emissions, factors, gap, code):
    problems = check_gaps((gap,), emissions, {})

    assert [(problem.code, problem.place) for problem in problems] == [(code, "splicing.csv!2")]
    with pytest.raises(DataError):
        fill_years(emissions, (gap,), {}, factors)


def test_every_filled_year_is_told():
    (problem,) = told_gaps((_gap("interpolation"),))

    assert (problem.code, problem.severity) == ("CP-373", "warning")
    assert "workshop rebuilt" in problem.told("zh")["message"]
