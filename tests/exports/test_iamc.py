"""IAMC variables: names, units, sums."""

from __future__ import annotations

import pytest

from carbonpath.exports.iamc import COLUMNS, iamc_table, variables
from carbonpath.exports.tables import ExportOptions
from carbonpath.indicators.items import families


@pytest.mark.parametrize(
    ("variable", "unit", "expected"),
    [
        pytest.param("Emissions|CO2", "Mt CO2/yr", 36.0, id="territorial emissions only"),
        pytest.param("Investment", "million CNY_2020/yr", 3.5, id="all technologies together"),
        pytest.param("Primary Energy|Coal", "EJ/yr", 10.0 * 0.0293076, id="energy in exajoule"),
        pytest.param("Primary Energy|Other", "EJ/yr", 0.75 * 0.0293076, id="items added up"),
    ],
)
def test_a_variable(tables, variable, unit, expected):
    table = iamc_table(tables, ExportOptions(model="carbonpath"))

    row = table.loc[table["variable"] == variable].iloc[0]
    assert (row["model"], row["unit"], row["year"]) == ("carbonpath", unit, 2020)
    assert row["value"] == pytest.approx(expected)


def test_each_index_stands_once(tables, saved):
    table = iamc_table(type(tables)(tables.result, saved), ExportOptions())

    assert list(table.columns) == COLUMNS
    assert not table.duplicated([*COLUMNS[:4], "year"]).any()


@pytest.mark.parametrize(
    ("indicator", "family"), [("electricity_generation", "electricity_source"), ("primary_energy", "fuel")]
)
def test_parts_of_a_total_are_mapped_whole(indicator, family):
    mapped = [item for entry in variables() if entry.indicator == indicator for item in entry.items]

    expected = {*families()[family], "other", ""} | ({"solar"} if family == "fuel" else set())
    assert sorted(mapped) == sorted(expected)


def test_tables_without_rows_have_no_variables(empty):
    assert iamc_table(empty, ExportOptions()).empty
