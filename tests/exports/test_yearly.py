"""The wide table: years side by side, words and units of the reader."""

from __future__ import annotations

import pytest

from carbonpath.exports.tables import ExportOptions
from carbonpath.exports.yearly import date_columns, headed, peak_table, yearly_table


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        pytest.param("zh", ("参考", "CO₂排放量", "范围一", "万t", 3600.0, 3650.0), id="zh"),
        pytest.param("en", ("参考", "CO₂ emissions", "scope 1", "Mt", 36.0, 36.5), id="en"),
    ],
)
def test_a_row_names_what_it_is_and_a_column_each_year(tables, language, expected):
    options = ExportOptions(language=language, scenario_labels={"reference": "参考"})

    row = yearly_table(tables.indicators, options).iloc[0]

    assert tuple(row[["scenario", "indicator", "boundary", "unit", "2020", "2021"]]) == pytest.approx(expected)


def test_years_stand_in_order_and_absent_values_are_blank(tables):
    shuffled = tables.indicators.iloc[::-1]

    wide = yearly_table(shuffled, ExportOptions(language="en"))

    assert list(wide.columns[-2:]) == ["2020", "2021"]
    share = wide.loc[wide["indicator"] == "Clean share of bulk freight"].iloc[0]
    assert share["2021"] == pytest.approx(80.0)
    assert share["2020"] != share["2020"]


def test_every_value_of_a_real_table_is_there_once(saved):
    wide = yearly_table(saved, ExportOptions(language="en"))

    dates = saved["unit"].eq("year") | saved["indicator"].eq("peak_level")
    years = [name for name in wide.columns if name.isdigit()]
    assert int(wide[years].notna().sum().sum()) == int((~dates).sum())


def test_a_peak_is_one_row_with_its_plateau(tables):
    row = peak_table(tables.indicators, ExportOptions(language="en")).iloc[0]

    told = ["Peak level", "Peak year", "First year of the plateau", "Last year of the plateau"]
    assert row[told].tolist() == [36.5, 2021.0, 2020.0, 2021.0]
    assert row["unit"] == "Mt"


def test_columns_are_named_for_the_reader(tables):
    options = ExportOptions(language="zh")

    assert headed(yearly_table(tables.indicators, options), options).columns[0] == "情景"
    assert date_columns(options) <= set(peak_table(tables.indicators, options).columns) | {"再次接近峰值的末年"}


def test_tables_without_rows_stay_without(empty):
    options = ExportOptions()

    assert yearly_table(empty.indicators, options).empty
    assert peak_table(empty.indicators, options).empty
