"""Firms: the largest with colours of their own, the same in every scenario."""

from __future__ import annotations

import pandas as pd

from carbonpath.charts.firms import firm_entries, firm_name, firm_shades, largest_first
from carbonpath.charts.options import ChartOptions
from carbonpath.charts.palette import OTHER, families, rank_count


def test_order_is_by_size_whatever_the_sign():
    rows = pd.DataFrame({"firm": ["F01", "F02"], "value": [1.0, -3.0]})
    table = pd.DataFrame({"F01": [1.0], "F02": [-3.0]}, index=[2020])

    assert list(largest_first(table, rows).columns) == ["F02", "F01"]


def test_firms_beyond_the_colours_stand_together_as_other():
    names = [f"F{rank:02d}" for rank in range(rank_count("firm") + 2)]
    rows = pd.DataFrame({"firm": names, "value": [float(20 - rank) for rank in range(len(names))]})
    table = pd.DataFrame({name: [1.0] for name in names}, index=[2020])

    shown = largest_first(table, rows)

    assert shown[OTHER].tolist() == [2.0]
    assert firm_shades(shown)[OTHER] == families()["firm"][OTHER]


def test_names_are_those_of_the_project():
    options = ChartOptions(language="en", firm_labels={"F01": "Works"})

    assert [entry.name for entry in firm_entries({"F01": "#000000", OTHER: "#111111"}, options)] == [
        "Other firms",
        "Works",
    ]
    assert firm_name("F02", options) == "F02"
