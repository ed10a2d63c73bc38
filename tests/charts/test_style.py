"""The house style comes and goes."""

from __future__ import annotations

from matplotlib import rcParams

from carbonpath.charts.fonts import FAMILIES
from carbonpath.charts.options import ChartOptions
from carbonpath.charts.style import house_style, letter


def test_the_style_holds_within_and_not_after():
    before = dict(rcParams)

    with house_style(ChartOptions()):
        assert rcParams["font.family"] == list(FAMILIES)

    assert dict(rcParams) == before


def test_letters_of_a_slide_are_larger():
    assert letter("text", ChartOptions(style="slide")) > letter("text", ChartOptions(style="report"))
