"""Tables to export: two scenarios, three indicators, a little of the result."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from carbonpath.core.schemas import INDICATOR, RESULT
from carbonpath.core.tables import as_table, read_table
from carbonpath.exports.tables import ExportTables

GALLERY = Path(__file__).parents[2] / "docs" / "gallery"


def indicator(name: str, year: int, value: float, unit: str, **where: str) -> dict[str, object]:
    """Return one INDICATOR row."""
    told = {"scenario": "reference", "region": "r", "boundary": "", **where}
    return {**told, "indicator": name, "year": year, "value": value, "unit": unit}


@pytest.fixture
def tables() -> ExportTables:
    """Return tables with totals, a breakdown, a share and a peak."""
    rows = [
        indicator("emissions", 2020, 36.0, "Mt", boundary="scope1"),
        indicator("emissions", 2021, 36.5, "Mt", boundary="scope1"),
        indicator("emissions", 2020, 25.0, "Mt", boundary="scope1", sector="steel"),
        indicator("peak_level", 2021, 36.5, "Mt", boundary="scope1"),
        indicator("peak_year", 2021, 2021.0, "year", boundary="scope1"),
        indicator("plateau_first", 2020, 2020.0, "year", boundary="scope1"),
        indicator("plateau_last", 2021, 2021.0, "year", boundary="scope1"),
        indicator("clean_share", 2021, 0.8, "1"),
        indicator("primary_energy", 2020, 10.0, "Mtce", item="coal"),
        indicator("primary_energy", 2020, 0.5, "Mtce", item="waste"),
        indicator("primary_energy", 2020, 0.25, "Mtce", item="other"),
        indicator("emissions", 2020, 35.0, "Mt", boundary="scope1", scenario="=cmd|'/c calc'!A1"),
    ]
    result = [
        {"quantity": "annual_emissions", "emission": "co2", "year": 2020, "value": 36.0, "unit": "Mt"},
        {"quantity": "annual_emissions", "emission": "co2_import", "year": 2020, "value": 1.0, "unit": "Mt"},
        {"quantity": "capital_investment", "technology": "F01.A", "year": 2020, "value": 1.5, "unit": "million CNY"},
        {"quantity": "capital_investment", "technology": "F02.B", "year": 2020, "value": 2.0, "unit": "million CNY"},
        {"quantity": "activity", "technology": "F01.A", "year": 2020, "value": -2.5, "unit": "Mt"},
    ]
    told = [{"scenario": "reference", "region": "r", **row} for row in result]
    return ExportTables(as_table(told, RESULT), as_table(rows, INDICATOR))


@pytest.fixture
def empty() -> ExportTables:
    """Return tables without rows."""
    return ExportTables(as_table([], RESULT), as_table([], INDICATOR))


@pytest.fixture(scope="session")
def saved() -> pd.DataFrame:
    """Return the INDICATOR table of the gallery."""
    return read_table(GALLERY / "indicators.csv", INDICATOR)
