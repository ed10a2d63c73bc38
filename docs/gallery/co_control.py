"""Co-control: what scenarios cut of air pollutants against what they cut of CO2.

Run as ``python docs/gallery/co_control.py co_control.png``.
"""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

from matplotlib.figure import Figure

from carbonpath.charts import co_control
from carbonpath.charts.figure import save_figure
from carbonpath.charts.options import ChartOptions
from carbonpath.core.messages import Language
from carbonpath.core.schemas import INDICATOR
from carbonpath.core.tables import read_table

HERE = Path(__file__).parent


def draw(language: Language) -> tuple[Figure, ChartOptions]:
    """Return the chart of the saved indicators, and the options it was drawn with."""
    indicators = read_table(HERE / "indicators.csv", INDICATOR)
    names = tomllib.loads((HERE / "names.toml").read_text(encoding="utf-8"))[language]
    options = ChartOptions(language, illustrative=True, scenario_labels=names["scenarios"], firm_labels=names["firms"])
    return co_control.draw(indicators, options), options


if __name__ == "__main__":
    figure, options = draw("zh")
    save_figure(figure, Path(sys.argv[1]), "png", options)
