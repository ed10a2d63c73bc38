"""Edits change what they are meant to and no other byte."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbonpath.survey.annotate.markup import (
    UnmarkableError,
    appended,
    as_text,
    attribute,
    edited,
    element,
    elements,
    with_attribute,
)


@pytest.mark.parametrize("tag", [b'<c r="A1" s="3"/>', b"<c  s='3' r='A1'>", b'<x:c r="A1" s = "3" t="s">'])
def test_an_attribute_is_found_and_replaced_however_it_is_quoted(tag: bytes) -> None:
    assert attribute(tag, b"s") == b"3"
    assert attribute(with_attribute(tag, b"s", b"12"), b"s") == b"12"
    assert attribute(with_attribute(tag, b"s", b"12"), b"r") == b"A1"


def test_an_attribute_is_added_before_the_end_of_the_tag() -> None:
    assert with_attribute(b'<c r="A1"/>', b"s", b"1") == b'<c r="A1" s="1"/>'
    assert with_attribute(b"<c>", b"s", b"1") == b'<c s="1">'


def test_a_longer_name_is_another_element() -> None:
    content = b"<rows/><row r='1'/><row r='2'>x</row>"
    assert [attribute(row.tag, b"r") for row in elements(content, b"row")] == [b"1", b"2"]


def test_a_prefix_belongs_to_the_name() -> None:
    found = element(b"<x:a><x:b>t</x:b></x:a>", b"b")
    assert (found.prefix, found.inner_end - found.inner) == (b"x:", 1)


@pytest.mark.parametrize("content", [b"<a/>", b"<b>without its end"], ids=["not there", "not closed"])
def test_what_is_not_as_expected_is_said(content: bytes) -> None:
    with pytest.raises(UnmarkableError):
        element(content, b"b")


@pytest.mark.parametrize(
    ("content", "result"), [(b"<a><b/></a>", b"<a><b/><c/></a>"), (b'<x:a n="1"/>', b'<x:a n="1"><c/></x:a>')]
)
def test_children_are_added_at_the_end(content: bytes, result: bytes) -> None:
    assert edited(content, [appended(content, element(content, b"a"), b"<c/>")]) == result


def test_text_cannot_break_out_of_its_element() -> None:
    assert as_text("<t> & \x00\x1b ]]>") == "&lt;t&gt; &amp; \ufffd\ufffd ]]&gt;".encode()
    assert as_text("_x0041_") == b"_x005F_x0041_"


@given(content=st.binary(max_size=30), cut=st.integers(0, 30), new=st.binary(max_size=5))
def test_all_other_bytes_stay(content: bytes, cut: int, new: bytes) -> None:
    place = min(cut, len(content))
    assert edited(content, [(place, place, new)]) == content[:place] + new + content[place:]
