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
from carbonpath.charts.windows import alternatives, extents, futures, peak_window
from carbonpath.core.answers.paths import ALTERNATIVE, EXTENT, FUTURES, PEAK_WINDOW
from carbonpath.core.messages import Language
from carbonpath.core.tables import read_table

HERE = Path(__file__).parent
TABLES = (("peak_window", PEAK_WINDOW, peak_window), ("extents", EXTENT, extents))
TABLES = (*TABLES, ("alternatives", ALTERNATIVE, alternatives), ("futures", FUTURES, futures))
NAMES = {
    "coal-cap": {"zh": "煤控情景", "en": "Coal cap"},
    "as-planned": {"zh": "按规划", "en": "As planned"},
    "weak-demand": {"zh": "需求偏低", "en": "Weak demand"},
    "high-prices": {"zh": "价格偏高", "en": "High prices"},
}


def draw(language: Language) -> Iterator[tuple[str, Figure, ChartOptions]]:
    """Yield name, figure and options of each chart."""
    names = {name: title[language] for name, title in NAMES.items()}
    options = ChartOptions(language, illustrative=True, boundary="scope1+import", scenario_labels=names)
    for table, schema, chart in TABLES:
        yield chart_name(chart), chart.draw(read_table(HERE / f"{table}.csv", schema), options), options


if __name__ == "__main__":
    for name, figure, options in draw("zh"):
        save_figure(figure, Path(sys.argv[1]) / f"{name}.png", "png", options)
