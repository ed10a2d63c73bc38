"""Tables SENSITIVITY of studies with known answers, and a check that nothing leaves the page."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest
from analytic_studies import solved, study
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text

from carbonpath.charts.figure import check_glyphs
from carbonpath.charts.studies.page import StudyWords
from carbonpath.core.answers.studies import SENSITIVITY
from carbonpath.core.tables import empty_table
from carbonpath.study.analyse import analyse_study


@pytest.fixture(scope="session")
def sensitivity() -> Callable[..., pd.DataFrame]:
    """Return a maker of the rows of one analysis: design, factors, functions and what `solved` takes."""

    def make(analysis, design, moved, functions, outcomes=None, **options):
        table, _ = analyse_study([solved(study(design, moved, outcomes), functions, **options)])
        return table.loc[table["analysis"] == analysis]

    return make


@pytest.fixture(scope="session")
def named() -> StudyWords:
    """Return names in both scripts, one of them long."""
    names = {"x1": "电解槽投资 cost of electrolysers", "x2": "碳价", "x3": "steam"}
    return StudyWords("综合情景", "2035 年排放", names, {}, {"s": ["规划", "slow"]})


@pytest.fixture(scope="session")
def nothing() -> pd.DataFrame:
    """Return a table without rows."""
    return empty_table(SENSITIVITY)


@pytest.fixture(scope="session")
def whole() -> Callable[[Figure], bool]:
    """Return a check that every letter has its glyph and every text lies on the page."""

    def check(figure: Figure) -> bool:
        renderer = FigureCanvasAgg(figure).get_renderer()
        figure.draw(renderer)
        page = figure.bbox
        boxes = [
            text.get_window_extent(renderer)
            for text in figure.findobj(Text)
            if text.get_text().strip() and text.get_visible()
        ]
        inside = [
            box.x0 >= page.x0 - 1 and box.x1 <= page.x1 + 1 and box.y0 >= page.y0 - 1 and box.y1 <= page.y1 + 1
            for box in boxes
        ]
        return all(inside) and check_glyphs(figure) == ()

    return check
