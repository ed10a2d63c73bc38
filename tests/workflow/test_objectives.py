"""Objectives as people write them."""

import pytest

from carbonpath.core.errors import UsageError
from carbonpath.workflow.objectives import read_objectives


@pytest.mark.parametrize(
    ("words", "objectives"),
    [
        ("cost", ()),
        ("peak", ("peak",)),
        ("cumulative, peak", ("cumulative", "peak")),
        ("peak,cumulative,cost", ("peak", "cumulative")),
    ],
    ids=["cost", "one", "two in their order", "cost at the end"],
)
def test_a_list_is_read_in_its_order(words, objectives):
    assert read_objectives(words) == objectives


@pytest.mark.parametrize(
    "words", ["cost,peak", "peak,peak", "price", ""], ids=["after cost", "twice", "unknown", "blank"]
)
def test_what_is_no_order_of_objectives_is_told(words):
    with pytest.raises(UsageError, match="CP-137"):
        read_objectives(words)
