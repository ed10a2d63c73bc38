"""In which order sectors and firms peak."""

from __future__ import annotations

import pandas as pd
import pytest

from carbonpath.core.schemas import INDICATOR
from carbonpath.core.tables import as_table
from carbonpath.study.peak_order import peak_order


def indicators() -> pd.DataFrame:
    paths = {
        ("sector", "steel"): (10.0, 12.0, 11.0),
        ("sector", "power"): (5.0, 4.0, 3.0),
        ("sector", "glass"): (1.0, 2.0, 1.5),
        ("sector", "idle"): (0.0, 0.0, 0.0),
        ("firm", "F01"): (9.0, 9.0, 10.0),
        ("firm", ""): (16.0, 18.0, 15.5),
    }
    rows = [
        {"scenario": "s", "indicator": "emissions", "region": "r", kind: name, "year": 2020 + at, "value": value}
        | {"unit": "Mt", "boundary": "scope1"}
        for (kind, name), path in paths.items()
        for at, value in enumerate(path)
    ]
    return as_table(rows, INDICATOR)


def test_who_peaks_first_comes_first_and_the_larger_before_the_smaller() -> None:
    order = peak_order(indicators(), "sector")

    assert [(one.name, one.peak.year) for one in order] == [("power", 2020), ("steel", 2021), ("glass", 2021)]
    assert order[1].peak.level == pytest.approx(12.0)
    assert order[1].last == pytest.approx(11.0)


def test_firms_are_told_apart_from_sectors_and_the_whole() -> None:
    assert [one.name for one in peak_order(indicators(), "firm")] == ["F01"]
    assert peak_order(indicators(), "firm", "scope1+import") == ()
