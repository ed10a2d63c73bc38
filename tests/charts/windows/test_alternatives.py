"""What plans of nearly the least cost build."""

import pytest

from carbonpath.charts.options import ChartOptions
from carbonpath.charts.windows.alternatives import SHOWN, draw
from carbonpath.core.answers.paths import ALTERNATIVE
from carbonpath.core.errors import DataError
from carbonpath.core.tables import as_table


def plan(name, cost, **built):
    """Return the rows of a plan with its cost and what it builds."""
    rows = [{"scenario": "s", "plan": name, "item": "cost", "value": cost, "unit": "million CNY"}]
    common = {"scenario": "s", "plan": name, "item": "new_capacity", "unit": "Mt/y"}
    rows += [{**common, "technology": t, "zh": f"技术{t}", "en": t, "value": value} for t, value in built.items()]
    return rows


def test_plans_are_dots_relative_to_the_most(words):
    table = as_table(plan("least cost", 100.0, a=2.0, b=1.0) + plan("1", 101.0, a=4.0), ALTERNATIVE)
    figure = draw(table, ChartOptions(language="en"))
    dots = [line for line in figure.axes[0].lines if line.get_marker() == "o"]
    assert [float(dot.get_xdata()[0]) for dot in dots] == pytest.approx([1.0, 0.5, 0.0, 1.0])
    assert {"Least cost", "Plan 1 (+1 %)", "4.00 Mt/y"} <= set(words(figure))


def test_what_all_plans_build_alike_comes_last_and_long_names_are_cut(words):
    many = {f"technology number {n} with a very long name indeed": 1.0 for n in range(SHOWN + 3)}
    table = as_table(plan("least cost", 100.0, same=1.0, **many) + plan("1", 101.0, same=1.0), ALTERNATIVE)
    figure = draw(table, ChartOptions(language="en"))
    names = [label.get_text() for label in figure.axes[0].get_yticklabels()]
    assert len(names) == SHOWN
    assert "same" not in names
    assert all(name.endswith("…") for name in names)


def test_plans_that_do_not_differ_have_no_chart():
    table = as_table(plan("least cost", 100.0, a=2.0) + plan("1", 101.0, a=2.0), ALTERNATIVE)
    with pytest.raises(DataError, match="CP-911"):
        draw(table, ChartOptions())
