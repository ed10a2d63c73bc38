"""Numbers as a reader wants them."""

from __future__ import annotations

import pytest

from carbonpath.charts.digits import decimals, written


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        pytest.param([3737.4, 2.0], 0, id="thousands"),
        pytest.param([37.4], 1, id="tens"),
        pytest.param([-1.5], 2, id="ones"),
        pytest.param([0.05], 3, id="less"),
        pytest.param([], 3, id="none"),
    ],
)
def test_three_figures_of_the_largest(values, expected):
    assert decimals(values) == expected


def test_four_figures_tell_peaks_apart():
    assert [decimals([level], 4) for level in (3737.4, 373.7, 37.37)] == [0, 1, 2]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param(-1.26, "−1.3", id="true minus sign"),
        pytest.param(-0.04, "0.0", id="no negative zero"),
        pytest.param(12.0, "12.0", id="positive"),
    ],
)
def test_written(value, expected):
    assert written(value, 1) == expected
