"""Small INDICATOR tables, and readers of what a figure shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pandas as pd
import pytest
from matplotlib.axes import Axes
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.text import Text

from carbonpath.charts.options import ChartOptions
from carbonpath.core.schemas import INDICATOR
from carbonpath.core.tables import as_table, read_table

GALLERY = Path(__file__).parents[2] / "docs" / "gallery"

Series = Mapping[str, Sequence[float]]
Rows = Callable[..., pd.DataFrame]


def rows_of(
    indicator: str,
    series: Series,
    unit: str,
    *,
    by: str = "",
    boundary: str = "",
    scenario: str = "reference",
    first: int = 2020,
) -> pd.DataFrame:
    """Return INDICATOR rows from values by year, for each value of the column `by` or for the district."""
    told = [
        {"scenario": scenario, "indicator": indicator, "region": "r", "unit": unit, "boundary": boundary}
        | ({by: key} if by else {})
        | {"year": first + step, "value": value}
        for key, values in series.items()
        for step, value in enumerate(values)
    ]
    return as_table(told, INDICATOR)


def peak_rows(
    scenario: str, year: int, level: float, plateau: tuple[int, int], boundary: str = "scope1"
) -> pd.DataFrame:
    """Return the INDICATOR rows of a peak."""
    dates = {"peak_year": year, "plateau_first": plateau[0], "plateau_last": plateau[1]}
    parts = [rows_of("peak_level", {"": [level]}, "Mt", boundary=boundary, scenario=scenario, first=year)]
    parts += [
        rows_of(name, {"": [float(date)]}, "year", boundary=boundary, scenario=scenario, first=date)
        for name, date in dates.items()
    ]
    return pd.concat(parts, ignore_index=True)


@pytest.fixture(scope="session")
def rows() -> Rows:
    """Return the factory of INDICATOR rows (see `rows_of`)."""
    return rows_of


@pytest.fixture(scope="session")
def peaked() -> Rows:
    """Return the factory of the rows of a peak (see `peak_rows`)."""
    return peak_rows


@pytest.fixture(scope="session")
def saved() -> pd.DataFrame:
    """Return the INDICATOR table of the gallery: five scenarios, no solver."""
    return read_table(GALLERY / "indicators.csv", INDICATOR)


@pytest.fixture(params=["zh", "en"])
def options(request: pytest.FixtureRequest) -> ChartOptions:
    """Return options in each language."""
    return ChartOptions(language=request.param)


@pytest.fixture(scope="session")
def words() -> Callable[[Figure], list[str]]:
    """Return a reader of every text of a figure."""
    return lambda figure: [text.get_text() for text in figure.findobj(Text) if text.get_text() and text.get_visible()]


@pytest.fixture(scope="session")
def bars() -> Callable[[Axes], dict[str, list[tuple[float, float, float]]]]:
    """Return a reader of bars by colour: middle, lower end, height."""

    def read(axes: Axes) -> dict[str, list[tuple[float, float, float]]]:
        found: dict[str, list[tuple[float, float, float]]] = {}
        for patch in axes.patches:
            if isinstance(patch, Rectangle):
                place = (patch.get_x() + patch.get_width() / 2.0, patch.get_y(), patch.get_height())
                found.setdefault(to_hex(patch.get_facecolor()), []).append(place)
        return found

    return read
