"""The page with its words."""

from __future__ import annotations

import pytest

from carbonpath.charts.frame import open_frame
from carbonpath.charts.options import ChartOptions
from carbonpath.charts.style import house_style


def opened(options):
    with house_style(options):
        return open_frame(options, 8.0, "A title", ["Unit: Mt", "", "Boundary: scope 1"])


def test_the_words_of_a_page(words):
    shown = words(opened(ChartOptions(language="en")).figure)

    assert shown == ["A title", "Unit: Mt   |   Boundary: scope 1", "Source: carbonpath scenario results."]


def test_illustrative_data_are_told_as_such(words):
    shown = words(opened(ChartOptions(language="zh", illustrative=True)).figure)

    assert any("示意" in text for text in shown)


def test_without_title_the_page_is_lower(words):
    frame = opened(ChartOptions(language="en", title=False))

    assert "A title" not in words(frame.figure)
    assert frame.height == pytest.approx(8.0)


def test_a_slide_keeps_its_shape():
    width, height = opened(ChartOptions(style="slide")).figure.get_size_inches()

    assert width / height == pytest.approx(16 / 9)
