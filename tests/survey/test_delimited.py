"""Text files: four encodings, two separators, no ragged rows."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbonpath.core.errors import DataError
from carbonpath.survey.delimited import read_delimited

TEXT = "企业,品种,数量\nF01,㐀䶵煤,1\n\nNA,null,2\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_every_usual_encoding_is_read_and_named(encoding: str) -> None:
    grid, read_as = read_delimited(TEXT.encode(encoding), "a.csv")
    assert read_as == encoding
    assert grid.rows[0] == ["企业", "品种", "数量"]
    assert grid.rows[1] == ["F01", "㐀䶵煤", "1"]


def test_words_that_look_like_nothing_stay_words() -> None:
    grid, _ = read_delimited(TEXT.encode(), "a.csv")
    assert grid.rows[3] == ["NA", "null", "2"]


def test_a_blank_row_keeps_the_numbers_of_the_rows_below() -> None:
    grid, _ = read_delimited(TEXT.encode(), "a.csv")
    assert grid.rows[2] == [None, None, None]
    assert len(grid.rows) == 4


def test_tabs_separate_too() -> None:
    grid, _ = read_delimited("a\tb\n1,5\t2\n".encode("utf-16"), "a.txt")
    assert grid.rows[1] == ["1,5", "2"]


def test_all_ragged_rows_are_named() -> None:
    with pytest.raises(DataError) as caught:
        read_delimited(b"a,b,c\n1,2\n1,2,3\n1,2,3,4\n", "a.csv")
    assert [(p.code, p.place, p.value) for p in caught.value.problems] == [
        ("CP-240", "CSV!2:2", "2"),
        ("CP-240", "CSV!4:4", "4"),
    ]


@pytest.mark.parametrize("text", ["a;b;c\n1,5;2;3\n", "sep=;\na;b\n", "SEP=,\na,b\n"], ids=["semicolons", "sep", "SEP"])
def test_other_separators_are_refused_not_guessed(text: str) -> None:
    with pytest.raises(DataError, match="CP-241"):
        read_delimited(text.encode(), "a.csv")


@pytest.mark.parametrize(
    ("content", "place"),
    [(b'a,b\n1,2\n"3,4\n5,6\n', "CSV!3:3"), (b"a,b\n1,\x002\n", "CSV!2:2")],
    ids=["unclosed quotation mark", "NUL"],
)
def test_broken_text_names_its_row(content: bytes, place: str) -> None:
    with pytest.raises(DataError) as caught:
        read_delimited(content, "a.csv")
    assert [(p.code, p.place) for p in caught.value.problems] == [("CP-242", place)]


def test_unknown_encodings_are_refused() -> None:
    with pytest.raises(DataError, match="CP-243"):
        read_delimited(b"a,b\n\xff\xff,1\n", "a.csv")


def test_too_many_columns_are_refused() -> None:
    with pytest.raises(DataError, match="CP-237"):
        read_delimited(b",".join([b"a"] * 300), "a.csv")


@given(st.binary(min_size=1, max_size=200))
def test_no_bytes_break_the_reader(content: bytes) -> None:
    with contextlib.suppress(DataError):
        grid, _ = read_delimited(content, "a.csv")
        assert len({len(row) for row in grid.rows}) == 1
