"""In every timeslice, the activity of a group stays below a share of that of another."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from levelled_systems import winter_heat

from carbonpath.model.run import solve_system

Differences = Callable[[str], tuple[list[str], list[str]]]


def test_rows_are_those_of_the_golden_file(golden_differences: Differences) -> None:
    expected, found = golden_differences("max_timeslice_group_share")

    assert found == expected


def test_heat_of_a_timeslice_is_bound_to_its_power() -> None:
    result = solve_system(winter_heat()).result
    flows = result[result["quantity"] == "timeslice_production"].set_index(["technology", "timeslice"])["value"]

    assert flows["turbine_heat", "winter"] == pytest.approx(2.0 * flows["turbine", "winter"])
    assert ("turbine_heat", "summer") not in flows.index
