"""Fan: the median within two bands, by year, with the share of samples that have a plan."""

from __future__ import annotations

import numpy as np
import pytest
from analytic_studies import factors

from carbonpath.charts.options import ChartOptions
from carbonpath.charts.studies.fan import draw
from carbonpath.core.errors import DataError
from carbonpath.study.designs.latin_hypercube import LatinHypercube
from carbonpath.study.outcome import OutcomeBlock

PATH = {"path": OutcomeBlock(indicator="emissions", year="all")}
YEARS = range(2020, 2036)


@pytest.fixture
def table(sensitivity):
    """Return paths that spread from 2020 on, three in four with a plan."""
    columns = {f"path_{year}": (lambda x, k=year - 2020: 30.0 + k * (x[:, 0] - 0.5)) for year in YEARS}
    design = LatinHypercube(samples=100)
    return sensitivity("fan", design, factors(2), columns, PATH, without_plan=lambda x: x[:, 1] > 0.75)


def test_page_is_whole(table, named, options, whole):
    assert whole(draw(table, options, named))


def test_bands_and_median_are_drawn_from_the_first_to_the_last_year(table, named):
    axes = draw(table, ChartOptions(language="en"), named).axes[0]

    assert len(axes.collections) == 2
    (median,) = axes.lines
    assert (min(median.get_xdata()), max(median.get_xdata())) == (2020, 2035)
    assert np.ptp(median.get_ydata()) < 1.0


def test_share_of_samples_with_a_plan_is_told(table, named, words):
    assert any("75 %" in word for word in words(draw(table, ChartOptions(language="en"), named)))


def test_nothing_to_draw_is_refused(nothing, named):
    with pytest.raises(DataError, match="CP-911"):
        draw(nothing, ChartOptions(), named)
