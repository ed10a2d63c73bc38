"""What tests of readers share: a data set written on the spot, and where the reference cases are."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

SETS = """
set YEAR := 2020 2021 ;
set REGION := land ;
set TECHNOLOGY := plant import ;
set FUEL := power ;
set TIMESLICE := day night ;
set MODE_OF_OPERATION := 1 2 ;
set EMISSION := co2 ;
param YearSplit default 0.5 := ;
param DiscountRate default 0.05 := ; param OperationalLife default 1 := ; param CapitalCost default 0 := ;
param CapacityToActivityUnit default 1 := ; param OperationalLifeStorage default 9 := ;
param CapitalCostStorage default 0 := ; param DiscountRateStorage default 0.05 := ;
param DaySplit default 0.001 := ; param DaysInDayType default 7 := ;
"""


@pytest.fixture
def cases() -> Path:
    """Return the folder of the reference cases."""
    return Path(__file__).parents[2] / "cases"


@pytest.fixture
def write_data(tmp_path: Path) -> Callable[[str], Path]:
    """Return a function that writes statements behind the sets of a small data set and returns the file."""

    def write(statements: str) -> Path:
        path = tmp_path / "small.txt"
        path.write_text(SETS + statements + "\nend;\n", encoding="utf-8")
        return path

    return write
