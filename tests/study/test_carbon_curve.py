"""The curve of a rising price on the real solver: its integral is the cost difference."""

import numpy as np
import pytest
from shipped import shipped_system
from systems import clean_and_dirty

from carbonpath.model.run import solve_system
from carbonpath.study.carbon_curve import carbon_curve
from carbonpath.study.priced import PricedProgramme

HIGHEST = 200.0


def test_one_step_where_clean_is_five_dearer():
    curve = carbon_curve(PricedProgramme(clean_and_dirty(), "scope1"), 20.0)
    (step,) = curve.steps
    assert (step.price, step.exact) == (pytest.approx(5.0), True)
    assert step.abatement == pytest.approx(100.0 * 1.05**-0.5)


@pytest.fixture(scope="module")
def programme():
    return PricedProgramme(shipped_system("reference"), "scope1")


def test_integral_of_the_shipped_curve_is_the_cost_difference_of_its_ends(programme):
    """The ends are solved again, apart from the curve; the first is the plan of the scenario itself."""
    curve = carbon_curve(programme, HIGHEST, 60)
    first, last = programme.solve(0.0), programme.solve(HIGHEST)
    assert first.cost == pytest.approx(solve_system(shipped_system("reference")).objective)
    assert curve.area == pytest.approx(last.cost - first.cost, rel=1e-6)
    assert curve.abatement == pytest.approx(first.emissions - last.emissions, rel=1e-6)
    prices = [step.price for step in curve.steps]
    assert prices == sorted(prices)
    assert 0.0 <= prices[0] <= prices[-1] <= HIGHEST


def test_integral_over_a_plain_grid_of_prices_closes_in_on_the_cost_difference(programme):
    """What is saved between two prices costs at least the lower and at most the higher of them, without any method."""
    grid = np.linspace(0.0, HIGHEST, 41)
    answers = [programme.solve(float(price)) for price in grid]
    saved = -np.diff([answer.emissions for answer in answers])
    extra = answers[-1].cost - answers[0].cost
    lower, upper = float(grid[:-1] @ saved), float(grid[1:] @ saved)
    assert lower - 1e-6 * abs(extra) <= extra <= upper + 1e-6 * abs(extra)
    assert upper - lower == pytest.approx(saved.sum() * (grid[1] - grid[0]))
