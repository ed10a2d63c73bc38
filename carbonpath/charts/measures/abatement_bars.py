"""What technologies save and cost: a bar each, as wide as it saves, as high as a tonne costs, the cheapest first."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from carbonpath.charts.digits import written
from carbonpath.charts.frame import MARGIN, Frame, open_frame
from carbonpath.charts.legend import width_of
from carbonpath.charts.options import ChartOptions
from carbonpath.charts.palette import colours
from carbonpath.charts.stack import set_scale
from carbonpath.charts.style import house_style, letter, page
from carbonpath.charts.words import boundary_line, title_of
from carbonpath.core.errors import DataError
from carbonpath.core.labels import shown_unit
from carbonpath.core.messages import text
from carbonpath.core.problems import Problem
from carbonpath.core.units import conversion_factor

LINE = 0.36
"""Height of a line of the list, cm."""
VISIBLE = 2e-3
"""Share of all that is saved below which a bar is thinner than a line."""
NUMBERED = 0.018
"""Share of all that is saved below which a bar is too narrow for its number."""


def draw(table: pd.DataFrame, options: ChartOptions) -> Figure:
    """Return the bars of the sequential curve, with their names beneath, in the colours of their sectors.

    Parameters
    ----------
    table
        Table ABATEMENT of one scenario.
    options
        Language and page.

    Raises
    ------
    DataError
        CP-911 without technologies that save.
    """
    rows = _bars(table)
    if rows.empty:
        raise DataError(Problem("CP-911", value="sequential"))
    unit = shown_unit("Mt", options.language)
    rows = rows.assign(saved=rows["abatement"] * conversion_factor("Mt", unit))
    whole = table.loc[table["kind"] == "total", "abatement"].sum() * conversion_factor("Mt", unit)
    sentence = text("charts.note.macc", options.language, whole=f"{whole:.4g}", unit=unit, price=_price(table))
    lines = [boundary_line(str(table["boundary"].iloc[0]), options), sentence]
    with house_style(options):
        columns = 2
        height = 6.6 + LINE * -(-len(rows) // columns)
        frame = open_frame(options, height, title_of("abatement_bars", options), lines)
        foot = _list_names(frame, rows, columns)
        base = frame.bottom + foot + 0.75
        axes = frame.axes(MARGIN + 1.0, base, frame.width - 2 * MARGIN - 1.2, frame.top - base - 0.3)
        _draw_bars(axes, rows, options)
        axes.set_xlabel(text("charts.axis.abatement", options.language, unit=unit), fontsize=letter("small", options))
        axes.set_ylabel(text("charts.axis.unit_cost", options.language), fontsize=letter("small", options))
    return frame.figure


def _bars(table: pd.DataFrame) -> pd.DataFrame:
    rows = table.loc[(table["kind"] == "sequential") & (table["abatement"] > 0.0)]
    rows = rows.loc[rows["abatement"] > VISIBLE * rows["abatement"].sum()]
    return rows.sort_values(["unit_cost", "technology"], kind="stable").reset_index(drop=True)


def _price(table: pd.DataFrame) -> str:
    return f"{table.loc[table['kind'] == 'total', 'price'].max():g}"


def _draw_bars(axes: Axes, rows: pd.DataFrame, options: ChartOptions) -> None:
    shades = colours("sector", sorted(rows["sector"].unique()))
    right = rows["saved"].cumsum()
    low, high = min(0.0, rows["unit_cost"].min()), max(0.0, rows["unit_cost"].max())
    room = 0.12 * (high - low)
    for place, (row, end) in enumerate(zip(rows.to_dict("records"), right, strict=True), 1):
        width, cost = row["saved"], row["unit_cost"]
        axes.bar(
            end - width,
            cost,
            width=width,
            align="edge",
            color=shades[row["sector"]],
            edgecolor="white",
            linewidth=0.4 * page(options).scale,
        )
        if width < NUMBERED * right.iloc[-1]:
            continue
        axes.annotate(
            str(place),
            (end - width / 2.0, cost),
            xytext=(0.0, 1.5 if cost >= 0.0 else -1.5),
            textcoords="offset points",
            ha="center",
            va="bottom" if cost >= 0.0 else "top",
            fontsize=letter("small", options),
        )
    set_scale(axes, low - room if low < 0.0 else 0.0, high + room)
    axes.set_xlim(0.0, float(right.iloc[-1]))


def _list_names(frame: Frame, rows: pd.DataFrame, columns: int) -> float:
    """Write what stands behind each number, and return the height taken, cm."""
    lines = -(-len(rows) // columns)
    wide = (frame.width - 2 * MARGIN) / columns
    shades = colours("sector", sorted(rows["sector"].unique()))
    for place, row in enumerate(rows.to_dict("records")):
        column, line = divmod(place, lines)
        left, bottom = MARGIN + column * wide, frame.bottom + (lines - line - 1) * LINE
        name = " ".join(part for part in (row["firm"], row[frame.options.language] or row["technology"]) if part)
        tail = f"  {written(row['unit_cost'], 0)}"
        words = fitted(f"{place + 1}  {name}", wide - 0.5 - width_of(tail))
        ink = shades[row["sector"]]
        frame.figure.text(
            left / frame.width, bottom / frame.height, "■", color=ink, size=letter("small", frame.options)
        )
        frame.write(f"{words}{tail}", left + 0.32, bottom, "small")
    return lines * LINE


def fitted(words: str, width: float) -> str:
    """Return a text cut to a width in cm, with dots where something was cut."""
    if width_of(words) <= width:
        return words
    while len(words) > 1 and width_of(words + "…") > width:
        words = words[:-1]
    return words + "…"
