"""Emissions over all years stay below their limit."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from systems import clean_and_dirty

from carbonpath.core.errors import InfeasibleError
from carbonpath.model.run import solve_system

Differences = Callable[[str], tuple[list[str], list[str]]]


def test_rows_are_those_of_the_golden_file(golden_differences: Differences) -> None:
    expected, found = golden_differences("model_period_emission_limit")

    assert found == expected


def test_the_emissions_of_all_years_fit_into_it(number: Callable[..., float]) -> None:
    system = clean_and_dirty(
        model_period_emission_limit={("co2",): 50.0}, model_period_exogenous_emission={("co2",): 20.0}
    )

    outcome = solve_system(system)

    assert number(outcome.result, "annual_emissions") == pytest.approx(50.0 - 20.0)


def test_what_cannot_be_met_is_told_with_its_years() -> None:
    system = clean_and_dirty(model_period_emission_limit={("co2",): 10.0}, max_activity={("clean",): 60.0})

    with pytest.raises(InfeasibleError) as error:
        solve_system(system)

    told = next(
        problem for problem in error.value.problems if problem.place == "model_period_emission_limit[district,co2]"
    )
    assert "2020-2020" in told.told("en")["message"]
