"""A firm's modelled base year is its inventory to 0.1 %, or to a tonne."""

from __future__ import annotations

import pytest

from carbonpath.system.closure import check_closure, check_residuals


@pytest.mark.parametrize(
    ("inventory", "modelled"),
    [
        pytest.param(10.0, 10.0, id="equal"),
        pytest.param(10.0, 10.0099, id="within 0.1 %"),
        pytest.param(1e-5, 1.09e-5, id="within a tonne"),
        pytest.param(-0.5, -0.5004, id="sink within 0.1 %"),
    ],
)
def test_closed_base_year_is_accepted(inventory: float, modelled: float) -> None:
    assert check_closure({"F01": inventory}, {"F01": modelled}) == []


@pytest.mark.parametrize(
    ("inventory", "modelled", "value"),
    [
        pytest.param({"F01": 10.0}, {"F01": 10.02}, "+0.020000", id="more than 0.1 %"),
        pytest.param({"F01": 10.0}, {"F01": 9.98}, "-0.020000", id="less"),
        pytest.param({"F01": 10.0}, {}, "-10.000000", id="not modelled"),
        pytest.param({}, {"F01": 0.1}, "+0.100000", id="not in the inventory"),
        pytest.param({"F01": 10.0}, {"F01": float("nan")}, "+nan", id="no number"),
    ],
)
def test_open_base_year_is_an_error(inventory: dict[str, float], modelled: dict[str, float], value: str) -> None:
    (problem,) = check_closure(inventory, modelled)

    assert (problem.code, problem.severity, problem.place, problem.value) == ("CP-229", "error", "F01", value)


def test_firms_are_told_in_order_and_tolerance_can_be_wider() -> None:
    inventory, modelled = {"F02": 1.0, "F01": 1.0}, {"F01": 1.01, "F02": 1.02}

    assert [p.place for p in check_closure(inventory, modelled)] == ["F01", "F02"]
    assert [p.place for p in check_closure(inventory, modelled, tolerance=0.015)] == ["F02"]


@pytest.mark.parametrize(
    ("residual", "told"),
    [
        pytest.param(0.4, [], id="4 %"),
        pytest.param(0.6, ["6.0%"], id="6 %"),
        pytest.param(-0.6, ["-6.0%"], id="minus 6 %"),
    ],
)
def test_large_residual_is_a_warning(residual: float, told: list[str]) -> None:
    found = check_residuals({"F01": 10.0}, {("F01", "steel"): residual})

    assert [p.details["share"] for p in found] == told
    assert {(p.code, p.severity) for p in found} <= {("CP-219", "warning")}


def test_residual_of_a_few_kilograms_is_never_told() -> None:
    assert check_residuals({"F09": 1e-6}, {("F09", "hydrogen"): 9e-7}) == []


def test_residual_of_a_firm_without_inventory_has_no_share() -> None:
    (problem,) = check_residuals({}, {("F09", "hydrogen"): 0.1})

    assert problem.details["share"] == "-"
