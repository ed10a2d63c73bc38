"""Drawing charts by name."""

import pytest
from stored_runs import GALLERY

from carbonpath.charts.options import ChartOptions
from carbonpath.core.errors import UsageError
from carbonpath.core.schemas import INDICATOR
from carbonpath.core.tables import read_table
from carbonpath.workflow.figures import draw_figures


def test_charts_are_drawn_in_the_order_asked_for(tmp_path):
    indicators = read_table(GALLERY, INDICATOR)
    drawn = draw_figures(indicators, ["hydrogen", "trajectories"], tmp_path, ["svg"], ChartOptions("en"))
    assert [path.name for path in drawn.paths] == ["hydrogen.svg", "trajectories.svg"]


def test_unknown_chart_names_the_nearest(tmp_path):
    with pytest.raises(UsageError) as caught:
        draw_figures(read_table(GALLERY, INDICATOR), ["trajectory"], tmp_path, ["svg"], ChartOptions())
    assert "trajectories" in caught.value.problems[0].told("en")["expected"]
