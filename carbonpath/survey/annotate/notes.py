"""Notes on cells: the texts, beside those that the sheet has already."""

from __future__ import annotations

import re
from collections.abc import Mapping

from carbonpath.survey.annotate.marks import SIGN, Cell
from carbonpath.survey.annotate.markup import (
    Edit,
    Element,
    appended,
    as_text,
    attribute,
    edited,
    element,
    elements,
)
from carbonpath.survey.grid import cell_name

EMPTY = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    b"<authors/><commentList/></comments>"
)
"""A part without notes."""

_THREAD = re.compile(rb"<(?:[\w.-]+:)?threadedComment\s[^<>]*>")


def without_ours(part: bytes) -> tuple[bytes, list[str]]:
    """Return the notes without those of an earlier copy, and the cells whose notes are gone."""
    edits: list[Edit] = []
    gone = []
    for note in elements(part, b"comment"):
        runs = [run for run in elements(part, b"r", note.inner, note.inner_end) if _is_ours(part[run.start : run.end])]
        others = re.sub(rb"<[^>]*>", b"", _without(part, note, runs)).strip()
        if runs and not others:
            edits.append((note.start, note.end, b""))
            gone.append((attribute(note.tag, b"ref") or b"").decode())
        else:
            edits += [(run.start, run.end, b"") for run in runs]
    return edited(part, edits), gone


def with_notes(part: bytes, notes: Mapping[Cell, str]) -> tuple[bytes, list[Cell]]:
    """Return the notes with more of them, and the cells that had none: those still need a box.

    A cell that has a note already gets ours above it.
    """
    known = {(attribute(note.tag, b"ref") or b"").decode(): note for note in elements(part, b"comment")}
    authors, listed = element(part, b"authors"), element(part, b"commentList")
    number = sum(1 for _ in elements(part, b"author", authors.inner, authors.inner_end))
    edits = [appended(part, authors, b"<%sauthor>%s</%sauthor>" % (authors.prefix, SIGN.encode(), authors.prefix))]
    new: list[Cell] = []
    added = []
    for cell, told in notes.items():
        name, p = cell_name(*cell), listed.prefix
        if name in known:
            edits.append(_above(part, known[name], told))
            continue
        new.append(cell)
        run = _run(p, told)
        fields = (p, name.encode(), number, p, run, p, p)
        added.append(b'<%scomment ref="%s" authorId="%d"><%stext>%s</%stext></%scomment>' % fields)
    return edited(part, [*edits, appended(part, listed, b"".join(added))]), new


def threaded_cells(part: bytes) -> set[str]:
    """Return the cells with a conversation, whose notes spreadsheets do not show."""
    return {(attribute(match[0], b"ref") or b"").decode() for match in _THREAD.finditer(part)}


def _above(part: bytes, note: Element, told: str) -> Edit:
    body = next(elements(part, b"text", note.inner, note.inner_end))
    plain = next(elements(part, b"t", body.inner, body.inner_end), None)
    run = _run(note.prefix, f"{told}\n\n")
    if plain is None or part.find(b"<", body.inner) != plain.start:
        return body.inner, body.inner, run
    wrapped = b"<%sr>%s</%sr>" % (note.prefix, part[plain.start : plain.end], note.prefix)
    return plain.start, plain.end, run + wrapped


def _run(prefix: bytes, told: str) -> bytes:
    fields = (prefix, prefix, prefix, prefix, prefix, as_text(f"[{SIGN}] {told}"), prefix, prefix)
    return b'<%sr><%srPr><%ssz val="9"/></%srPr><%st xml:space="preserve">%s</%st></%sr>' % fields


def _is_ours(run: bytes) -> bool:
    return re.sub(rb"<[^>]*>", b"", run).lstrip().startswith(b"[%s] " % SIGN.encode())


def _without(part: bytes, note: Element, runs: list[Element]) -> bytes:
    edits = [(run.start - note.inner, run.end - note.inner, b"") for run in runs]
    return edited(part[note.inner : note.inner_end], edits)
