"""The one place where a number may mean that there is no limit."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbonpath.system.readers.limits import says_no_limit


@pytest.mark.parametrize(
    ("value", "default", "none"),
    [
        (-1.0, -1.0, True),
        (-1.0, None, True),
        (0.0, -1.0, False),
        (5.0, -1.0, False),
        (9_999.0, 9_999.0, True),
        (9_999.0, -1.0, False),
        (99_999.0, -1.0, True),
        (999_999.0, 99_999.0, True),
        (99_998.0, 99_999.0, False),
        (99_999.5, 99_999.0, False),
        (100_000.0, 100_000.0, False),
        (999.0, 999.0, False),
    ],
)
def test_a_limit_is_none_if_the_data_set_says_so(value: float, default: float | None, none: bool) -> None:
    assert says_no_limit(np.array([value]), default).tolist() == [none]


@given(st.floats(0.0, 9_000.0))
def test_an_ordinary_number_is_a_limit(value: float) -> None:
    assert not says_no_limit(np.array([value]), value)[0]
