"""Capacities and hosts out of the bureau's tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from carbonpath.core.tables import read_csv
from carbonpath.workflow.registers import capacity_register, host_facilities, register_files

TABLES = {
    "assets": "firm,library_id,capacity,unit,start_year,latest_retire_year\n"
    "F01,OVEN,1.5,Mt/y,2000,2020\nF01,OVEN,2.5,Mt/y,2010,2040\nF01,MILL,1,Mt/y,2000,2040\nF01,ODD,x,Mt/y,2000,2040\n",
    "technologies": "library_id,main_output\nOVEN,coke_of_firm\nMILL,cement\nODD,cement\n",
    "commodities": "commodity,survey_item\ncoke_of_firm,coke\ncement,cement\n",
    "facilities": "firm,facility,library_id,host\n"
    "F01,oven,OVEN,\nF01,mill_1,MILL,\nF01,mill_2,MILL,\nF01,burner,,oven\n",
}


@pytest.fixture
def inventory(tmp_path: Path) -> Path:
    """Return an inventory folder with the tables behind the capacities."""
    (tmp_path / "system").mkdir()
    for name, content in TABLES.items():
        (tmp_path / "system" / f"{name}.csv").write_text(content, encoding="utf-8")
    return tmp_path


def test_assets_that_stand_in_a_year_are_added_up(inventory: Path) -> None:
    table = capacity_register(inventory, [2021, 2020, 2005])
    assert table is not None
    coke = table[table["item"] == "coke"]
    assert coke[["facility", "year", "capacity", "unit"]].to_numpy().tolist() == [
        ["oven", 2005, 1.5, "Mt/y"],
        ["oven", 2020, 4.0, "Mt/y"],
        ["oven", 2021, 2.5, "Mt/y"],
    ]


def test_a_technology_in_two_facilities_counts_for_the_firm(inventory: Path) -> None:
    table = capacity_register(inventory, [2020])
    assert table is not None
    assert table.loc[table["item"] == "cement", ["facility", "capacity"]].to_numpy().tolist() == [["", 1.0]]


def test_a_project_without_the_tables_has_no_register(inventory: Path) -> None:
    (inventory / "system" / "assets.csv").write_text("firm\nF01\n", encoding="utf-8")
    assert capacity_register(inventory, [2020]) is None
    (inventory / "system" / "commodities.csv").unlink()
    assert capacity_register(inventory, [2020]) is None
    assert len(register_files(inventory)) == 3


def test_no_year_no_register(inventory: Path) -> None:
    assert capacity_register(inventory, []) is None


def test_a_burner_belongs_to_its_host(inventory: Path) -> None:
    facilities = read_csv(inventory / "system" / "facilities.csv")
    assert host_facilities(facilities) == {("F01", "burner"): "oven"}
    assert host_facilities(facilities.drop(columns="host")) == {}
