"""The pages on charts and indicators name all there are, their pictures exist and their code runs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from carbonpath.charts import CHARTS, chart_name
from carbonpath.core.messages import LANGUAGES

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_chart_has_its_section_and_picture(language):
    page = (DOCS / language / "charts.md").read_text(encoding="utf-8")

    pictures = re.findall(r"!\[[^]]*\]\(([^)]+)\)", page)
    assert all(chart_name(chart) in page for chart in CHARTS)
    assert len(pictures) == len(CHARTS)
    assert all((DOCS / language / picture).resolve().is_file() for picture in pictures)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_indicator_is_explained(language, saved):
    page = (DOCS / language / "charts-indicators.md").read_text(encoding="utf-8")

    assert [name for name in saved["indicator"].unique() if f"`{name}`" not in page] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_code_of_the_page_runs(language, tmp_path, monkeypatch):
    page = (DOCS / language / "charts.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    (tmp_path / "docs").symlink_to(DOCS)
    monkeypatch.chdir(tmp_path)

    exec(compile(code, "charts.md", "exec"), {})

    assert (tmp_path / "trajectories.svg").is_file()
