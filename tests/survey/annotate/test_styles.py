"""A marked style is the old one with another fill."""

from __future__ import annotations

import pytest

from carbonpath.survey.annotate.markup import UnmarkableError, attribute, element, elements
from carbonpath.survey.annotate.styles import FILLS, read_styles

PART = (
    b'<styleSheet xmlns="m"><fills count="2"><fill><patternFill patternType="none"/></fill>'
    b'<fill><patternFill patternType="gray125"/></fill></fills>'
    b'<cellStyleXfs count="1"><xf fillId="0"/></cellStyleXfs>'
    b'<cellXfs count="2"><xf numFmtId="0" fillId="0"/>'
    b'<xf numFmtId="10" fillId="1" applyProtection="1"><protection locked="0"/></xf></cellXfs>'
    b'<dxfs count="1"><dxf><fill/></dxf></dxfs></styleSheet>'
)


def test_format_and_protection_stay() -> None:
    styles = read_styles(PART)
    assert styles.marked(1, "error") == 2
    part = styles.written()
    listed = element(part, b"cellXfs")
    style = part[listed.inner : listed.inner_end].split(b"</xf>")[1]
    assert attribute(listed.tag, b"count") == b"3"
    assert (attribute(style, b"numFmtId"), attribute(style, b"fillId")) == (b"10", b"2")
    assert b'<protection locked="0"/>' in style
    fills = element(part, b"fills")
    assert attribute(fills.tag, b"count") == b"4"
    assert FILLS["error"].encode() in list(_contents(part, b"fills", b"fill"))[2]
    assert part.startswith(PART[:20])
    assert part.endswith(PART[-60:])


def test_the_same_mark_of_the_same_style_is_one_style() -> None:
    styles = read_styles(PART)
    asked = [styles.marked(0, "error"), styles.marked(0, "warning"), styles.marked(0, "error")]
    assert asked == [2, 3, 2]


def test_without_marks_nothing_changes() -> None:
    assert read_styles(PART).written() == PART


def test_marks_of_an_earlier_copy_are_known_again_and_taken_off() -> None:
    first = read_styles(PART)
    first.marked(1, "warning")
    second = read_styles(first.written())
    assert second.of_earlier_marks() == {2}
    plain = second.marked(2, None)
    assert attribute(list(_contents(second.written(), b"cellXfs", b"xf"))[plain], b"fillId") == b"0"
    assert read_styles(PART).of_earlier_marks() == set()


@pytest.mark.parametrize("part", [b"", b"<styleSheet/>"], ids=["no part", "no styles"])
def test_a_workbook_without_styles_is_not_edited(part: bytes) -> None:
    with pytest.raises(UnmarkableError):
        read_styles(part)


def test_a_style_that_is_not_there_is_not_guessed() -> None:
    with pytest.raises(UnmarkableError):
        read_styles(PART).marked(7, "error")


def _contents(part: bytes, parent: bytes, name: bytes) -> list[bytes]:
    found = element(part, parent)
    return [part[e.start : e.end] for e in elements(part, name, found.inner, found.inner_end)]
