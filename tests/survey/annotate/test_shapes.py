"""Each note has a box; numbers of boxes never collide."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest

from carbonpath.survey.annotate.markup import UnmarkableError
from carbonpath.survey.annotate.shapes import EMPTY, clusters, with_boxes, without_boxes


def places(part: bytes) -> list[tuple[int, int]]:
    rows, columns = (re.findall(rb"<\w+:%s>(\d+)<" % name, part) for name in (b"Row", b"Column"))
    return [(int(row), int(column)) for row, column in zip(rows, columns, strict=True)]


def test_a_first_box() -> None:
    part = with_boxes(EMPTY, [(6, 3)], 1)
    ET.fromstring(part)
    assert places(part) == [(6, 3)]
    assert b'id="_x0000_s1025"' in part
    assert clusters(part) == {1}


def test_further_boxes_are_numbered_apart_and_share_their_kind() -> None:
    part = with_boxes(with_boxes(EMPTY, [(6, 3), (0, 0)], 1), [(7, 3)], 4)
    assert clusters(part) == {1, 4}
    assert re.findall(rb'<v:shape id="_x0000_s(\d+)"', part) == [b"1025", b"1026", b"4097"]
    assert part.count(b"<v:shapetype") == 1


def test_boxes_of_notes_that_are_gone_go_too() -> None:
    part = with_boxes(EMPTY, [(6, 3), (7, 3)], 1)
    assert places(without_boxes(part, ["D7"])) == [(7, 3)]


def test_other_prefixes_are_kept() -> None:
    odd = EMPTY.replace(b"v:", b"ns1:").replace(b":v=", b":ns1=").replace(b"o:", b"ns0:").replace(b":o=", b":ns0=")
    part = with_boxes(odd, [(6, 3)], 1)
    ET.fromstring(part)
    assert b"<ns1:shape " in part


@pytest.mark.parametrize("part", [b"<xml/>", EMPTY.replace(b"microsoft", b"other")], ids=["no map", "other names"])
def test_an_unusual_drawing_is_not_edited(part: bytes) -> None:
    with pytest.raises(UnmarkableError):
        with_boxes(part, [(0, 0)], 1)
