"""Every amount that carries carbon to the air is consumed exactly once."""

from __future__ import annotations

import numpy as np
import pytest

from carbonpath.core.errors import DataError
from carbonpath.inventory.build import consumption
from carbonpath.inventory.completeness import check_consumption


@pytest.mark.parametrize(
    ("category", "activity", "item", "unit", "code"),
    [
        ("2C1", "combusted", "coke", "t", "CP-350"),
        ("", "input", "limestone", "t", "CP-350"),
        ("1A2a", "input", "anthracite", "t", "CP-350"),
        ("1A2a", "combusted", "peat", "t", "CP-352"),
        ("1A2a", "combusted", "coke", "个", "CP-353"),
    ],
    ids=["burnt in a process category", "carbonate without category", "reductant in a fuel category", "unknown fuel",
         "counted in pieces"],
)  # fmt: skip
def test_an_amount_that_would_be_lost_is_refused_with_its_cell(row, account, category, activity, item, unit, code):
    lost = row("F01", "unit", category, activity, item, 7, unit)

    with pytest.raises(DataError) as caught:
        account(lost)

    problem = caught.value.problems[0]
    assert (problem.code, problem.place, problem.value) == (code, lost["source"], "7.0")
    assert item in problem.told("en")["message"]
    assert item in problem.told("zh")["message"]


def test_an_unknown_input_is_a_warning(row, prepare):
    activity = prepare(row("F01", "unit", "2C1", "input", "moon_dust", 7, "t"))

    problems = check_consumption(activity, consumption(activity))

    assert [(problem.code, problem.severity) for problem in problems] == [("CP-354", "warning")]


def test_known_inputs_without_carbon_are_silent(row, prepare):
    activity = prepare(
        row("F01", "unit", "", "input", "iron_ore", 7, "t"),
        row("F01", "unit", "", "input", "electricity", 7, "MWh"),
        row("F01", "unit", "", "output", "steel_product", 7, "t"),
    )

    assert check_consumption(activity, consumption(activity)) == []


def test_an_amount_that_two_methods_take_is_refused(row, prepare):
    activity = prepare(row("F01", "unit", "1A2a", "combusted", "coke", 7, "t"))
    everything = np.ones(1, dtype=bool)

    problems = check_consumption(activity, {"one": everything, "other": everything})

    assert [problem.code for problem in problems] == ["CP-351"]
    assert "one, other" in problems[0].told("en")["message"]


def test_a_missing_factor_is_told_for_every_row_and_method_at_once(row, account):
    gas = row("F01", "ccpp", "1A1a", "combusted", "mixed_works_gas", 5, "GJ")
    flared = row("F01", "flare", "1B2", "flared", "mixed_works_gas", 1, "GJ")

    with pytest.raises(DataError) as caught:
        account(gas, flared)

    assert [(problem.code, problem.place) for problem in caught.value.problems] == [
        ("CP-340", gas["source"]),
        ("CP-340", flared["source"]),
    ]
