"""Tuple, folder, gallery and tests of charts agree; every chart draws from the saved table, in both languages."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import carbonpath.charts
from carbonpath.charts import CHARTS, chart_name
from carbonpath.charts.figure import check_glyphs
from carbonpath.charts.options import ChartOptions
from carbonpath.core.errors import DataError
from carbonpath.core.schemas import INDICATOR
from carbonpath.core.tables import empty_table

GALLERY = Path(__file__).parents[2] / "docs" / "gallery"
SUPPORT = {
    *(
        "__init__",
        "bridge",
        "clusters",
        "digits",
        "figure",
        "firm_balance",
        "firms",
        "fonts",
        "frame",
        "legend",
        "options",
        "palette",
        "panels",
    ),
    *("peaks", "selection", "spread", "stack", "style", "words"),
}
"""Modules that are no chart."""
OF_THE_INVENTORY = {"inventory_intervals", "key_categories"}
"""Charts of tables of the inventory, which no run has."""


def test_every_chart_file_is_listed_tested_and_in_the_gallery():
    listed = {module.__name__.rpartition(".")[2] for module in CHARTS}
    files = {path.stem for path in Path(carbonpath.charts.__file__).parent.glob("*.py")}
    tests = {path.stem.removeprefix("test_") for path in Path(__file__).parent.glob("test_*.py")}

    assert listed == files - SUPPORT - OF_THE_INVENTORY
    assert files - {"__init__"} <= tests
    assert {path.stem for path in GALLERY.glob("*.py")} == listed


@pytest.mark.parametrize("chart", CHARTS, ids=chart_name)
def test_every_chart_of_one_scenario_makes_a_slide_with_all_its_glyphs(chart, saved, options):
    shown = ChartOptions(language=options.language, style="slide", illustrative=True)

    assert check_glyphs(chart.draw(saved.loc[saved["scenario"] == "combined"], shown)) == ()


@pytest.mark.parametrize("chart", CHARTS, ids=chart_name)
def test_every_chart_refuses_a_table_without_its_rows(chart):
    with pytest.raises(DataError) as caught:
        chart.draw(empty_table(INDICATOR), ChartOptions())

    assert caught.value.problems[0].code == "CP-911"


def test_a_table_of_two_regions_is_refused(saved):
    two = saved.assign(region=["r" if row % 2 else "s" for row in range(len(saved))])

    with pytest.raises(DataError) as caught:
        CHARTS[0].draw(two, ChartOptions())

    assert caught.value.problems[0].code == "CP-912"


def test_charts_need_no_solver_and_no_window():
    code = "import sys, carbonpath.charts; print(*sorted({'pyomo', 'highspy', 'matplotlib.pyplot'} & set(sys.modules)))"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == ""
