"""Shares as people write them."""

import pytest

from carbonpath.core.errors import UsageError
from carbonpath.workflow.percent import read_percent, read_percents


@pytest.mark.parametrize(
    ("words", "shares"),
    [("0.5%,2%,5%", (0.005, 0.02, 0.05)), (" 1 % ", (0.01,)), ("2％", (0.02,))],
    ids=["three", "with spaces", "full width"],
)
def test_percentages_are_read(words, shares):
    assert read_percents(words) == pytest.approx(shares)


def test_numbers_without_a_percent_sign_are_refused_all_at_once():
    with pytest.raises(UsageError) as raised:
        read_percents("0.5,2%,x")
    assert [problem.value for problem in raised.value.problems] == ["0.5", "x"]


@pytest.mark.parametrize("words", ["2", "1%,2%", ""], ids=["no sign", "two", "nothing"])
def test_one_percentage_is_one(words):
    assert read_percent("2%") == pytest.approx(0.02)
    with pytest.raises(UsageError, match="CP-629"):
        read_percent(words)
