"""Key categories by level and by trend."""

from __future__ import annotations

from matplotlib.colors import to_hex

from carbonpath.charts.key_categories import draw_key_categories
from carbonpath.charts.options import ChartOptions
from carbonpath.charts.palette import ink
from carbonpath.core.answers.accounts import KEY_CATEGORIES, KEY_TRENDS
from carbonpath.core.tables import as_table, empty_table

ENGLISH = ChartOptions(language="en")


def level(category, share, key):
    own = {"co2_equivalent": share, "uncertainty": 5.0, "level": share, "cumulative": share, "key": key}
    return {"year": 2022, "category": category, "gas": "CO2", **own, "level_with_uncertainty": share}


LEVELS = as_table([level("1A1a", 0.7, "yes"), level("1A2a", 0.27, "yes"), level("2A1", 0.03, "")], KEY_CATEGORIES)
TREND = {
    "year": 2022, "base_year": 2020, "category": "2A1", "gas": "CO2", "base": 1.0, "now": 2.0, "uncertainty": 5.0,
    "trend": 1.0, "cumulative": 1.0, "key": "yes", "trend_with_uncertainty": 1.0, "key_with_uncertainty": "yes",
}  # fmt: skip


def shown(axes):
    return [(round(patch.get_width(), 6), to_hex(patch.get_facecolor())) for patch in axes.patches]


def test_level_alone_where_there_is_one_year():
    figure = draw_key_categories(LEVELS, empty_table(KEY_TRENDS), {"1A1a": "Power and heat"}, ENGLISH)

    (axes,) = figure.axes
    assert shown(axes) == [(70.0, ink("mark")), (27.0, ink("mark")), (3.0, ink("grid"))]
    assert axes.get_yticklabels()[0].get_text() == "1A1a Power and heat  CO2"


def test_the_trend_stands_beside_the_level_of_the_same_category():
    figure = draw_key_categories(LEVELS, as_table([TREND], KEY_TRENDS), {}, ENGLISH)

    assert shown(figure.axes[1]) == [(0.0, ink("grid")), (0.0, ink("grid")), (100.0, ink("mark"))]


def test_a_long_name_is_shortened():
    figure = draw_key_categories(LEVELS, empty_table(KEY_TRENDS), {"2A1": "x" * 200}, ENGLISH)

    assert figure.axes[0].get_yticklabels()[2].get_text().endswith("x…  CO2")
