"""What drives emissions from milestone to milestone, by the factors of the Kaya identity, one panel a scenario."""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.figure import Figure

from carbonpath.charts.bridge import Step, draw_bridge, ends_of
from carbonpath.charts.digits import decimals
from carbonpath.charts.legend import Entry
from carbonpath.charts.options import ChartOptions
from carbonpath.charts.palette import colours, ink
from carbonpath.charts.panels import open_panels
from carbonpath.charts.selection import by_scenario, lines_by_scenario, require_rows, select, unit_of
from carbonpath.charts.stack import milestones, set_scale
from carbonpath.charts.style import house_style
from carbonpath.charts.words import boundary_line, title_of, unit_line
from carbonpath.core.labels import label


def draw(indicators: pd.DataFrame, options: ChartOptions) -> Figure:
    """Return bridges from the first year's emissions to the last's; of one scenario, by way of the milestones.

    Raises
    ------
    DataError
        CP-911 without drivers, CP-912 with those of several regions.
    """
    rows = require_rows(select(indicators, "emission_driver", options, "item", options.boundary), "emission_driver")
    totals = lines_by_scenario(select(indicators, "emissions", options, boundary=options.boundary))
    tables = by_scenario(rows, "item")
    shades = colours("emission_driver", sorted(rows["item"].unique()))
    steps = {name: _steps(totals[name], table, shades, len(tables) == 1) for name, table in tables.items()}
    entries = [Entry(label("item", factor, options.language), shade) for factor, shade in shades.items()]
    lines = (unit_line(unit_of(rows, options), options, "CO₂"), boundary_line(options.boundary, options))
    with house_style(options):
        frame, axes = open_panels(options, list(steps), entries, title_of("lmdi_waterfall", options), lines)
        heights = [end for bars in steps.values() for pair in ends_of(bars) for end in pair]
        digits = decimals([abs(step.value) for bars in steps.values() for step in bars])
        low = min(0.0, *heights)
        for name, panel in axes.items():
            draw_bridge(panel, steps[name], options, digits)
            set_scale(panel, low * 1.15, max(heights) * 1.15)
    return frame.figure


def _steps(total: pd.Series, drivers: pd.DataFrame, shades: dict[str, str], several: bool) -> list[Step]:
    """Return the levels of the milestones with the contributions of each factor between them."""
    years = [int(year) for year in total.index]
    stops = milestones(years) if several else [years[0], years[-1]]
    grown = drivers.reindex(index=stops, columns=list(shades)).fillna(0.0).to_numpy(dtype=float)
    steps = [Step(float(total[stops[0]]), ink("mark"), str(stops[0]), level=True)]
    for last, change in zip(stops[1:], np.diff(grown, axis=0).tolist(), strict=True):
        steps += [Step(value, shade) for value, shade in zip(change, shades.values(), strict=True)]
        steps.append(Step(float(total[last]), ink("mark"), str(last), level=True))
    return steps
