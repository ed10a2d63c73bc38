"""Quantities of the model and shadow prices as outcomes."""

from __future__ import annotations

import pytest
from levelled_systems import sunny_furnace
from small_studies import ask
from systems import clean_and_dirty, growing_demand

from carbonpath.core.errors import ScenarioError
from carbonpath.model.data import read_model_data
from carbonpath.model.linear_form import linear_forms
from carbonpath.model.rows import compile_data
from carbonpath.model.solve import solve
from carbonpath.study.evaluate import read_outcomes
from carbonpath.study.outcome import Reading
from carbonpath.study.outcomes.quantity import is_known, reading
from carbonpath.study.readings import Readings
from carbonpath.system.system import System


def read(system: System, found: Reading | None) -> tuple[float, ...]:
    """Solve a system and read one outcome off its plan."""
    assert found is not None
    data = read_model_data(system)
    compiled = compile_data(data)
    forms = linear_forms(compiled, data, Readings((found,)).forms)
    return read_outcomes([found], compiled, forms, solve(compiled))


def test_a_quantity_is_added_up_over_the_rows_that_match() -> None:
    system = growing_demand()

    clean = reading(ask(system, "all", quantity="annual_activity", where={"technology": "clean"}))
    every = reading(ask(system, 2021, quantity="annual_activity"))

    assert read(system, clean) == pytest.approx((0.0, 0.0, 0.0))
    assert read(system, every) == pytest.approx((120.0,))


def test_the_price_of_a_limit_is_the_step_between_two_costs() -> None:
    """20 Mt of a limit leave 80 Mt clean: one tonne more saves 8 - 3 = 5 CNY."""
    system = clean_and_dirty(annual_emission_limit={("co2",): 20.0})

    price = reading(ask(system, 2020, quantity="emission_shadow_price"))

    assert read(system, price) == pytest.approx((5.0,))


def test_a_good_costs_what_the_dearest_way_costs() -> None:
    system = clean_and_dirty(annual_emission_limit={("co2",): 20.0})

    price = reading(ask(system, quantity="commodity_price", where={"commodity": "good"}))

    assert read(system, price) == pytest.approx((8.0,))


@pytest.mark.parametrize(
    "where", [{"technology": "green"}, {"fuel": "coal"}], ids=["no such technology", "no such index"]
)
def test_a_row_that_is_not_there_is_absent(where: dict[str, str]) -> None:
    with pytest.raises(ScenarioError) as raised:
        reading(ask(growing_demand(), quantity="annual_activity", where=where))

    assert raised.value.problems[0].code == "CP-468"


def test_a_name_without_a_way_to_be_read_is_absent() -> None:
    with pytest.raises(ScenarioError):
        reading(ask(growing_demand(), quantity="happiness"))


def test_indicators_are_left_to_others() -> None:
    assert reading(ask(growing_demand(), indicator="total_cost")) is None


@pytest.mark.parametrize(
    ("name", "known"), [("new_capacity", True), ("emission_shadow_price", True), ("demand", False), ("x", False)]
)
def test_what_can_be_an_outcome(name: str, known: bool) -> None:
    assert is_known(name) is known


def test_the_price_of_what_balances_by_timeslice_needs_the_timeslice() -> None:
    night = reading(
        ask(sunny_furnace(), quantity="commodity_price", where={"commodity": "power", "timeslice": "night"})
    )

    assert read(sunny_furnace(), night) == pytest.approx((10.0,))
    with pytest.raises(ScenarioError):
        reading(ask(sunny_furnace(), quantity="commodity_price", where={"commodity": "power"}))
