"""A typical day of each season."""

from __future__ import annotations

import pandas as pd
import pytest

from carbonpath.charts.figure import check_glyphs
from carbonpath.charts.measures.dispatch import draw
from carbonpath.charts.options import ChartOptions
from carbonpath.core.answers.paths import DISPATCH
from carbonpath.core.errors import DataError
from carbonpath.core.tables import as_table, empty_table

PARTS = {"night": 8.0, "midday": 16.0}


@pytest.fixture
def table() -> pd.DataFrame:
    """Return two seasons: sun and coal by day, coal by night, 20 MW of the sun stored; heat from gas alone."""
    supply = {
        ("power", "supply", "coal"): {"night": 100.0, "midday": 60.0},
        ("power", "supply", "solar"): {"midday": 70.0},
        ("power", "use", "storage"): {"midday": -20.0},
        ("power", "level", ""): {"night": 100.0, "midday": 110.0},
        ("heat", "supply", "gas_boiler"): {"night": 50.0, "midday": 50.0},
        ("heat", "level", ""): {"night": 40.0, "midday": 40.0},
    }
    return as_table(
        [
            {"scenario": "reference", "year": 2030, "carrier": carrier, "kind": kind, "item": item, "season": season}
            | {"day_part": part, "timeslice": f"{season}_{part}", "hours": PARTS[part], "value": value, "unit": "MW"}
            for season in ("winter", "summer")
            for (carrier, kind, item), values in supply.items()
            for part, value in values.items()
        ],
        DISPATCH,
    )


def test_bars_are_as_wide_as_the_parts_of_the_day(table: pd.DataFrame) -> None:
    figure = draw(table, ChartOptions(language="en"))
    power = figure.axes[0]

    assert len(figure.axes) == 2 * 2
    assert {round(bar.get_width(), 6) for bar in power.patches if hasattr(bar, "get_width")} == {8.0, 16.0}
    assert power.get_ylim()[0] < -20.0 < 130.0 < power.get_ylim()[1]


def test_words_can_be_written_in_both_languages(table: pd.DataFrame, words, options) -> None:
    shown = words(draw(table, options))

    assert ("冬季" if options.language == "zh" else "Winter") in shown
    assert ("储能" if options.language == "zh" else "Storage") in shown
    assert check_glyphs(draw(table, options)) == ()


def test_a_table_without_rows_is_refused() -> None:
    with pytest.raises(DataError, match="CP-911"):
        draw(empty_table(DISPATCH), ChartOptions())
