"""Notes join those of the sheet, and leave no trace when they are taken off."""

from __future__ import annotations

from carbonpath.survey.annotate.markup import attribute, elements
from carbonpath.survey.annotate.notes import EMPTY, threaded_cells, with_notes, without_ours

THEIRS = EMPTY.replace(b"<authors/>", b"<authors><author>X</author></authors>").replace(
    b"<commentList/>",
    b'<commentList><comment ref="D7" authorId="0"><text><t>ask Li</t></text></comment></commentList>',
)


def texts(part: bytes) -> dict[str, str]:
    found = {}
    for note in elements(part, b"comment"):
        runs = [part[t.inner : t.inner_end] for t in elements(part, b"t", note.inner, note.inner_end)]
        found[(attribute(note.tag, b"ref") or b"").decode()] = b"".join(runs).decode()
    return found


def test_a_first_note() -> None:
    part, new = with_notes(EMPTY, {(6, 3): "too <large>"})
    assert texts(part) == {"D7": "[carbonpath] too &lt;large&gt;"}
    assert new == [(6, 3)]
    assert b"<author>carbonpath</author>" in part


def test_ours_stands_above_theirs() -> None:
    part, new = with_notes(THEIRS, {(6, 3): "negative", (7, 3): "blank"})
    assert texts(part) == {"D7": "[carbonpath] negative\n\nask Li", "D8": "[carbonpath] blank"}
    assert new == [(7, 3)]
    assert b'ref="D8" authorId="1"' in part


def test_ours_are_taken_off_and_theirs_stay() -> None:
    part, _ = with_notes(THEIRS, {(6, 3): "negative", (7, 3): "blank"})
    plain, gone = without_ours(part)
    assert texts(plain) == {"D7": "ask Li"}
    assert gone == ["D8"]


def test_a_note_of_several_runs_keeps_them() -> None:
    runs = THEIRS.replace(b"<t>ask Li</t>", b"<r><t>ask </t></r><r><t>Li</t></r>")
    part, _ = with_notes(runs, {(6, 3): "negative"})
    assert texts(part) == {"D7": "[carbonpath] negative\n\nask Li"}


def test_cells_with_a_conversation_are_known() -> None:
    assert threaded_cells(b'<ThreadedComments><threadedComment ref="B2" id="x"/></ThreadedComments>') == {"B2"}
