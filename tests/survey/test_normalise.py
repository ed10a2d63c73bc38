"""A number is a number, or the reason why it is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbonpath.survey.grid import Cell, Special
from carbonpath.survey.normalise import clean_text, is_changed, read_number

NUMBERS: dict[str, tuple[Cell, str, float]] = {
    "a number": (12.5, "t", 12.5),
    "zero": (0.0, "t", 0.0),
    "text of digits": ("12.5", "t", 12.5),
    "full-width digits": ("１２．５", "t", 12.5),
    "thousands": ("1,234,567.5", "t", 1234567.5),
    "full-width comma": ("1，234.5", "t", 1234.5),
    "blanks around": (" 12.5\u3000", "t", 12.5),
    "exponent": ("1.5e3", "t", 1500.0),
    "true minus sign": ("−5", "t", -5.0),
    "percent shown, unit percent": (Special("percent", "12.5%", 0.125), "%", 12.5),
    "percent written, unit percent": ("12.5%", "%", 12.5),
    "percent that is no exact fraction": (Special("percent", "7%", 0.07), "％", 7.0),
}

REFUSED: dict[str, tuple[Cell, str]] = {
    "blank": (None, "CP-261"),
    "with its unit": ("12.5万吨", "CP-260"),
    "about": ("约12", "CP-260"),
    "range": ("12~15", "CP-260"),
    "range with a dash": ("12-15", "CP-260"),
    "brackets of bookkeepers": ("(500)", "CP-260"),
    "dash is not zero": ("—", "CP-260"),
    "none is not zero": ("无", "CP-260"),
    "decimal comma": ("1,5", "CP-260"),
    "thousands astray": ("12,34", "CP-260"),
    "two points": ("1.2.3", "CP-260"),
    "hexadecimal": ("0x10", "CP-260"),
    "underscore": ("1_000", "CP-260"),
    "overflow": ("1E+400", "CP-265"),
    "infinity as text": ("inf", "CP-265"),
    "not a number as text": ("NaN", "CP-265"),
    "infinity": (float("inf"), "CP-265"),
    "true": (True, "CP-264"),
    "true as text": ("TRUE", "CP-264"),
    "division by zero": (Special("error", "#DIV/0!"), "CP-262"),
    "formula without result": (Special("formula", "=A1"), "CP-944"),
    "error as text": ("#N/A", "CP-262"),
    "date": (Special("date", "2020-01-02"), "CP-263"),
    "percent shown, unit t": (Special("percent", "12.5%", 0.125), "CP-266"),
    "percent written, unit t": ("12.5%", "CP-266"),
}


@pytest.mark.parametrize(("cell", "unit", "value"), NUMBERS.values(), ids=NUMBERS.keys())
def test_numbers_are_read(cell: Cell, unit: str, value: float) -> None:
    assert read_number(cell, unit).value == value


@pytest.mark.parametrize(("cell", "code"), REFUSED.values(), ids=REFUSED.keys())
def test_what_is_no_number_says_why(cell: Cell, code: str) -> None:
    reading = read_number(cell, "t")
    assert (reading.value, reading.problem) == (None, code)


@pytest.mark.parametrize("text", ["不适用", "not applicable", "Not Applicable "])
def test_a_firm_can_say_that_a_row_does_not_apply(text: str) -> None:
    assert read_number(text, "t").not_applicable


@pytest.mark.parametrize(("text", "changed"), [("12.5", False), ("１２．５", True), ("1,234", True)])
def test_normalised_numbers_say_so(text: str, changed: bool) -> None:
    assert read_number(text, "t").changed is changed


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_every_finite_number_is_itself(value: float) -> None:
    assert read_number(value, "t").value == value
    assert read_number(repr(value), "t").value == value


@given(st.text())
def test_every_text_is_a_finite_number_or_a_reason(text: str) -> None:
    reading = read_number(text, "t")
    assert (reading.value is not None) + bool(reading.problem) + reading.not_applicable == 1


def test_look_alikes_become_ordinary_characters() -> None:
    assert clean_text(" ⽕\n电 ＣＯ２ ") == "火 电 CO2"
    assert is_changed("⽕电")
    assert not is_changed(" 火电 ")


def test_a_whole_number_in_a_text_column_is_its_digits() -> None:
    assert clean_text(7.0) == "7"
    assert clean_text(7.5) == ""
