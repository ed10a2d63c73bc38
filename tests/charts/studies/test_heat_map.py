"""Heat map: a cell a combination with its number, hatched without a plan."""

from __future__ import annotations

import pytest
from analytic_studies import factors
from matplotlib.patches import Rectangle

from carbonpath.charts.options import ChartOptions
from carbonpath.charts.studies.heat_map import draw
from carbonpath.core.errors import DataError
from carbonpath.study.designs.grid import Grid


@pytest.fixture
def table(sensitivity):
    """Return three times four combinations of which two have no plan."""
    design = Grid(levels={"x1": 3, "x2": 4})
    return sensitivity(
        "pairs", design, factors(2), lambda x: 100.0 * x[:, 0] + x[:, 1], without_plan=lambda x: x.sum(axis=1) > 1.6
    )


def test_every_combination_has_its_number_or_is_hatched(table, named, options, words, whole):
    figure = draw(table, options, named)

    hatched = [patch for patch in figure.axes[0].patches if isinstance(patch, Rectangle) and patch.get_hatch()]
    assert len(hatched) == int((table["measure"] == "no_plan").sum()) == 2
    assert len(figure.axes[0].texts) == 10
    assert whole(figure)


def test_axes_are_named_by_the_factors(table, named):
    axes = draw(table, ChartOptions(language="en"), named).axes[0]

    assert axes.get_ylabel() == named.factor("x1")
    assert axes.get_xlabel() == named.factor("x2")


def test_wide_field_is_told_by_colour_and_scale(sensitivity, named, whole, words):
    design = Grid(levels={"x1": 3, "x2": 20})
    table = sensitivity("pairs", design, factors(2), lambda x: x[:, 0] + x[:, 1])

    figure = draw(table, ChartOptions(language="en"), named)

    assert not figure.axes[0].texts
    assert len(figure.axes) == 2
    assert whole(figure)


def test_field_without_any_plan_is_hatched_all_over(sensitivity, named, options, whole):
    design = Grid(levels={"x1": 2, "x2": 2})
    table = sensitivity("pairs", design, factors(2), lambda x: x[:, 0], without_plan=lambda x: x[:, 0] >= 0.0)

    assert whole(draw(table, options, named))


def test_nothing_to_draw_is_refused(nothing, named):
    with pytest.raises(DataError, match="CP-911"):
        draw(nothing, ChartOptions(), named)
