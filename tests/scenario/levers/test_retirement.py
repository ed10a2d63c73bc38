"""Plants close before their time, and others may replace them at a given ratio."""

from __future__ import annotations

import pytest

CLOSURE = """
retirement:
  - technology: old
    {more}
    reason: closure
    source: plan
"""


def test_what_must_close_closes_and_is_not_built_anew(solve, plant):
    system = plant(old=6.0, capital_cost={("plant",): 7.0, ("old",): 0.5})

    answer = solve(system, CLOSURE.format(more="unit: Mt/y\n    values: {2021: 6}"))

    # 2020: 10 from the old plant, 6 standing and 4 built at 0.5 (12); 2021: 10 bought (50)
    assert answer.made("old", "plant", "buy") == pytest.approx([0.0, 0.0, 10.0])
    assert answer.cost == pytest.approx(4 * 0.5 + 10 * 1.0 + 50.0)


def test_left_out_it_changes_nothing(solve, plant):
    system = plant(old=6.0, capital_cost={("plant",): 7.0, ("old",): 0.5})

    assert solve(system).cost == pytest.approx(2 * (2.0 + 10.0))


@pytest.mark.parametrize(("kind", "kept"), [("max", 2.0), ("min", 10.0)], ids=["ceiling", "floor"])
def test_replacement_follows_what_closes_at_its_ratio(solve, plant, kind, kept):
    more = "unit: '%'\n    values: {2021: 50}\n    replacement: {technology: plant, ratio: 1.5, kind: " + kind + "}"

    answer = solve(plant(old=6.0), CLOSURE.format(more=more))

    # 3 of 6 Mt/y close; 3 / 1.5 = 2 Mt/y may, or must, stand in their place; the old plant at 1 CNY goes first
    assert answer.made("old")[0] == pytest.approx(3.0)
    assert answer.of("total_capacity", "plant") == pytest.approx(min(kept, 7.0))


def test_what_may_close_closes_only_where_that_saves(solve, plant):
    system = plant(old=6.0, fixed_cost={("old",): 9.0}, demand={("good",): 2.0})

    answer = solve(system, CLOSURE.format(more="kind: may\n    unit: Mt/y\n    values: {2021: 5}"))

    # 2020: 6 stand at 9; 2021: 5 of them close, of what is left 1 is made at 1 CNY, 1 in the plant at 4
    assert answer.of("total_capacity", "old") == pytest.approx(1.0)
    assert answer.cost == pytest.approx((54 + 2) + (9 + 1 + 4))


def test_what_does_not_stand_cannot_close(refused_on, plant):
    (problem,) = refused_on(plant(), CLOSURE.format(more="unit: Mt/y\n    values: {2021: 6}"))

    assert (problem.code, problem.place) == ("CP-412", "levers.retirement.0.technology, line 4")
