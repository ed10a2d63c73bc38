"""Words and lists of the template's pages."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from carbonpath.core.messages import LANGUAGES, text
from carbonpath.survey.codes import activity_rules, book, raw_codes
from carbonpath.survey.layout import columns, fields
from carbonpath.survey.pages import SPARE_ROWS, help_key
from carbonpath.survey.template import write_template


@pytest.mark.parametrize("key", [*columns(), *fields()])
def test_every_column_and_field_is_explained(key: str) -> None:
    assert all(text(f"survey.help.{help_key(key)}", language) for language in LANGUAGES)


def test_lists_that_stand_in_the_rule_are_short_enough_for_excel() -> None:
    for sheet in ("fuel", "process", "trade", "measured"):
        offered = [
            book("activity").entries[code].cell for code, rule in activity_rules().items() if rule.sheet == sheet
        ]
        assert len(",".join(offered)) <= 255
    assert len(",".join(raw_codes()["units"]["offered"])) <= 255


def test_lists_on_the_sheet_of_codes_are_within_their_range() -> None:
    assert all(len(book(name).entries) < SPARE_ROWS for name in ("item", "category", "sector"))


def test_the_instructions_are_in_both_languages(tmp_path: Path) -> None:
    write_template("steel", tmp_path / "a.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["说明"]
    assert "空白不等于零" in str(sheet["A6"].value)
    assert "Blank is not zero" in str(sheet["B6"].value)
