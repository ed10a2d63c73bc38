"""Cost of the carbon market by firm, one panel a price path."""

import pandas as pd
import pytest

from carbonpath.charts.figure import check_glyphs
from carbonpath.charts.measures.allowance_cost import draw
from carbonpath.charts.options import ChartOptions
from carbonpath.core.errors import DataError
from carbonpath.core.schemas import INDICATOR
from carbonpath.core.tables import empty_table


@pytest.fixture
def table(rows):
    """Return two firms, of which one sells, in million CNY."""
    return pd.concat(
        [
            rows("ets_cost", {"F01": [200.0, 1000.0], "F04": [-100.0, 300.0]}, "million CNY", by="firm"),
            rows("ets_cost", {"": [100.0, 1300.0]}, "million CNY"),
        ],
        ignore_index=True,
    )


def test_what_is_bought_stands_and_what_is_sold_hangs(table):
    axes = draw(table, ChartOptions(language="en")).axes[0]
    heights = sorted(round(bar.get_height(), 3) for bar in axes.patches if bar.get_height())

    assert heights == [-0.1, 0.2, 0.3, 1.0]
    assert [0.1, 1.3] in [pytest.approx(list(line.get_ydata())) for line in axes.get_lines()]


def test_every_letter_can_be_drawn(table, options):
    assert check_glyphs(draw(table, options)) == ()


def test_nothing_to_draw():
    with pytest.raises(DataError) as caught:
        draw(empty_table(INDICATOR), ChartOptions())
    assert caught.value.problems[0].code == "CP-911"
