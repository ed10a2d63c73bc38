"""Every problem finds a cell that tells it."""

from __future__ import annotations

import json

import pytest

from carbonpath.core.problems import Problem
from carbonpath.survey.annotate.marks import NOTES, as_message, from_message, sheet_marks
from carbonpath.survey.grid import Grid

COVER = Grid("封面", [["年报"]])
DATA = Grid("燃料", [[None, "品种", "数量"], [None, "烟煤", 5.0], [None, None, None], [None, "焦炭", "x"]])


@pytest.mark.parametrize(
    ("place", "sheet", "cells"),
    [
        ("燃料!C2", "燃料", [(1, 2)]),
        ("燃料!B2:C3", "燃料", [(1, 1), (1, 2), (2, 1), (2, 2)]),
        ("燃料!4:4", "燃料", [(3, 1)]),
        ("燃料!9:9", "燃料", [(8, 0)]),
        ("燃料!C:C", "燃料", [(0, 2)]),
        ("燃料", "燃料", [(0, 0)]),
        ("", "封面", [(0, 0)]),
    ],
    ids=["cell", "range", "row", "row beyond", "column", "sheet", "file"],
)
def test_a_place_names_cells(place: str, sheet: str, cells: list[tuple[int, int]]) -> None:
    marks = sheet_marks([Problem("CP-261", "a.xlsx", place)], [COVER, DATA], "en")
    assert list(marks) == [sheet]
    assert list(marks[sheet].cells) == cells
    assert list(marks[sheet].notes) == cells[:1]


def test_a_sheet_may_have_an_exclamation_mark() -> None:
    odd = Grid("a!b", [[1.0]])
    assert list(sheet_marks([Problem("CP-261", place="a!b!A1")], [COVER, odd], "en")) == ["a!b"]


def test_an_error_outweighs_a_warning_and_both_are_told() -> None:
    problems = [Problem("CP-254", place="燃料!C2", severity="warning"), Problem("CP-268", place="燃料!C2", value="-3")]
    for order in (problems, problems[::-1]):
        marks = sheet_marks(order, [DATA], "zh")["燃料"]
        assert marks.cells == {(1, 2): "error"}
        assert all(code in marks.notes[1, 2] for code in ("CP-254", "CP-268"))
        assert "不应为负" in marks.notes[1, 2]


def test_a_cell_with_many_problems_counts_the_rest() -> None:
    (note,) = sheet_marks([Problem("CP-261", place="燃料!A1")] * 25, [DATA], "en")["燃料"].notes.values()
    assert note.endswith("And 5 more.")


def test_notes_have_an_end_but_colours_do_not() -> None:
    problems = [Problem("CP-261", place=f"燃料!A{row}") for row in range(1, NOTES + 101)]
    marks = sheet_marks(problems, [DATA], "en")["燃料"]
    assert (len(marks.cells), len(marks.notes)) == (NOTES + 100, NOTES)


def test_marks_survive_the_pipe() -> None:
    problems = [Problem("CP-261", place="燃料!C2"), Problem("CP-254", place="封面!A1", severity="warning")]
    marks = sheet_marks(problems, [COVER, DATA], "zh")
    assert from_message(json.loads(json.dumps(as_message(marks)))) == marks
