"""Peaks in the words of the reader."""

from __future__ import annotations

import pandas as pd
import pytest

from carbonpath.charts.options import ChartOptions
from carbonpath.charts.peaks import ShownPeak, peaks_of
from carbonpath.charts.selection import lines_by_scenario, select

EN = ChartOptions(language="en")


def test_a_peak_told_whole_is_found_and_a_partial_one_is_not(rows, peaked):
    table = pd.concat(
        [
            rows("emissions", {"": [36.0, 35.0]}, "Mt", boundary="scope1"),
            rows("emissions", {"": [36.0, 35.0]}, "Mt", boundary="scope1", scenario="coal-cap"),
            peaked("reference", 2020, 36.0, (2020, 2020)),
            peaked("coal-cap", 2020, 36.0, (2020, 2020)).iloc[:2],
        ],
        ignore_index=True,
    )

    found = peaks_of(table, lines_by_scenario(select(table, "emissions", EN)), EN)

    assert found == {"reference": ShownPeak(2020, 36.0, 2020, 2020, open_end=False)}


@pytest.mark.parametrize(
    ("open_end", "expected"),
    [
        pytest.param(False, "plateau 2020–2022", id="closed"),
        pytest.param(True, "plateau from 2020, still open", id="open"),
    ],
)
def test_a_year_never_comes_without_its_plateau(open_end, expected):
    assert ShownPeak(2021, 36.0, 2020, 2022, open_end).words(EN) == ("peak 36.00 (2021)", expected)
