"""Of the residual capacity at least a limit stands closed before its time."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from systems import old_plant

from carbonpath.core.errors import InfeasibleError
from carbonpath.model.run import solve_system

Differences = Callable[[str], tuple[list[str], list[str]]]


def test_rows_are_those_of_the_golden_file(golden_differences: Differences) -> None:
    expected, found = golden_differences("min_retired_capacity")

    assert found == expected


def test_a_phase_out_closes_what_still_pays(number: Callable[..., float]) -> None:
    phase_out = {("plant", 2020): 0.0, ("plant", 2021): 5.0, ("plant", 2022): 10.0}
    result = solve_system(old_plant(fixed_cost={("plant",): 0.0}, min_retired_capacity=phase_out)).result

    assert [number(result, "total_capacity", year=y) for y in (2020, 2021, 2022)] == pytest.approx([10.0, 5.0, 0.0])
    assert number(result, "activity", technology="buy", year=2022) == pytest.approx(7.0)


def test_closing_more_than_stands_is_refused() -> None:
    with pytest.raises(InfeasibleError) as raised:
        solve_system(old_plant(min_retired_capacity={("plant", 2021): 12.0}))

    assert [problem.code for problem in raised.value.problems] == ["CP-520"]
