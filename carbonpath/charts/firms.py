"""Firms in a chart: the largest with colours of their own, the rest together."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from carbonpath.charts.legend import Entry
from carbonpath.charts.options import ChartOptions
from carbonpath.charts.palette import OTHER, families, rank_count, ranked_colours
from carbonpath.core.labels import label
from carbonpath.core.messages import text


def largest_first(table: pd.DataFrame, rows: pd.DataFrame) -> pd.DataFrame:
    """Return a table of years by firm in which firms beyond the colours there are stand together as one, last.

    Parameters
    ----------
    table
        One scenario.
    rows
        All scenarios, which decide the order: a firm has the same colour in each.
    """
    sums = rows.assign(value=rows["value"].abs()).groupby("firm")["value"].sum()
    sizes = {str(firm): float(size) for firm, size in sums.items()}
    order = sorted((firm for firm, size in sizes.items() if size), key=lambda firm: (-sizes[firm], firm))
    named, rest = order[: rank_count("firm")], order[rank_count("firm") :]
    shown = table.reindex(columns=named, fill_value=0.0)
    return shown.assign(**{OTHER: table.reindex(columns=rest, fill_value=0.0).sum(axis=1)}) if rest else shown


def firm_shades(table: pd.DataFrame) -> dict[str, str]:
    """Return the colour of each firm of a table by its rank."""
    firms = [str(firm) for firm in table.columns if firm != OTHER]
    others = {OTHER: families()["firm"][OTHER]} if OTHER in table.columns else {}
    return {**ranked_colours("firm", firms), **others}


def firm_entries(shades: Mapping[str, str], options: ChartOptions) -> list[Entry]:
    """Return the legend of firms, the uppermost first."""
    return [Entry(firm_name(firm, options), shade) for firm, shade in reversed(list(shades.items()))]


def firm_name(firm: str, options: ChartOptions) -> str:
    """Return the name of a firm for the reader."""
    if firm == OTHER:
        return text("charts.legend.other_firms", options.language)
    return options.firm_labels.get(firm, label("firm", firm, options.language))
