"""Tables and charts of a study."""

from types import SimpleNamespace

import pandas as pd
import pytest
from matplotlib.figure import Figure

from carbonpath.charts.options import ChartOptions
from carbonpath.core.errors import DataError
from carbonpath.core.problems import Problem
from carbonpath.workflow.study_files import write_study


def chart(code=""):
    """Return a chart that draws nothing, or refuses with a problem."""

    def draw(table, options):
        if code:
            raise DataError(Problem(code, value="x", details={"regions": ""}))
        return Figure()

    return SimpleNamespace(__name__="charts.some_chart", draw=draw)


def test_tables_come_first_and_empty_charts_are_left_out(tmp_path):
    table = pd.DataFrame({"a": [1]})
    drawn = write_study(tmp_path, {"t": table}, [(chart(), table), (chart("CP-911"), table)], ChartOptions())
    assert [path.name for path in drawn.paths] == ["t.csv", "some-chart.png", "some-chart.svg"]
    assert all(path.is_file() for path in drawn.paths)


def test_other_faults_are_not_hidden(tmp_path):
    with pytest.raises(DataError, match="CP-912"):
        write_study(tmp_path, {}, [(chart("CP-912"), pd.DataFrame())], ChartOptions())
