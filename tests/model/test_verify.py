"""Checking a RESULT table against the system alone."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from systems import clean_and_dirty, one_of_everything, plant_to_build

from carbonpath.core.schemas import RESULT
from carbonpath.core.tables import read_table, write_table
from carbonpath.model.run import solve_system
from carbonpath.model.verify import check_result
from carbonpath.system.system import System

SYSTEMS = {
    "one of everything": one_of_everything(),
    "a plant that outlives the horizon": plant_to_build(),
    "without interest": plant_to_build(rate=0.0),
    "a price on emissions": clean_and_dirty(emission_price={("co2",): 4.0}, free_allocation={("dirty", "co2"): 0.5}),
}


@pytest.mark.parametrize("system", SYSTEMS.values(), ids=SYSTEMS)
def test_a_result_follows_from_its_system(system: System) -> None:
    assert check_result(solve_system(system).result, system) == []


def test_a_result_read_back_from_disk_follows_too(tmp_path: Path) -> None:
    system = one_of_everything()
    write_table(solve_system(system).result, tmp_path / "results.csv")

    assert check_result(read_table(tmp_path / "results.csv", RESULT), system) == []


@pytest.mark.parametrize(
    ("quantity", "told"),
    [
        ("activity", "commodity_balance"),
        ("new_capacity", "total_capacity"),
        ("total_capacity", "total_capacity"),
        ("production", "production"),
        ("disposal", "commodity_balance"),
        ("annual_emissions", "annual_emissions"),
        ("emission_cost", "emission_cost"),
        ("salvage_value", "salvage_value"),
        ("total_discounted_cost", "total_discounted_cost"),
    ],
)
def test_a_number_that_was_altered_is_found(quantity: str, told: str) -> None:
    system = one_of_everything()
    result = solve_system(system).result.copy()
    result.loc[result["quantity"] == quantity, "value"] *= 1.0001

    assert told in {problem.place.partition("[")[0] for problem in check_result(result, system)}


def test_a_row_that_was_lost_is_found() -> None:
    system = one_of_everything()
    result = solve_system(system).result
    without = result[result["quantity"] != "use"]

    assert "use[district,furnace,ore,2020]" in {problem.place for problem in check_result(without, system)}


def test_an_empty_table_does_not_balance() -> None:
    problems = check_result(pd.DataFrame(columns=RESULT.names), clean_and_dirty())

    assert [(problem.code, problem.value) for problem in problems] == [("CP-720", "-100")]
