"""Numbers of the pages of findings: both languages show them, and the script that reads them from studies works."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pandas as pd
import pytest

from carbonpath.core.messages import LANGUAGES

DOCS = Path(__file__).parents[2] / "docs"
SPECIFICATION = importlib.util.spec_from_file_location("findings", DOCS / "findings.py")
findings = importlib.util.module_from_spec(SPECIFICATION)
SPECIFICATION.loader.exec_module(findings)
CLAIMS = findings.claims().to_dict("records")
PAGES = {language: (DOCS / language / "study-findings.md").read_text("utf-8") for language in LANGUAGES}


def told(language, study):
    """Return what a page says of a study: its section, and its row in the table above."""
    page = PAGES[language]
    row = re.search(rf"^\| `{study}` .*$", page, re.MULTILINE)[0]
    return row + page.partition(f"\n## {study}")[2].partition("\n## ")[0]


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: f"{claim['study']} {claim['en']} {claim['select'][:30]}")
def test_every_number_stands_on_both_pages_in_its_own_unit(claim):
    for language in LANGUAGES:
        whole = rf"(?<![\d.]){re.escape(claim[language])}(?![\d]|\.\d)"
        assert re.search(whole, told(language, claim["study"])), (language, claim[language])
    english, chinese = findings.number(claim["en"]), findings.number(claim["zh"].removesuffix("%"))
    assert chinese == pytest.approx(english * claim["zh_factor"], abs=0.51 * claim["precision"] * claim["zh_factor"])


def test_every_study_has_numbers_that_are_read():
    assert {claim["study"] for claim in CLAIMS} == set(re.findall(r"^## ([a-z-]+)", PAGES["en"], re.MULTILINE))


@pytest.mark.parametrize(
    ("select", "statistic", "expected"),
    [("status == 'optimal'", "share", 75.0), ("cost > 3", "only", 400.0), ("cost > 0", "min", 100.0)],
    ids=["share of the rows", "value of one row", "smallest value"],
)
def test_a_number_is_read_from_a_table(select, statistic, expected):
    table = pd.DataFrame({"status": ["optimal", "optimal", "infeasible", "optimal"], "cost": [1.0, 2.0, None, 4.0]})

    assert findings.value({"select": select, "statistic": statistic, "scale": 100, "column": "cost"}, table) == expected


def test_a_study_that_was_not_run_and_a_number_that_differs_are_told(tmp_path, monkeypatch, capsys):
    claim = {"study": "one", "table": "samples", "select": "cost > 0", "column": "cost", "statistic": "max", "scale": 1}
    rows = pd.DataFrame(
        [{**claim, "precision": 0.1, "en": "2.0"}, {**claim, "precision": 1, "en": "2", "study": "two"}]
    )
    monkeypatch.setattr(findings, "claims", lambda: rows)
    folder = tmp_path / "runs" / "studies" / "one"
    folder.mkdir(parents=True)
    pd.DataFrame({"cost": [1.0, 2.2]}).to_csv(folder / "samples.csv", index=False)

    assert findings.main(tmp_path) == 1
    said = capsys.readouterr().out
    assert "one: 2.0 is 2.2" in said
    assert "two: no samples.csv" in said
