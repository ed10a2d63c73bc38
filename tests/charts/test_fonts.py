"""The font that charts bring along."""

from __future__ import annotations

import runpy
from importlib.resources import files

import pytest
from fontTools.ttLib import TTFont
from matplotlib.font_manager import FontProperties, findfont, fontManager

from carbonpath.charts.fonts import FAMILIES, known_characters, missing_characters, register_fonts, text_width

FOLDER = files("carbonpath.charts") / "font_files"
FILE = FOLDER / "CarbonpathSansSC-Regular.otf"


def test_no_other_font_of_the_machine_takes_its_place():
    register_fonts()

    found = findfont(FontProperties(family=[FAMILIES[0]]), fallback_to_default=False)

    assert found == str(FILE)


def test_registering_again_adds_nothing():
    register_fonts()
    before = len(fontManager.ttflist)

    register_fonts()

    assert len(fontManager.ttflist) == before


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("碳达峰煤控氢气岛清洁运输万吨亿元", id="Chinese"),
        pytest.param("CO₂ N₂O 10⁴ t/a −3.5 %", id="subscripts and signs"),
        pytest.param("（）、，：；“”《》—…≥≤→°±·×", id="punctuation"),
    ],
)
def test_the_words_of_reports_can_be_shown(words):
    assert missing_characters([words]) == ""


def test_missing_characters_are_told_once_in_order():
    assert missing_characters(["𠀀钢𠀁", "𠀀\n"]) == "𠀀𠀁"


def test_the_shipped_font_has_what_its_script_says():
    script = runpy.run_path(str(FOLDER / "make_subset.py"))
    codes = set(TTFont(FILE).getBestCmap())

    lacking = [character for character in script["characters"]() if ord(character) not in codes]

    assert lacking == []
    assert {ord(character) for character in script["SUBSCRIPTS"]} <= codes
    assert script["FAMILY"] == FAMILIES[0]


def test_the_licence_travels_with_the_font():
    text = (FOLDER / "OFL.txt").read_text(encoding="utf-8")

    assert "SIL OPEN FONT LICENSE Version 1.1" in text


def test_a_chinese_character_is_as_wide_as_high():
    assert text_width("钢铁", 10.0) == pytest.approx(20.0, rel=0.06)
    assert text_width("ii", 10.0) < text_width("WW", 10.0) < text_width("钢铁", 10.0)


def test_many_characters_are_known():
    assert len(known_characters()) > 7_000
