"""PRIM finds boxes that were planted, says how well they hold, and drops what chance made."""

import numpy as np
import pytest

from carbonpath.study.prim import find_box


def planted(count=1000, factors=5, seed=1):
    """Return uniform samples, and those with x0 > 0.6 and x1 < 0.4 with a little noise."""
    generator = np.random.default_rng(seed)
    values = generator.random((count, factors))
    wanted = (values[:, 0] > 0.6) & (values[:, 1] < 0.4)
    return values, wanted ^ (generator.random(count) < 0.02)


def test_planted_box_is_found_with_its_limits():
    values, wanted = planted()

    found = find_box(values, wanted, (False,) * 5)

    assert set(found.chance) == {0, 1}
    assert found.box.low[0] == pytest.approx(0.6, abs=0.04)
    assert found.box.high[1] == pytest.approx(0.4, abs=0.04)
    assert np.isinf(found.box.high[0])
    assert np.isinf(found.box.low[1])


def test_density_coverage_and_support_are_those_of_the_samples():
    values, wanted = planted()

    box = find_box(values, wanted, (False,) * 5).box
    inside = (values[:, 0] >= box.low[0]) & (values[:, 1] <= box.high[1])

    assert box.density == pytest.approx(wanted[inside].mean())
    assert box.coverage == pytest.approx((wanted & inside).sum() / wanted.sum())
    assert box.support == pytest.approx(inside.mean())
    assert box.density > 0.9
    assert box.coverage > 0.8


def test_limits_that_matter_have_quasi_p_values_near_nothing():
    values, wanted = planted()

    assert max(find_box(values, wanted, (False,) * 5).chance.values()) < 1e-20


def test_box_with_limits_on_both_sides_is_found():
    values = np.random.default_rng(4).random((1500, 3))
    wanted = (values[:, 2] > 0.3) & (values[:, 2] < 0.55)

    found = find_box(values, wanted, (False,) * 3)

    assert set(found.chance) == {2}
    assert (found.box.low[2], found.box.high[2]) == pytest.approx((0.3, 0.55), abs=0.03)


def test_switch_keeps_the_alternatives_in_which_samples_gather():
    generator = np.random.default_rng(2)
    values = np.column_stack([generator.integers(0, 4, 800).astype(float), generator.random(800)])
    wanted = np.isin(values[:, 0], [1.0, 3.0]) & (values[:, 1] > 0.5)

    found = find_box(values, wanted, (True, False))

    assert found.box.kept[0] == frozenset({1.0, 3.0})
    assert found.box.low[1] == pytest.approx(0.5, abs=0.05)


def test_chance_alone_makes_no_box():
    generator = np.random.default_rng(3)
    boxes = [find_box(generator.random((200, 3)), generator.random(200) < 0.3, (False,) * 3).chance for _ in range(8)]

    assert sum(1 for chance in boxes if max(chance.values(), default=0.0) > 0.05) == 0
    assert sum(1 for chance in boxes if chance) <= 7


def test_box_is_the_same_for_the_same_samples():
    values, wanted = planted()

    one, other = (find_box(values, wanted, (False,) * 5).box for _ in range(2))

    assert (one.low == other.low).all()
    assert (one.high == other.high).all()
