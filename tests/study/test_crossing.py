"""Where a condition changes along a range."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbonpath.study.crossing import FINE, Side, find_crossings


@given(st.floats(0.05, 9.95))
def test_one_change_is_found_to_the_width_that_is_left(place):
    crossings = find_crossings(lambda value: Side(value, value > place, {}), 0.0, 10.0)
    (found,) = crossings.found
    assert found.value == pytest.approx(place, abs=10.0 * FINE)
    assert (found.below.holds, found.above.holds) == (False, True)
    assert (crossings.low.holds, crossings.high.holds) == (False, True)


def test_it_may_come_and_go():
    crossings = find_crossings(lambda value: Side(value, 2.0 < value < 7.0, {}), 0.0, 10.0)
    assert [crossing.value for crossing in crossings.found] == pytest.approx([2.0, 7.0], abs=1e-3)


def test_nothing_changes():
    assert find_crossings(lambda value: Side(value, True, {}), 0.0, 1.0).found == ()
