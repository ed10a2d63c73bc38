"""Charts of windows: tuple, folder and tests agree; the pictures of the pages are drawn from the saved tables."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

import carbonpath.charts.windows
from carbonpath.charts import chart_name
from carbonpath.charts.figure import check_glyphs
from carbonpath.charts.options import ChartOptions
from carbonpath.charts.windows import WINDOW_CHARTS
from carbonpath.core.answers.paths import ALTERNATIVE, EXTENT, FUTURES, PEAK_WINDOW
from carbonpath.core.errors import DataError
from carbonpath.core.messages import LANGUAGES
from carbonpath.core.tables import empty_table

DOCS = Path(__file__).parents[3] / "docs"
SCHEMAS = dict(zip(WINDOW_CHARTS, (PEAK_WINDOW, EXTENT, ALTERNATIVE, FUTURES), strict=True))


def test_every_chart_file_is_listed_and_tested():
    listed = {module.__name__.rpartition(".")[2] for module in WINDOW_CHARTS}
    files = {path.stem for path in Path(carbonpath.charts.windows.__file__).parent.glob("*.py")}
    tests = {path.stem.removeprefix("test_") for path in Path(__file__).parent.glob("test_*.py")}

    assert listed == files - {"__init__"}
    assert listed <= tests


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_chart_has_its_glyphs_and_its_picture_in_a_page(language):
    drawn = list(runpy.run_path(str(DOCS / "gallery" / "windows" / "draw.py"))["draw"](language))
    pages = "".join(
        (DOCS / language / page).read_text(encoding="utf-8") for page in ("peak.md", "alternatives.md", "futures.md")
    )

    assert [name for name, *_ in drawn] == [chart_name(chart) for chart in WINDOW_CHARTS]
    for name, figure, _ in drawn:
        assert check_glyphs(figure) == ()
        picture = f"gallery/{language}/{name.replace('-', '_')}.png"
        assert picture in pages
        assert (DOCS / picture).is_file()


@pytest.mark.parametrize("chart", WINDOW_CHARTS, ids=chart_name)
def test_every_chart_refuses_a_table_without_rows(chart):
    with pytest.raises(DataError, match="CP-911"):
        chart.draw(empty_table(SCHEMAS[chart]), ChartOptions())
