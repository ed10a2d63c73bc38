"""Tables and charts of an analysis on disk."""

import pandas as pd
import pytest

from carbonpath.charts.measures import abatement_bars, wedges
from carbonpath.charts.options import ChartOptions
from carbonpath.core.answers.paths import ABATEMENT
from carbonpath.core.errors import DataError
from carbonpath.core.schemas import INDICATOR
from carbonpath.core.tables import empty_table
from carbonpath.scenario.blocks import Bilingual
from carbonpath.workflow.analysis_files import Page, page_options, write_analysis
from carbonpath.workflow.project import load_project


def test_a_chart_with_nothing_to_show_is_left_out(tmp_path):
    charts = [(abatement_bars, empty_table(ABATEMENT)), (wedges, empty_table(INDICATOR))]
    drawn = write_analysis(tmp_path, {"one": empty_table(ABATEMENT)}, charts, ChartOptions(), ("png",))
    assert [path.name for path in drawn.paths] == ["one.csv"]


def test_another_fault_of_a_chart_is_told(tmp_path):
    row = {"scenario": "a", "indicator": "wedge_shapley", "item": "coal_cap", "boundary": "scope1", "unit": "Mt"}
    table = pd.DataFrame([{**empty_row(), **row, "region": region} for region in ("one", "two")])
    with pytest.raises(DataError, match="CP-912"):
        write_analysis(tmp_path, {}, [(wedges, table)], ChartOptions(), ("png",))


def empty_row():
    return {"firm": "", "sector": "", "year": 2030, "value": 1.0}


def test_pages_speak_of_the_project(shipped_project):
    options = page_options(load_project(shipped_project), Page("en"), "scope1", {"a": Bilingual(zh="甲", en="first")})
    assert (options.scenario("a"), options.boundary, options.illustrative) == ("first", "scope1", True)
