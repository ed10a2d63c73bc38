"""Each outcome at the two ends of each factor alone, the widest on top."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from carbonpath.charts.digits import decimals, written
from carbonpath.charts.legend import Entry, place_below, width_of
from carbonpath.charts.options import ChartOptions
from carbonpath.charts.palette import families, ink
from carbonpath.charts.studies.page import (
    MOST,
    StudyWords,
    factor_axes,
    in_unit,
    open_study_page,
    page_height,
    rows_of,
)
from carbonpath.charts.style import house_style, letter
from carbonpath.core.messages import text

ENDS = ("low_end", "high_end")
"""Measures of the two ends."""


def draw(table: pd.DataFrame, options: ChartOptions, words: StudyWords) -> Figure:
    """Return bars from the scenario's own value to that at each end of each factor.

    Parameters
    ----------
    table
        Rows of SENSITIVITY of one outcome and scenario, of the analysis ``tornado``.
    options, words
        Language, page and names.

    Raises
    ------
    DataError
        CP-911 without ends of factors.
    """
    rows_of(table, *ENDS)
    rows, unit = in_unit(rows_of(table, *ENDS, "base", "no_plan"), options)
    base = rows.loc[rows["measure"] == "base", "value"]
    middle = float(base.iloc[0]) if len(base) else float(rows.loc[rows["measure"].isin(ENDS), "value"].mean())
    factors = _widest(rows, middle)
    shades = dict(zip(ENDS, (families()["scenario"]["3"], families()["scenario"]["2"]), strict=True))
    entries = [Entry(text(f"study.measure.{end}", options.language), shade) for end, shade in shades.items()]
    with house_style(options):
        frame = open_study_page(options, words, "tornado", page_height(len(factors)) + 0.5, unit=unit)
        foot = place_below(frame, entries, 2.0, frame.width - 2.5) + 0.5
        refused = _refusals(rows, factors, words, options)
        right = max((width_of(told, "small") for told in refused.values()), default=0.0) + 0.6
        axes = factor_axes(frame, [words.factor(name) for name in factors], foot, right=right)
        _draw_bars(axes, rows, factors, middle, shades=shades, words=words, options=options)
        for factor, told in refused.items():
            axes.annotate(
                told,
                (1.01, factors.index(factor)),
                xycoords=axes.get_yaxis_transform(),
                va="center",
                fontsize=letter("small", options),
                color=ink("limit"),
            )
    return frame.figure


def _widest(rows: pd.DataFrame, middle: float) -> list[str]:
    moved = rows.loc[rows["factor"] != ""]
    swing = moved.loc[moved["measure"].isin(ENDS)].groupby("factor")["value"].agg(lambda v: (v - middle).abs().max())
    names = sorted(moved["factor"].unique(), key=lambda name: (-float(swing.get(name, 0.0)), name))
    return [str(name) for name in names[:MOST]]


def _draw_bars(
    axes: Axes,
    rows: pd.DataFrame,
    factors: list[str],
    middle: float,
    *,
    shades: dict[str, str],
    words: StudyWords,
    options: ChartOptions,
) -> None:
    ends = rows.loc[rows["measure"].isin(ENDS) & rows["factor"].isin(factors)]
    low, high = min(float(ends["value"].min()), middle), max(float(ends["value"].max()), middle)
    reach = (high - low) or max(abs(middle), 1.0)
    axes.set_xlim(low - 0.14 * reach, high + 0.14 * reach)
    axes.axvline(middle, color=ink("mark"), linewidth=0.8)
    small = letter("small", options)
    for place, factor in enumerate(factors):
        for _, row in ends.loc[ends["factor"] == factor].iterrows():
            value = float(row["value"])
            axes.barh(place, value - middle, left=middle, height=0.62, color=shades[str(row["measure"])])
            if abs(value - middle) > 0.001 * reach:
                side = 1.0 if value > middle else -1.0
                axes.annotate(
                    words.value(factor, float(row["at"])),
                    (value + side * 0.01 * reach, place),
                    ha="left" if side > 0 else "right",
                    va="center",
                    fontsize=small,
                    color=ink("faint"),
                )
    axes.set_xlabel(
        text("study.chart.tornado_axis", options.language, value=written(middle, decimals([middle]))), fontsize=small
    )


def _refusals(rows: pd.DataFrame, factors: list[str], words: StudyWords, options: ChartOptions) -> dict[str, str]:
    """Return by factor the values at which there is no plan, in words."""
    refused = rows.loc[(rows["measure"] == "no_plan") & rows["factor"].isin(factors)]
    return {
        str(factor): text(
            "study.chart.no_plan_at",
            options.language,
            value=", ".join(words.value(str(factor), float(at)) for at in sorted(part["at"])),
        )
        for factor, part in refused.groupby("factor", sort=False)
    }
