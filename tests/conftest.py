"""Three fixtures that tests of several parts share."""

import os
import shutil
from pathlib import Path

import pandas as pd
import pytest

from carbonpath.core.schemas import Schema
from carbonpath.core.tables import as_table
from carbonpath.system.system import COMMODITIES, GROUPS, TECHNOLOGIES, System, as_parameter

REPOSITORY = Path(__file__).parents[1]
YEARS = (2020, 2021)


def _rows(schema: Schema, *rows: dict[str, object]) -> pd.DataFrame:
    return as_table(list(rows), schema)


def _by_year(name: str, value: float, **index: str) -> tuple[str, pd.DataFrame]:
    rows = [{"region": "toy", **index, "year": year, "value": value, "source": "by hand"} for year in YEARS]
    return name, as_parameter(name, pd.DataFrame(rows))


@pytest.fixture
def tiny_system() -> System:
    """Return a firm that must deliver 3 Mt of steel a year, at 100 million CNY and 2 Mt CO2 a Mt; optimum by hand.

    Undiscounted cost 300 million CNY a year; no capacities, so nothing is built.
    """
    steel = {"technology": "F01.MILL", "commodity": "F01.steel", "mode": "1"}
    rate = pd.DataFrame([{"region": "toy", "value": 0.0, "source": "by hand"}])
    return System(
        name="toy",
        regions=("toy",),
        years=YEARS,
        timeslices={"annual": 1.0},
        modes=("1",),
        emissions=("co2",),
        technologies=_rows(
            TECHNOLOGIES,
            {
                "technology": "F01.MILL",
                "firm": "F01",
                "library_id": "MILL",
                "sector": "steel",
                "role": "process",
                "main_output": "F01.steel",
                "activity_unit": "Mt",
                "zh": "轧机",
                "en": "mill",
            },
        ),
        commodities=_rows(
            COMMODITIES,
            {
                "commodity": "F01.steel",
                "base": "steel",
                "firm": "F01",
                "kind": "material",
                "unit": "Mt",
                "balance": "equal",
                "tce_per_unit": 0.0,
                "zh": "钢材",
                "en": "steel",
            },
        ),
        groups=_rows(GROUPS),
        parameters=dict(
            [
                _by_year("output_activity_ratio", 1.0, **steel),
                _by_year("variable_cost", 100.0, technology="F01.MILL", mode="1"),
                _by_year("emission_activity_ratio", 2.0, technology="F01.MILL", emission="co2", mode="1"),
                _by_year("demand", 3.0, commodity="F01.steel"),
                ("discount_rate", as_parameter("discount_rate", rate)),
            ]
        ),
    )


@pytest.fixture
def toy_project(tmp_path: Path) -> Path:
    """Copy the shipped project into a folder of its own, to be altered or broken at will."""
    folder = tmp_path / "project"
    for name in ("inventories", "scenarios"):
        shutil.copytree(REPOSITORY / name, folder / name)
    shutil.copy(REPOSITORY / "carbonpath.yaml", folder)
    return folder


@pytest.fixture
def output_folder(tmp_path: Path) -> Path:
    """Make a folder to write to, and work in it."""
    folder = tmp_path / "output"
    folder.mkdir()
    before = Path.cwd()
    os.chdir(folder)
    yield folder
    os.chdir(before)
