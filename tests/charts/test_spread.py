"""Labels kept apart."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbonpath.charts.spread import spread_apart


def test_labels_that_are_apart_stay_where_they_are():
    assert spread_apart({"a": 1.0, "b": 5.0}, 1.0, 0.0, 10.0) == {"a": 1.0, "b": 5.0}


def test_labels_that_meet_move_equally():
    assert spread_apart({"a": 5.0, "b": 5.0}, 1.0, 0.0, 10.0) == pytest.approx({"a": 4.5, "b": 5.5})


@given(st.lists(st.floats(0.0, 10.0), min_size=1, max_size=8), st.floats(0.01, 3.0))
def test_labels_keep_their_order_their_distance_and_the_scale(values, step):
    wanted = {f"s{rank}": value for rank, value in enumerate(values)}

    places = spread_apart(wanted, step, 0.0, 10.0)

    fair = min(step, 10.0 / max(1, len(values) - 1))
    ordered = sorted(places.values())
    assert all(after - before >= fair - 1e-9 for before, after in pairwise(ordered))
    assert all(-1e-9 <= place <= 10.0 + 1e-9 for place in ordered)
    assert sorted(wanted, key=lambda name: (wanted[name], name)) == sorted(places, key=lambda name: places[name])
