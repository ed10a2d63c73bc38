"""The peak is the first year within tolerance, and never comes without its plateau."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbonpath.indicators.peak import find_peak, indicate
from carbonpath.indicators.tables import Specification


def told(path: dict[int, float]) -> tuple[int, float, int, int, int | None]:
    peak = find_peak(path, tolerance=1e-4, width=0.01)
    return peak.year, peak.level, peak.first, peak.last, peak.back


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        pytest.param([30.0, 36.0, 33.0], (2021, 36.0, 2021, 2021, None), id="one summit"),
        pytest.param([36.0, 36.0, 36.0, 30.0], (2020, 36.0, 2020, 2022, None), id="a tie goes to the first year"),
        pytest.param([30.0, 35.997, 36.0, 30.0], (2021, 36.0, 2021, 2022, None), id="within the tolerance is a tie"),
        pytest.param([35.7, 35.9, 36.0, 35.8, 34.0], (2022, 36.0, 2020, 2023, None), id="years within 1 % are level"),
        pytest.param([30.0, 32.0, 34.0], (2022, 34.0, 2022, 2022, None), id="rising to the last year"),
        pytest.param([34.0, 32.0, 30.0], (2020, 34.0, 2020, 2020, None), id="falling from the first year"),
        pytest.param([36.0, 33.0, 35.9, 30.0], (2020, 36.0, 2020, 2020, 2022), id="back after a dip"),
        pytest.param([0.0, 0.0], (2020, 0.0, 2020, 2021, None), id="nothing at all"),
    ],
)
def test_the_peak_of(path, expected):
    assert told(dict(enumerate(path, start=2020))) == expected


@given(st.lists(st.floats(1.0, 100.0), min_size=1, max_size=20), st.floats(0.5, 3.0))
def test_the_peak_year_does_not_depend_on_the_unit_and_lies_on_its_plateau(values, factor):
    path = dict(enumerate(values, start=2020))

    year, level, first, last, _ = told(path)

    assert level == max(values)
    assert first <= year <= last
    assert all(path[y] >= level * (1 - 0.0101) for y in range(first, last + 1))
    assert find_peak({y: v * factor for y, v in path.items()}, 1e-3, 0.01).year <= year


def test_the_peak_is_told_in_both_boundaries(make, value):
    rows = [
        ("technology_emissions", "F01.BOF", "co2", 2020, 5.0),
        ("technology_emissions", "F01.BOF", "co2", 2021, 4.0),
        ("technology_emissions", "BUY.electricity", "co2_import", 2021, 2.0),
        ("activity", "F01.BOF", "", 2020, 1.0),
        ("activity", "F01.BOF", "", 2021, 1.0),
    ]

    table = indicate(make(rows), Specification())

    assert value(table, "peak_year", 2020, boundary="scope1") == 2020.0
    assert value(table, "peak_level", 2021, boundary="scope1+import") == 6.0
    assert value(table, "plateau_last", 2021, boundary="scope1+import") == 2021.0
    assert not (table["indicator"] == "peak_return").any()
