"""Peak years: a bar a year, the running sum, and a hatched bar for samples without a plan."""

from __future__ import annotations

import numpy as np
import pytest
from analytic_studies import factors

from carbonpath.charts.options import ChartOptions
from carbonpath.charts.studies.peak_histogram import draw
from carbonpath.core.errors import DataError
from carbonpath.study.designs.latin_hypercube import LatinHypercube
from carbonpath.study.outcome import OutcomeBlock

PEAK = {"peak": OutcomeBlock(indicator="peak_year")}


def years(x):
    return np.floor(2021.0 + 5.0 * x[:, 0])


@pytest.fixture
def table(sensitivity):
    """Return five years of equal probability, a tenth without a plan."""
    design = LatinHypercube(samples=100)
    return sensitivity("peak_probability", design, factors(2), years, PEAK, without_plan=lambda x: x[:, 1] > 0.9)


def test_page_is_whole(table, named, options, whole):
    assert whole(draw(table, options, named))


def test_bars_with_no_plan_add_up_to_a_hundred(table, named):
    axes = draw(table, ChartOptions(language="en"), named).axes[0]

    assert len(axes.patches) == 6
    assert sum(bar.get_height() for bar in axes.patches) == pytest.approx(100.0)
    assert [bar.get_height() for bar in axes.patches if bar.get_hatch()] == [10.0]


def test_samples_that_all_have_a_plan_need_no_hatched_bar(sensitivity, named):
    table = sensitivity("peak_probability", LatinHypercube(samples=40), factors(1), years, PEAK)

    axes = draw(table, ChartOptions(language="en"), named).axes[0]

    assert not [bar for bar in axes.patches if bar.get_hatch()]


def test_nothing_to_draw_is_refused(nothing, named):
    with pytest.raises(DataError, match="CP-911"):
        draw(nothing, ChartOptions(), named)
