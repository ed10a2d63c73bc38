"""A programme turned from end to end: in straight lines where it is straight, made anew where it is not."""

import pytest
from systems import REGION, clean_and_dirty

from carbonpath.model.programme import compile_system
from carbonpath.study.dial import Dial
from carbonpath.study.knob import turn_carbon_price
from carbonpath.system.change import Change
from carbonpath.system.overlay import apply_changes

SYSTEM = clean_and_dirty((2020, 2021))


def priced(value):
    return compile_system(turn_carbon_price(SYSTEM, value))


def bent(value):
    """Return a programme whose demand is the square of the value."""
    where = {"region": REGION, "commodity": "good", "year": 2021}
    return compile_system(apply_changes(SYSTEM, [Change("demand", where, "set", value * value)]))


def test_a_price_is_straight_and_gives_the_plans_of_programmes_made_anew():
    dial = Dial(priced, 1.0, 11.0)
    assert (dial.straight, dial.moves) == (True, True)
    for value in (3.0, 7.5):
        fresh = Dial(lambda _, value=value: priced(value), 0.0, 1.0).solve(0.5)
        assert dial.solve(value).objective == pytest.approx(fresh.objective)
    assert dial.solves == 2


def test_what_is_bent_is_made_anew():
    dial = Dial(bent, 1.0, 11.0)
    assert dial.straight is False
    assert dial.solve(5.0).objective == pytest.approx(300.0 * 1.05**-0.5 + 3.0 * 25.0 * 1.05**-1.5)


def test_nothing_that_moves():
    assert Dial(lambda _: compile_system(SYSTEM), 0.0, 1.0).moves is False


def test_a_value_without_a_plan():
    limited = clean_and_dirty(max_activity={("clean",): 50.0})

    def capped(value):
        where = {"region": REGION, "emission": "co2", "year": 2020}
        return compile_system(apply_changes(limited, [Change("annual_emission_limit", where, "set", value)]))

    dial = Dial(capped, 10.0, 90.0)
    assert dial.solve(20.0) is None
    assert (dial.solves, dial.plans) == (1, 0)
    assert dial.solve(60.0).objective == pytest.approx((60.0 * 3.0 + 40.0 * 8.0) * 1.05**-0.5)
