"""Of the residual capacity at most a limit stands closed before its time."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from systems import old_plant

from carbonpath.core.errors import InfeasibleError
from carbonpath.model.run import solve_system

Differences = Callable[[str], tuple[list[str], list[str]]]


def test_rows_are_those_of_the_golden_file(golden_differences: Differences) -> None:
    expected, found = golden_differences("max_retired_capacity")

    assert found == expected


def test_closing_stops_at_its_limit(number: Callable[..., float]) -> None:
    result = solve_system(old_plant(max_retired_capacity={("plant",): 2.0})).result

    assert [number(result, "retired_capacity", year=y) for y in (2020, 2021, 2022)] == pytest.approx([2.0, 2.0, 2.0])


def test_a_ceiling_of_capacity_below_what_stands_needs_closing(number: Callable[..., float]) -> None:
    ceiling = {("plant", 2022): 5.0}
    demand = {("good",): 4.0}

    with pytest.raises(InfeasibleError) as raised:
        solve_system(old_plant(demand=demand, max_capacity=ceiling))
    closing = old_plant(demand=demand, max_capacity=ceiling, max_retired_capacity={("plant",): 50.0})

    assert raised.value.problems[0].code == "CP-513"
    assert number(solve_system(closing).result, "total_capacity", year=2022) <= 5.0
