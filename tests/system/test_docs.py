"""The pages on the system: their snippets run, and the files they describe are those that are read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from carbonpath.system.district_schemas import DISTRICT_SCHEMAS

ROOT = Path(__file__).parents[2]
PAGES = {language: (ROOT / "docs" / language / "system.md").read_text(encoding="utf-8") for language in ("zh", "en")}
DISTRICT = ROOT / "inventories" / "qingshan"
DISTRICT_PAGES = {name: (DISTRICT / name).read_text(encoding="utf-8") for name in ("README.md", "README.zh.md")}


@pytest.mark.parametrize("language", sorted(PAGES))
def test_snippet_runs(language: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)

    for snippet in re.findall(r"```python\n(.*?)```", PAGES[language], flags=re.DOTALL):
        exec(compile(snippet, f"docs/{language}/system.md", "exec"), {})  # the page is ours

    technologies, coke = capsys.readouterr().out.split()
    assert (int(technologies) > 100, float(coke)) == (True, pytest.approx(3.067, abs=1e-3))


def test_pages_show_the_same_snippets_and_codes_in_both_languages() -> None:
    zh, en = (
        re.findall(r"```python\n(.*?)```|(CP-\d+)", PAGES[language], flags=re.DOTALL) for language in ("zh", "en")
    )

    assert zh == en


@pytest.mark.parametrize("name", sorted(DISTRICT_PAGES))
def test_district_page_names_every_file(name: str) -> None:
    files = {f"`{path.name}`" for path in (DISTRICT / "statement").glob("*.csv")}
    files |= {f"`{table}.csv`" for table in DISTRICT_SCHEMAS} | {"`firms.csv`"}

    assert {file for file in files if file not in DISTRICT_PAGES[name]} == set()


@pytest.mark.parametrize(("name", "word"), [("README.md", "illustrative"), ("README.zh.md", "示意")])
def test_district_page_says_that_it_is_illustrative(name: str, word: str) -> None:
    assert word in DISTRICT_PAGES[name]


def test_folder_of_the_district_holds_the_files_that_are_read_and_no_others() -> None:
    assert {path.stem for path in (DISTRICT / "system").glob("*.csv")} == set(DISTRICT_SCHEMAS)
