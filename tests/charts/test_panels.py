"""Panels share a scale and leave room for the legend."""

from __future__ import annotations

from itertools import combinations

import pytest
from matplotlib.text import Text

from carbonpath.charts.legend import Entry
from carbonpath.charts.options import ChartOptions
from carbonpath.charts.panels import open_panels
from carbonpath.charts.style import house_style

ENTRIES = [Entry(f"a long name of thing {rank}", "#123456") for rank in range(7)]


@pytest.mark.parametrize("style", ["report", "slide"])
@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 6, 7, 8])
def test_legend_and_panels_do_not_meet(count, style):
    options = ChartOptions(language="en", style=style)
    names = [f"scenario {rank}" for rank in range(count)]

    with house_style(options):
        frame, axes = open_panels(options, names, ENTRIES, "title", ["unit"])
        frame.figure.draw_without_rendering()

    boxes = [panel.get_position() for panel in axes.values()]
    legend = [
        text.get_window_extent().transformed(frame.figure.transFigure.inverted())
        for text in frame.figure.findobj(Text)
        if text.get_text().startswith("a long")
    ]
    assert list(axes) == names
    assert not any(one.overlaps(other) for one, other in combinations(boxes, 2))
    assert not any(words.overlaps(box) for words in legend for box in boxes)
    assert all(0.0 <= words.x0 and words.x1 <= 1.0 and words.y0 >= 0.0 for words in legend)


def test_a_long_heading_keeps_to_its_panel():
    options = ChartOptions(language="en")
    names = ["a", "coal-cap-strict+hydrogen-island+clean-transport+more", "c"]

    with house_style(options):
        _, axes = open_panels(options, names, ENTRIES, "title", ["unit"])

    short, long = (axes[name].get_title(loc="left") for name in names[:2])
    assert (short, long) == ("a", names[1])
    assert axes["a"]._left_title.get_fontsize() > axes[names[1]]._left_title.get_fontsize()
