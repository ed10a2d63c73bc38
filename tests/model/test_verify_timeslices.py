"""What a RESULT table tells by timeslice is checked against the year and the balances."""

from __future__ import annotations

import pytest
from levelled_systems import sunny_furnace, winter_heat
from systems import clean_and_dirty

from carbonpath.model.run import solve_system
from carbonpath.model.system_parameters import read_parameters
from carbonpath.model.verify import check_result
from carbonpath.model.verify_timeslices import check_timeslices
from carbonpath.system.system import System

SYSTEMS = {"sun and battery": sunny_furnace(battery=True), "sale": sunny_furnace(sale=3.0), "heat": winter_heat()}


@pytest.mark.parametrize("system", SYSTEMS.values(), ids=SYSTEMS)
def test_every_timeslice_balances(system: System) -> None:
    assert check_result(solve_system(system).result, system) == []


def test_a_system_of_one_level_tells_no_flows_by_timeslice() -> None:
    system = clean_and_dirty()
    result = solve_system(system).result

    assert not result["quantity"].str.startswith("timeslice_").any()
    assert check_timeslices(result, system, read_parameters(system)) == []


@pytest.mark.parametrize(
    ("technology", "codes"),
    [("grid", {"CP-720", "CP-721"}), ("furnace", {"CP-720", "CP-721"})],
    ids=["one that runs by timeslice", "one that runs for the year"],
)
def test_a_flow_moved_to_another_timeslice_is_found(technology: str, codes: set[str]) -> None:
    system = sunny_furnace()
    result = solve_system(system).result
    moved = result["quantity"].str.startswith("timeslice_") & (result["technology"] == technology)
    result.loc[moved & (result["timeslice"] == "night"), "value"] *= 0.5

    found = check_timeslices(result, system, read_parameters(system))

    assert {problem.code for problem in found} == codes
