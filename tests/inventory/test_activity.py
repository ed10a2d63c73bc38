"""ACTIVITY made ready: units, order, measured properties, and everything that is wrong at once."""

from __future__ import annotations

import pytest

from carbonpath.core.errors import DataError
from carbonpath.inventory.activity import isin, startswith


@pytest.mark.parametrize(
    ("value", "unit", "base", "amount"),
    [
        (2.5, "万t", "t", 25000),
        (2.5, "kg", "t", 0.0025),
        (3, "亿m3", "1e4_nm3", 30000),
        (1000, "1000Nm3", "1e4_nm3", 100),
        (1, "万tce", "GJ", 293076),
        (10, "MWh", "GJ", 36),
        (5, "万元", "", None),
    ],
)
def test_amounts_are_counted_in_few_units(row, prepare, value, unit, base, amount):
    rows = prepare(row("F01", "works", "", "output", "coke", value, unit)).rows

    assert list(rows["base"]) == [base]
    assert amount is None or rows["amount"].iloc[0] == pytest.approx(amount, rel=1e-12)


def test_rows_are_sorted_whatever_order_they_came_in(row, prepare):
    rows = [
        row("F02", "fcc", "1A1b", "input", "fcc_coke", 2, "t"),
        row("F01", "oven", "1A1c", "input", "washed_coal", 1, "t", source="b"),
        row("F01", "oven", "1A1c", "input", "washed_coal", 1, "t", source="a"),
    ]

    one, other = prepare(*rows).rows, prepare(*rows[::-1]).rows

    assert list(one["source"]) == list(other["source"]) == ["a", "b", "F02.xlsx!fcc!input fcc_coke"]


def test_measured_properties_are_kept_apart_in_their_units(row, prepare):
    activity = prepare(
        row("F01", "", "", "net_calorific_value", "washed_coal", 28, "MJ/kg"),
        row("F01", "", "", "carbon_content", "washed_coal", 25.4, "tC/TJ"),
        row("F01", "oven", "1A1c", "input", "washed_coal", 1, "t"),
    )

    measured = activity.evidence.measured
    assert len(activity.rows) == 1
    assert list(measured.choose(activity.keys, "net_calorific_value").value) == pytest.approx([28])
    assert list(measured.choose(activity.keys, "carbon_content").value) == pytest.approx([0.0254])


def test_group_and_carbon_of_an_item_are_noted(row, prepare):
    rows = prepare(
        row("F01", "oven", "1A1c", "input", "washed_coal", 1, "t"),
        row("F01", "oven", "1A1c", "input", "electricity", 1, "MWh"),
        row("F01", "oven", "1A1c", "input", "mystery", 1, "t"),
        row("F01", "oven", "1A1c", "input", "sludge", 1, "t"),
        row("F01", "", "", "carbon_content_mass", "sludge", 0.2, "tC/t"),
    ).rows.set_index("item")

    assert dict(rows["carbon"]) == {"washed_coal": True, "electricity": False, "mystery": False, "sludge": True}
    assert dict(rows["group"]) == {"washed_coal": "coal", "electricity": "energy", "mystery": "", "sludge": ""}


def test_everything_wrong_is_told_at_once(row, prepare):
    coal = row("F01", "oven", "1A1c", "input", "washed_coal", 1, "bushel")
    burnt = row("F01", "oven", "1A1c", "burned", "washed_coal", 1, "t")
    heat = row("F01", "", "", "net_calorific_value", "washed_coal", 28, "t")
    twice = row("F01", "", "", "carbon_content", "coke", 0.03, "tC/GJ", source="second")
    once = row("F01", "", "", "carbon_content", "coke", 0.029, "tC/GJ", source="first")

    with pytest.raises(DataError) as caught:
        prepare(coal, burnt, heat, twice, once, guideline="")

    found = {problem.code: problem for problem in caught.value.problems}
    assert sorted(found) == ["CP-330", "CP-331", "CP-332", "CP-333", "CP-334"]
    assert found["CP-331"].place == coal["source"]
    assert found["CP-333"].place == "second"
    for problem in found.values():
        assert all(problem.told("zh").values()) or problem.file == ""


def test_an_unknown_guideline_is_named(row, prepare):
    with pytest.raises(DataError) as caught:
        prepare(row("F01", "oven", "1A1c", "input", "washed_coal", 1, "t"), guideline="CETS-AG-99")

    assert [(problem.code, problem.value) for problem in caught.value.problems] == [("CP-335", "CETS-AG-99")]


def test_nothing_is_prepared_as_nothing(prepare):
    activity = prepare()

    assert activity.rows.empty
    assert not activity.evidence.measured.entries
    assert not isin(activity.rows["item"], ["coke"]).any()
    assert not startswith(activity.rows["category"], "1A1").any()
