"""How every outcome of a study is read."""

from __future__ import annotations

import pytest
from systems import growing_demand

from carbonpath.core.errors import ScenarioError
from carbonpath.model.data import read_model_data
from carbonpath.study.outcome import OutcomeBlock
from carbonpath.study.readings import Readings, find_readings

SYSTEM = growing_demand()


def found(**outcomes: OutcomeBlock) -> Readings:
    return find_readings(outcomes, SYSTEM, read_model_data(SYSTEM), "small.yaml", {"lost": "line 7"})


COST = OutcomeBlock(indicator="total_cost")
EMISSIONS = OutcomeBlock(indicator="emissions", boundary="scope1", year="all")
MIX = OutcomeBlock(indicator="energy_mix")


def test_numbers_have_names_and_units_in_order() -> None:
    readings = found(cost=COST, emitted=EMISSIONS)

    assert readings.columns == ("cost", "emitted_2020", "emitted_2021", "emitted_2022")
    assert readings.units == ("million CNY", "Mt", "Mt", "Mt")


def test_every_form_is_needed_once() -> None:
    forms = found(one=COST, two=COST, three=EMISSIONS, four=EMISSIONS.model_copy(update={"year": 2021})).forms

    assert len(forms) == len(set(forms)) == 4
    assert list(forms) == sorted(forms)


def test_outcomes_that_need_the_table_are_known() -> None:
    assert found(cost=COST, mix=MIX).need_table == ("mix",)


def test_every_outcome_that_is_absent_is_told_with_its_line() -> None:
    with pytest.raises(ScenarioError) as raised:
        found(lost=EMISSIONS.model_copy(update={"year": 2050}), other=OutcomeBlock(indicator="coal"))

    assert [(p.code, p.place) for p in raised.value.problems] == [("CP-468", "line 7"), ("CP-468", "other")]


def test_two_numbers_of_one_name_are_refused() -> None:
    with pytest.raises(ScenarioError) as raised:
        found(emitted=EMISSIONS, emitted_2021=COST)

    assert [(p.code, p.value) for p in raised.value.problems] == [("CP-467", "emitted_2021")]
