"""Charts of what nearly the least cost leaves open, from the saved tables of the illustrative district.

Run as ``python docs/gallery/windows/draw.py DIR``.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from matplotlib.figure import Figure

from carbonpath.charts import chart_name
from carbonpath.charts.figure import save_figure
from carbonpath.charts.options import ChartOptions
from carbonpath.charts.windows import alternatives, extents, peak_window
from carbonpath.core.answers import ALTERNATIVE, EXTENT, PEAK_WINDOW
from carbonpath.core.messages import Language
from carbonpath.core.tables import read_table

HERE = Path(__file__).parent
TABLES = (("peak_window", PEAK_WINDOW, peak_window), ("extents", EXTENT, extents))
TABLES = (*TABLES, ("alternatives", ALTERNATIVE, alternatives))


def draw(language: Language) -> Iterator[tuple[str, Figure, ChartOptions]]:
    """Yield name, figure and options of each chart."""
    names = {"coal-cap": {"zh": "煤控情景", "en": "Coal cap"}[language]}
    options = ChartOptions(language, illustrative=True, scenario_labels=names)
    for table, schema, chart in TABLES:
        yield chart_name(chart), chart.draw(read_table(HERE / f"{table}.csv", schema), options), options


if __name__ == "__main__":
    for name, figure, options in draw("zh"):
        save_figure(figure, Path(sys.argv[1]) / f"{name}.png", "png", options)
