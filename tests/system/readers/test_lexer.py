"""Splitting a data section into statements."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbonpath.core.errors import DataError
from carbonpath.system.readers.lexer import split_statements, unquoted


def words(text: str) -> list[list[str]]:
    return [statement.words for statement in split_statements(text, "file.txt")]


def test_statements_end_with_a_semicolon_wherever_the_line_ends() -> None:
    assert words("set A := x y ; set B\n:= z;") == [["set", "A", ":=", "x", "y"], ["set", "B", ":=", "z"]]


def test_comments_say_nothing() -> None:
    text = "# set A := x ;\nset B := y ; # and so on;\n/* set C := z ;\n */ set D := u ;"

    assert words(text) == [["set", "B", ":=", "y"], ["set", "D", ":=", "u"]]


def test_signs_are_words_without_blanks_around_them() -> None:
    assert words("param P default 0:=[a,*,*]:1 2:=b 3 4;") == [
        ["param", "P", "default", "0", ":=", "[", "a", ",", "*", ",", "*", "]", ":", "1", "2", ":=", "b", "3", "4"]
    ]


def test_a_quoted_name_may_hold_signs_and_a_number_sign() -> None:
    (found,) = words("set A := 'a; # b' \"c d\" ;")

    assert unquoted(found) == ["set", "A", ":=", "a; # b", "c d"]


def test_each_word_knows_its_line() -> None:
    (statement,) = split_statements("\n\nset A :=\nx\n/* two\nlines */ y ;", "file.txt")

    assert statement.lines == [3, 3, 3, 4, 6]


def test_a_statement_without_its_end_is_told_with_its_line() -> None:
    with pytest.raises(DataError) as error:
        words("set A := x ;\nparam P := 3\n")

    assert [(problem.code, problem.place) for problem in error.value.problems] == [("CP-317", "line 2")]


@given(st.lists(st.text(alphabet="abc123._-", min_size=1), min_size=1))
def test_words_come_back_as_they_were_written(names: list[str]) -> None:
    assert words(" ".join(names) + " ;") == [names]
