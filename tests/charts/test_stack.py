"""Stacks, scales and years."""

from __future__ import annotations

import pandas as pd
import pytest
from matplotlib.figure import Figure

from carbonpath.charts.stack import depth_below, draw_stack, height_above, milestones, set_scale

TABLE = pd.DataFrame({"a": [2.0, -1.0], "b": [3.0, 4.0]}, index=pd.Index([2020, 2021], name="year"))


def test_positive_and_negative_parts_are_stacked_apart(bars):
    axes = Figure().add_subplot()

    draw_stack(axes, TABLE, {"a": "#111111", "b": "#222222", "absent": "#333333"})

    assert bars(axes) == {"#111111": [(2020, 0, 2), (2021, 0, -1)], "#222222": [(2020, 2, 3), (2021, 0, 4)]}


def test_heights_count_what_is_above_and_below():
    assert (height_above([TABLE]), depth_below([TABLE])) == (5.0, -1.0)


@pytest.mark.parametrize(
    ("years", "expected"),
    [
        pytest.param(range(2020, 2036), [2020, 2025, 2030, 2035], id="round"),
        pytest.param(range(2021, 2034), [2021, 2025, 2030, 2033], id="odd ends"),
        pytest.param(range(2019, 2032), [2020, 2025, 2030], id="ends too near to round years"),
        pytest.param(range(2021, 2023), [2021, 2022], id="few"),
    ],
)
def test_milestones(years, expected):
    assert milestones(list(years)) == expected


@pytest.mark.parametrize(
    ("upper", "expected"),
    [
        pytest.param(4600.0, ["0", "1000", "2000", "3000", "4000"], id="whole numbers"),
        pytest.param(1.1, ["0", "0.2", "0.4", "0.6", "0.8", "1.0"], id="tenths"),
    ],
)
def test_the_scale_has_few_round_labels(upper, expected):
    axes = Figure().add_subplot()

    set_scale(axes, 0.0, upper)

    assert [label.get_text() for label in axes.get_yticklabels()][: len(expected)] == expected
