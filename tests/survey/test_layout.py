"""Headers are recognised in both languages."""

from __future__ import annotations

import pytest

from carbonpath.survey.layout import columns, fields, recognised, sheets


@pytest.mark.parametrize(
    "text",
    ["数量", "Quantity", "数量 Quantity", "数量(Quantity)", "数量\nQuantity", "消耗量", "QUANTITY", "数　量", "数量："],
)
def test_one_column_has_many_headers(text: str) -> None:
    assert recognised("column", text) == "quantity"


@pytest.mark.parametrize(
    "text", ["数量 Unit", "某列", "", "Quantity of what"], ids=["mixed", "unknown", "blank", "longer"]
)
def test_other_headers_are_not_guessed(text: str) -> None:
    assert recognised("column", text) is None


def test_sheets_use_known_columns() -> None:
    assert all(column in columns() for sheet in sheets().values() for column in (*sheet.columns, *sheet.needs))


def test_fields_of_a_firm_are_recognised() -> None:
    assert recognised("field", "统一社会信用代码：") == "credit_code"
    assert fields()["firm"].need
