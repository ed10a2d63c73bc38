"""Splitting a GNU MathProg data section into statements of words, each with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from carbonpath.core.errors import DataError
from carbonpath.core.problems import Problem

WORD = re.compile(r"""'(?:[^']|'')*'|"(?:[^"]|"")*"|:=|[:;,\[\]()*]|[^\s:;,\[\]()*'"#]+""")
NOT_PLAIN = re.compile(r"""[:;,\[\]()*'"#]""")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
QUOTED = re.compile(r"""'(?:[^']|'')*'|"(?:[^"]|"")*"|#.*""")


@dataclass(frozen=True, slots=True)
class Statement:
    """The words of one statement, without its semicolon."""

    words: list[str]
    """Words and signs."""
    lines: list[int]
    """Line of each word, counted from 1."""


def split_statements(text: str, file: str) -> Iterator[Statement]:
    """Return the statements of a data section.

    Raises
    ------
    DataError
        CP-317 if the last statement has no semicolon.
    """
    words, lines = _words(text)
    start = 0
    for end in (position for position, word in enumerate(words) if word == ";"):
        if end > start:
            yield Statement(words[start:end], lines[start:end])
        start = end + 1
    if words[start:] not in ([], ["end"]):
        raise DataError(Problem("CP-317", file, f"line {lines[start]}", words[start], {"reason": "no semicolon"}))


def unquoted(words: list[str]) -> list[str]:
    """Return words without the quotation marks around them."""
    return [word[1:-1] if word[:1] in ("'", '"') else word for word in words]


def _words(text: str) -> tuple[list[str], list[int]]:
    if "/*" in text:
        text = COMMENT.sub(lambda comment: "\n" * comment.group().count("\n"), text)
    words: list[str] = []
    lines: list[int] = []
    for number, line in enumerate(text.split("\n"), 1):
        found = WORD.findall(_without_comment(line)) if NOT_PLAIN.search(line) else line.split()
        words += found
        lines += [number] * len(found)
    return words, lines


def _without_comment(line: str) -> str:
    """Return `line` up to a number sign that is not within quotation marks."""
    if "#" not in line:
        return line
    comment = next((part for part in QUOTED.finditer(line) if part.group().startswith("#")), None)
    return line if comment is None else line[: comment.start()]
