"""Attribution of an effect to measures."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbonpath.indicators.attribution import (
    beginnings,
    draw_orders,
    sampled_parts,
    sequential_parts,
    shapley_parts,
    subsets,
)

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
    parts = shapley_parts(values(GLOVES), "abc").means

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

    for parts in (shapley_parts(game, "abc").means, sequential_parts(game, "cab")):
        assert sum(parts.values()) == pytest.approx(whole, abs=1e-9)


@given(games)
def test_shapley_does_not_mind_the_order_of_the_names(game):
    one, other = shapley_parts(game, "abc").means, shapley_parts(game, "cba").means

    assert all(one[name] == pytest.approx(other[name], abs=1e-9) for name in "abc")


def test_a_measure_that_never_adds_anything_has_no_part():
    game = {subset: np.array([3.0 * ("a" in subset)]) for subset in subsets("ab")}

    assert shapley_parts(game, "ab").means["b"][0] == 0.0


def test_subsets_in_reading_order():
    assert ["".join(sorted(subset)) for subset in subsets("abc")] == ["", "a", "b", "c", "ab", "ac", "bc", "abc"]


def brute_force(game, names):
    """Return the mean of what each adds over every order with a value at every step."""
    whole = [order for order in permutations(names) if all(begun in game for begun in beginnings(order))]
    parts = [sequential_parts(game, order) for order in whole]
    return {name: np.mean([part[name] for part in parts], axis=0) for name in names}


@given(games, st.sets(st.sampled_from([frozenset("c"), frozenset("bc"), frozenset("b")])))
def test_mean_is_over_the_orders_with_a_value_at_every_step(game, missing):
    known = {subset: value for subset, value in game.items() if subset not in missing}

    found = shapley_parts(known, "abc")

    expected = brute_force(known, "abc")
    assert all(found.means[name] == pytest.approx(expected[name], abs=1e-9) for name in "abc")
    assert sum(found.means.values()) == pytest.approx(game[frozenset("abc")] - game[frozenset()], abs=1e-9)


def test_measure_that_must_come_last_is_told_as_a_share_of_the_orders():
    game = {subset: np.array([float(len(subset) ** 2)]) for subset in subsets("abc")}
    for alone in ("c", "ac", "bc"):
        del game[frozenset(alone)]

    found = shapley_parts(game, "abc")

    assert found.share == pytest.approx(1 / 3)
    assert {name: part[0] for name, part in found.means.items()} == pytest.approx({"a": 2.0, "b": 2.0, "c": 5.0})


def test_no_order_with_a_value_at_every_step_is_refused():
    game = {frozenset(): np.zeros(1), frozenset("ab"): np.ones(1)}

    with pytest.raises(ValueError, match="at every step"):
        shapley_parts(game, "ab")


def test_orders_come_in_pairs_of_one_and_its_reverse():
    orders = draw_orders("abcde", 10, np.random.default_rng(1))

    assert len(orders) == 20
    assert all(one == other[::-1] for one, other in zip(orders[::2], orders[1::2], strict=True))
    assert orders == draw_orders("abcde", 10, np.random.default_rng(1))


def airport(costs):
    """Return the game of a runway that must do for the largest aircraft, and its Shapley value.

    Each stretch of the runway is shared evenly by the aircraft that need it (Littlechild, Owen 1973).
    """
    names = sorted(costs, key=costs.get)
    game = {subset: np.array([max((costs[name] for name in subset), default=0.0)]) for subset in subsets(names)}
    steps = [costs[name] - costs.get(before, 0.0) for before, name in zip(["", *names], names, strict=False)]
    shares = [step / (len(names) - place) for place, step in enumerate(steps)]
    return game, {name: sum(shares[: place + 1]) for place, name in enumerate(names)}


RUNWAY = {f"{name:02d}": 1.0 + 0.7 * name**1.5 for name in range(12)}


def test_runway_of_twelve_aircraft_is_shared_as_its_formula_says():
    game, expected = airport(RUNWAY)

    found = shapley_parts(game, sorted(RUNWAY)).means

    assert {name: part[0] for name, part in found.items()} == pytest.approx(expected)


def test_intervals_of_drawn_orders_hold_the_value_as_often_as_they_say():
    game, expected = airport(RUNWAY)
    held = []
    for seed in range(60):
        found = sampled_parts(game, draw_orders(sorted(RUNWAY), 32, np.random.default_rng(seed)))
        held += [abs(found.means[name][0] - value) <= found.half_widths[name][0] for name, value in expected.items()]
        assert sum(part[0] for part in found.means.values()) == pytest.approx(max(RUNWAY.values()))

    assert 0.90 < np.mean(held) < 0.99


def test_pairs_with_their_reverse_scatter_less_than_orders_drawn_alone():
    game, expected = airport(RUNWAY)
    name = sorted(RUNWAY)[-3]

    def errors(orders_of):
        found = [sampled_parts(game, orders_of(np.random.default_rng(seed))).means[name][0] for seed in range(60)]
        return float(np.std(np.array(found) - expected[name]))

    paired = errors(lambda generator: draw_orders(sorted(RUNWAY), 8, generator))
    alone = errors(lambda generator: [tuple(generator.permutation(sorted(RUNWAY)).tolist()) for _ in range(16)])
    assert paired < alone


def test_drawn_orders_without_a_value_at_every_step_are_left_out():
    game = {subset: np.array([float(len(subset) ** 2)]) for subset in subsets("abc")}
    for missing in ("c", "ac", "bc"):
        del game[frozenset(missing)]

    found = sampled_parts(game, draw_orders("abc", 200, np.random.default_rng(3)))

    assert found.means["c"][0] == pytest.approx(5.0)
    assert found.half_widths["c"][0] == pytest.approx(0.0)
    assert found.share == pytest.approx(1 / 3, abs=0.08)


def test_too_few_orders_with_a_value_at_every_step_are_refused():
    game = {frozenset(): np.zeros(1), frozenset("ab"): np.ones(1)}

    with pytest.raises(ValueError, match="two pairs"):
        sampled_parts(game, draw_orders("ab", 8, np.random.default_rng(0)))
