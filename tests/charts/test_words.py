"""Titles and the lines beneath."""

from __future__ import annotations

import pytest

from carbonpath.charts import CHARTS
from carbonpath.charts.options import ChartOptions
from carbonpath.charts.words import boundary_line, note, title_of, unit_line


@pytest.mark.parametrize("chart", [module.__name__.rpartition(".")[2] for module in CHARTS])
def test_every_chart_has_a_title(chart, options):
    assert title_of(chart, options)


@pytest.mark.parametrize(
    ("language", "expected"), [pytest.param("zh", "单位：万tCO₂", id="zh"), pytest.param("en", "Unit: Mt CO₂", id="en")]
)
def test_the_unit_names_the_substance(language, expected):
    unit = {"zh": "万t", "en": "Mt"}[language]

    assert unit_line(unit, ChartOptions(language=language), "CO₂") == expected


def test_the_boundary_is_told_in_words():
    assert boundary_line("scope1+import", ChartOptions(language="zh")) == "边界：范围一与净购入电力"


def test_the_note_on_the_plateau_tells_its_width():
    assert "2%" in note("plateau", ChartOptions(language="zh", plateau_width=0.02))
