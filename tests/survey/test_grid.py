"""Cells and their names."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbonpath.survey.grid import Grid, Range, Special, as_message, cell_name, column_number, from_message, shown


@pytest.mark.parametrize(("column", "name"), [(0, "A1"), (25, "Z1"), (26, "AA1"), (701, "ZZ1"), (16383, "XFD1")])
def test_columns_are_named_as_in_excel(column: int, name: str) -> None:
    assert cell_name(0, column) == name


@given(st.integers(0, 20_000))
def test_letters_and_numbers_of_columns_agree(column: int) -> None:
    assert column_number(cell_name(0, column)[:-1]) == column


def test_a_sheet_survives_the_pipe() -> None:
    percent = Special("percent", "12.5%", 0.125)
    sheet = Grid("甲", [[None, "x", 1.5, True, percent]], False, (Range(0, 0, 1, 0),), (0,))
    assert from_message(json.loads(json.dumps(as_message(sheet)))) == sheet


def test_a_place_names_sheet_and_cell() -> None:
    assert Grid("燃料与能源", [[]]).place(6, 3) == "燃料与能源!D7"
    assert Range(5, 0, 7, 0).name == "A6:A8"


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, ""),
        (12.0, "12"),
        (0.1, "0.1"),
        (True, "TRUE"),
        ("吨", "吨"),
        (Special("date", "2020-01-02"), "2020-01-02"),
    ],
    ids=["blank", "whole number", "fraction", "true", "text", "date"],
)
def test_cells_are_shown_as_the_person_sees_them(cell: object, text: str) -> None:
    assert shown(cell) == text  # type: ignore[arg-type]
