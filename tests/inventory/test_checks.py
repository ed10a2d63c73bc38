"""What a reader of an inventory should know."""

from __future__ import annotations

from carbonpath.inventory.build import account_activity
from carbonpath.inventory.checks import check_accounts


def _found(activity):
    return [(problem.code, problem.severity) for problem in check_accounts(account_activity(activity), activity)]


def test_a_sound_inventory_has_nothing_to_tell(row, prepare):
    activity = prepare(
        row("F01", "oven", "1A1c", "input", "washed_coal", 1500, "t"),
        row("F01", "oven", "1A1c", "output", "coke", 1000, "t"),
        row("F01", "oven", "1A1c", "output", "coke_oven_gas", 40, "1e4_nm3"),
        row("F01", "oven", "1A1c", "combusted", "coke_oven_gas", 40, "1e4_nm3"),
    )

    assert _found(activity) == []


def test_more_carbon_out_than_in_is_told(row, prepare):
    activity = prepare(
        row("F01", "oven", "1A1c", "input", "washed_coal", 1000, "t"),
        row("F01", "oven", "1A1c", "output", "coke", 1000, "t"),
    )

    problems = check_accounts(account_activity(activity), activity)

    assert [(problem.code, problem.severity) for problem in problems] == [("CP-363", "warning")]
    assert "oven" in problems[0].told("zh")["message"]


def test_a_rounding_of_the_balance_is_not_told(row, prepare):
    activity = prepare(
        row("F01", "furnace", "2C1", "input", "coke", 10000, "t"),
        row("F01", "furnace", "2C1", "output", "coke", 10000.1, "t"),
    )

    assert _found(activity) == []


def test_gas_that_nobody_burnt_is_told(row, prepare):
    activity = prepare(
        row("F01", "oven", "1A1c", "input", "washed_coal", 1500, "t"),
        row("F01", "oven", "1A1c", "output", "coke_oven_gas", 40, "1e4_nm3"),
        row("F01", "oven", "1A1c", "combusted", "coke_oven_gas", 30, "1e4_nm3"),
    )

    assert _found(activity) == [("CP-364", "warning")]


def test_errors_come_first(row, prepare):
    activity = prepare(
        row("F01", "oven", "1A1c", "input", "moon_dust", 1, "t"),
        row("F01", "", "", "sold", "heat_steam", 100, "GJ", "F05"),
        row("F05", "", "", "purchased", "heat_steam", 10, "GJ", "F01"),
    )

    assert _found(activity) == [("CP-360", "error"), ("CP-354", "warning")]


def test_gas_of_a_converter_holds_the_carbon_of_its_dolomite_too(row, prepare):
    """Iron 1000 x 0.172, less steel 1080 x 0.037 and gas 10.95 x 84 x 0.0496 x 44/12: -35 t, covered by dolomite."""
    rows = (
        row("F01", "converter", "2C1", "input", "pig_iron", 1000, "t"),
        row("F01", "converter", "2C1", "output", "crude_steel", 1080, "t"),
        row("F01", "converter", "2C1", "output", "converter_gas", 10.95, "1e4_nm3"),
        row("F01", "burner", "1A2a", "combusted", "converter_gas", 10.95, "1e4_nm3"),
    )

    assert [code for code, *_ in _found(prepare(*rows))] == ["CP-363"]
    assert _found(prepare(*rows, row("F01", "converter", "2C1", "input", "dolomite", 80, "t"))) == []
