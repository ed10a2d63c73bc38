"""Allowances: surplus up, shortfall down, and the balance of all."""

from __future__ import annotations

import pandas as pd
import pytest

from carbonpath.charts.allowance_position import draw
from carbonpath.charts.options import ChartOptions
from carbonpath.charts.palette import families, ink


@pytest.fixture
def table(rows):
    """Return two firms, of which one runs short."""
    return pd.concat(
        [
            rows("ets_surplus", {"F01": [0.2, -1.0], "F04": [0.1, 0.3]}, "Mt", by="firm"),
            rows("ets_surplus", {"": [0.3, -0.7]}, "Mt"),
        ],
        ignore_index=True,
    )


def test_surplus_stands_and_shortfall_hangs(table, bars):
    shown = bars(draw(table, ChartOptions(language="en")).axes[0])

    assert shown[families()["firm"]["1"]] == [(2020, 0, pytest.approx(0.2)), (2021, 0, pytest.approx(-1.0))]
    assert shown[families()["firm"]["2"]][1] == (2021, 0, pytest.approx(0.3))


def test_the_line_is_the_balance_of_all(table):
    lines = draw(table, ChartOptions(language="en")).axes[0].get_lines()

    assert [list(line.get_ydata()) for line in lines if line.get_color() == ink("mark")] == [[0.3, -0.7]]
