"""Attribution of an effect to measures."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbonpath.indicators.attribution import sequential_parts, shapley_parts, subsets

GLOVES = {
    "": 0.0,
    "a": 0.0,
    "b": 0.0,
    "c": 0.0,
    "ab": 1.0,
    "ac": 1.0,
    "bc": 0.0,
    "abc": 1.0,
}
"""The game of gloves: a has the only right glove, b and c a left one each; a pair is worth 1."""


def values(game):
    return {frozenset(name): np.array([value]) for name, value in game.items()}


def test_shapley_of_the_game_of_gloves():
    """Textbook answer: 2/3 for the scarce glove, 1/6 for each of the others."""
    parts = shapley_parts(values(GLOVES), "abc")

    assert {name: part[0] for name, part in parts.items()} == pytest.approx({"a": 2 / 3, "b": 1 / 6, "c": 1 / 6})


def test_sequence_gives_all_to_the_measure_that_completes_the_pair():
    parts = sequential_parts(values(GLOVES), "bac")

    assert {name: part[0] for name, part in parts.items()} == {"b": 0.0, "a": 1.0, "c": 0.0}


games = st.lists(st.lists(st.floats(-50.0, 50.0), min_size=2, max_size=2), min_size=8, max_size=8).map(
    lambda rows: dict(zip(subsets("abc"), map(np.array, rows), strict=True))
)


@given(games)
def test_parts_add_up_to_what_all_do_together(game):
    whole = game[frozenset("abc")] - game[frozenset()]

    for parts in (shapley_parts(game, "abc"), sequential_parts(game, "cab")):
        assert sum(parts.values()) == pytest.approx(whole, abs=1e-9)


@given(games)
def test_shapley_does_not_mind_the_order_of_the_names(game):
    one, other = shapley_parts(game, "abc"), shapley_parts(game, "cba")

    assert all(one[name] == pytest.approx(other[name], abs=1e-9) for name in "abc")


def test_a_measure_that_never_adds_anything_has_no_part():
    game = {subset: np.array([3.0 * ("a" in subset)]) for subset in subsets("ab")}

    assert shapley_parts(game, "ab")["b"][0] == 0.0


def test_subsets_in_reading_order():
    assert ["".join(sorted(subset)) for subset in subsets("abc")] == ["", "a", "b", "c", "ab", "ac", "bc", "abc"]
