"""Changes as tables: a scenario by year, and two scenarios side by side."""

from __future__ import annotations

import math

from carbonpath.scenario.table import changes_table, difference

CAP = "coal_cap: {{unit: Mtce, values: {{2022: {first}, 2023: 10}}, reason: less, source: plan, responsible: DRC}}\n"
SCALE = "demand: {scale: [{commodity: steel_product, values: {2023: 0.5}, reason: crisis, source: guess}]}\n"


def test_table_has_a_row_a_measure_and_a_column_a_year(pull):
    table = changes_table(pull(CAP.format(first=11) + SCALE), "en")

    assert list(table.columns) == [
        *("lever", "parameter", "label", "item", "operation", "unit"),
        *("2022", "2023"),
        *("reason", "basis", "responsible", "place"),
    ]
    cap, demand = table.to_dict("records")
    assert (cap["lever"], cap["item"], cap["unit"], cap["2022"], cap["2023"]) == (
        "coal_cap",
        "coal_use",
        "Mtce",
        11,
        10,
    )
    assert (cap["reason"], cap["basis"], cap["responsible"]) == ("less", "plan", "DRC")
    assert cap["place"] == "scenarios/trial.yaml, line 3"
    assert (demand["operation"], demand["2023"]) == ("scale", 0.5)
    assert math.isnan(demand["2022"])


def test_table_of_no_changes_has_its_columns():
    table = changes_table([], "zh")

    assert table.empty
    assert list(table.columns)[:2] == ["lever", "parameter"]


def test_parameter_is_labelled_in_the_language_asked_for(pull):
    changes = pull(CAP.format(first=11))

    assert changes_table(changes, "zh")["label"].iloc[0] == "组合上限"
    assert changes_table(changes, "en")["label"].iloc[0] == "maximum group activity"
    assert changes_table(changes, "zh")["parameter"].iloc[0] == "max_group_activity"


def test_difference_shows_only_numbers_that_differ_with_both_sources(pull, district):
    table = difference(pull(CAP.format(first=11)), pull(CAP.format(first=10.5)), district, "en")

    assert table.to_dict("records") == [
        {
            "parameter": "max_group_activity",
            "label": "maximum group activity",
            "item": "coal_use",
            "year": 2022,
            "unit": "Mtce",
            "value_a": 11.0,
            "value_b": 10.5,
            "source_a": "scenarios/trial.yaml, line 3",
            "source_b": "scenarios/trial.yaml, line 3",
        }
    ]


def test_difference_shows_what_the_system_has_where_a_scenario_is_silent(pull, district):
    table = difference(pull(SCALE), [], district, "en")

    (row,) = table.to_dict("records")
    assert (row["value_a"], row["value_b"]) == (5.0, 10.0)
    assert (row["source_a"], row["source_b"]) == ("scenarios/trial.yaml, line 3", "data")


def test_limit_that_a_scenario_does_not_have_is_blank(pull, district):
    table = difference([], pull(CAP.format(first=11)), district)

    assert table["value_a"].isna().all()
    assert list(table["source_a"]) == ["", ""]


def test_scenario_does_not_differ_from_itself(pull, district):
    changes = pull(CAP.format(first=11))

    assert difference(changes, changes, district).empty
