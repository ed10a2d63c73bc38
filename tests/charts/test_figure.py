"""Saving: equal figures are equal files, and a missing glyph is told."""

from __future__ import annotations

import pytest
from matplotlib.figure import Figure

from carbonpath.charts import CHARTS, trajectories
from carbonpath.charts.figure import check_glyphs, figure_bytes, save_figure
from carbonpath.charts.options import ChartOptions
from carbonpath.core.errors import StorageError
from carbonpath.core.messages import LANGUAGES, problem_text

OPTIONS = ChartOptions(language="zh")


@pytest.mark.parametrize("kind", ["png", "svg", "pdf"])
def test_drawing_and_saving_twice_gives_the_same_bytes(saved, kind):
    first, second = (figure_bytes(trajectories.draw(saved, OPTIONS), kind, OPTIONS) for _ in range(2))

    assert first == second


@pytest.mark.parametrize("kind", ["png", "svg"])
def test_saving_one_figure_twice_gives_the_same_bytes(saved, tmp_path, kind):
    figure = CHARTS[0].draw(saved, OPTIONS)

    for name in ("a", "b"):
        assert save_figure(figure, tmp_path / f"{name}.{kind}", kind, OPTIONS) == ()

    assert (tmp_path / f"a.{kind}").read_bytes() == (tmp_path / f"b.{kind}").read_bytes()


def test_an_svg_tells_its_words_and_no_date(saved):
    content = figure_bytes(trajectories.draw(saved, OPTIONS), "svg", OPTIONS).decode()

    assert "<!-- 各情景二氧化碳排放轨迹与达峰 -->" in content
    assert "<dc:date>" not in content


@pytest.mark.parametrize(
    ("style", "size"), [pytest.param("report", 16.0, id="Word"), pytest.param("slide", 25.4, id="projector")]
)
def test_a_page_has_its_width(saved, style, size):
    figure = trajectories.draw(saved, ChartOptions(style=style))

    assert figure.get_size_inches()[0] * 2.54 == pytest.approx(size)


def test_a_missing_glyph_is_told_by_name(tmp_path):
    figure = Figure()
    figure.text(0.5, 0.5, "企业\U00020000与钢厂")

    (problem,) = save_figure(figure, tmp_path / "a.png", "png", OPTIONS)

    assert (problem.code, problem.severity, problem.value) == ("CP-910", "warning", "\U00020000")
    assert "U+20000" in problem.told("zh")["message"]
    assert (tmp_path / "a.png").exists()


def test_a_missing_glyph_in_a_tick_label_is_found():
    figure = Figure()
    figure.add_subplot().set_xticks([0, 1], ["a", "\U00020000"])

    assert check_glyphs(figure)[0].value == "\U00020000"


def test_a_folder_that_cannot_be_written_is_an_error_of_storage(saved, tmp_path):
    (tmp_path / "file").write_text("")

    with pytest.raises(StorageError):
        save_figure(Figure(), tmp_path / "file" / "a.png", "png", OPTIONS)


@pytest.mark.parametrize("code", ["CP-910", "CP-911", "CP-912"])
def test_problems_of_charts_have_words_in_both_languages(code):
    for language in LANGUAGES:
        text = problem_text(code, language, {})
        assert text.message
        assert text.expected
        assert text.fix
