"""Emissions add up by sector and by firm, in both boundaries."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carbonpath.core.errors import VerificationError
from carbonpath.indicators.emissions import indicate
from carbonpath.indicators.tables import Specification

ROWS = [
    ("activity", "F01.BOF", "", 2020, 1.0),
    ("activity", "F01.BOF", "", 2021, 1.0),
    ("technology_emissions", "F01.BOF", "co2", 2020, 3.0),
    ("technology_emissions", "F01.BOF", "co2", 2021, 2.0),
    ("technology_emissions", "F04.COAL_CHP", "co2", 2020, 1.5),
    ("technology_emissions", "BUY.electricity", "co2_import", 2021, 0.25),
    ("annual_emissions", "", "co2", 2020, 4.5),
    ("annual_emissions", "", "co2", 2021, 2.0),
    ("annual_emissions", "", "co2_import", 2021, 0.25),
]
SECTORS = {"F04.COAL_CHP": "power", "BUY.electricity": "market"}


@pytest.mark.parametrize(
    ("where", "year", "expected"),
    [
        pytest.param({"boundary": "scope1"}, 2020, 4.5, id="the district"),
        pytest.param({"boundary": "scope1", "sector": "power"}, 2020, 1.5, id="a sector"),
        pytest.param({"boundary": "scope1", "firm": "F01"}, 2021, 2.0, id="a firm"),
        pytest.param({"boundary": "scope1", "firm": "F04"}, 2021, 0.0, id="a year that the result leaves out is zero"),
        pytest.param({"boundary": "scope1+import"}, 2021, 2.25, id="power bought in counts in the wider boundary"),
        pytest.param({"boundary": "scope1+import", "sector": "power_import"}, 2021, 0.25, id="in a sector of its own"),
        pytest.param({"boundary": "scope1+import", "firm": "shared"}, 2021, 0.25, id="and belongs to no firm"),
    ],
)
def test_emissions_are_told_for(make, value, where, year, expected):
    table = indicate(make(ROWS, sectors=SECTORS), Specification())

    assert value(table, "emissions", year, **where) == pytest.approx(expected)


def test_cumulative_emissions_run_up_to_each_year(make, value):
    table = indicate(make(ROWS, sectors=SECTORS), Specification())

    assert value(table, "cumulative_emissions", 2021, boundary="scope1") == pytest.approx(6.5)


def test_carbon_sold_with_gas_leaves_the_sector_in_which_the_seller_emits_most(make, value):
    rows = [
        *ROWS[:4],
        ("technology_emissions", "F01.F05.gas_mix", "co2", 2020, -0.5),
        ("technology_emissions", "F01.BOILER", "co2", 2020, 0.2),
        ("annual_emissions", "", "co2", 2020, 2.7),
        ("annual_emissions", "", "co2", 2021, 2.0),
    ]
    tables = make(rows, sectors={"F01.F05.gas_mix": "market", "F01.BOILER": "heat"})
    tables.technologies.loc[tables.technologies["technology"] == "F01.F05.gas_mix", "firm"] = "F01"

    table = indicate(tables, Specification())

    assert value(table, "emissions", 2020, boundary="scope1", sector="steel") == pytest.approx(2.5)
    assert not (table["sector"] == "market").any()


def test_a_total_that_is_not_the_sum_stops(make):
    rows = [row if row[0] != "annual_emissions" else (*row[:4], row[4] + 0.1) for row in ROWS]

    with pytest.raises(VerificationError) as caught:
        indicate(make(rows, sectors=SECTORS), Specification())

    assert {problem.code for problem in caught.value.problems} == {"CP-724"}
    assert caught.value.problems[0].place == "reference, 2020"


@settings(max_examples=25, deadline=None)
@given(amounts=st.lists(st.floats(0.0, 50.0), min_size=4, max_size=4))
def test_firms_and_sectors_add_up_to_the_district(make, amounts):
    names = ["F01.A", "F01.B", "F02.A", "F02.B"]
    rows = [("activity", "F01.A", "", 2020, 1.0)]
    rows += [("technology_emissions", n, "co2", 2020, v) for n, v in zip(names, amounts, strict=True)]
    rows += [("annual_emissions", "", "co2", 2020, sum(amounts))]

    table = indicate(make(rows, sectors={"F01.B": "power", "F02.B": "heat"}), Specification())

    emissions = table.loc[(table["indicator"] == "emissions") & (table["boundary"] == "scope1")]
    whole = _sum(emissions, "", "")
    assert _sum(emissions.loc[emissions["firm"] != ""]) == pytest.approx(whole)
    assert _sum(emissions.loc[emissions["sector"] != ""]) == pytest.approx(whole)


def _sum(table: pd.DataFrame, *blank: str) -> float:
    found = table.loc[(table["firm"] == "") & (table["sector"] == "")] if blank else table
    return float(found["value"].sum())
