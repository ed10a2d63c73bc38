"""The weighted activity of a group is at most a multiple of that in another year."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from systems import clean_and_dirty

from carbonpath.model.run import solve_system

Differences = Callable[[str], tuple[list[str], list[str]]]


def test_rows_are_those_of_the_golden_file(golden_differences: Differences) -> None:
    expected, found = golden_differences("max_group_ratio")

    assert found == expected


def test_energy_per_gdp_falls_by_its_target(number: Callable[..., float]) -> None:
    growth, fall = 1.2, 0.135
    system = clean_and_dirty(
        (2020, 2021),
        demand={("good", 2020): 100.0, ("good", 2021): 120.0},
        max_group_ratio={("dirty_good", 2021, 2020): (1.0 - fall) * growth},
    )

    result = solve_system(system).result

    used = [number(result, "group_activity", technology="dirty_good", year=year) for year in (2020, 2021)]
    assert used == pytest.approx([100.0, 103.8])
    assert (used[1] / 120.0) / (used[0] / 100.0) == pytest.approx(1.0 - fall)
