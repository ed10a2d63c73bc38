"""Small edits of XML that leave every other byte as it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from html import escape as _escape

Edit = tuple[int, int, bytes]
"""First byte, byte after the last, and what stands there instead."""

_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff\ud800-\udfff]")
_CODED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


class UnmarkableError(Exception):
    """A part that is not written as expected; the cells are then written anew."""


@dataclass(frozen=True, slots=True)
class Element:
    """Where an element stands."""

    start: int
    """Its first byte."""
    inner: int
    """First byte of its content; the end of its tag if it is empty."""
    inner_end: int
    """Byte after its content."""
    end: int
    """Byte after it."""
    prefix: bytes
    """Prefix of its name with the colon, or nothing."""
    tag: bytes
    """Its first tag."""


def elements(content: bytes, name: bytes, start: int = 0, end: int | None = None) -> Iterator[Element]:
    """Yield the elements of a name that does not nest."""
    pattern = re.compile(rb"<((?:[\w.-]+:)?)%s(?=[\s/>])[^<>]*>" % re.escape(name))
    stop = len(content) if end is None else end
    position = start
    while match := pattern.search(content, position, stop):
        if match[0].endswith(b"/>"):
            yield Element(match.start(), match.end(), match.end(), match.end(), match[1], match[0])
            position = match.end()
            continue
        close = b"</%s%s>" % (match[1], name)
        inner_end = content.find(close, match.end(), stop)
        if inner_end < 0:
            raise UnmarkableError(name)
        position = inner_end + len(close)
        yield Element(match.start(), match.end(), inner_end, position, match[1], match[0])


def element(content: bytes, name: bytes) -> Element:
    """Return the first element of a name.

    Raises
    ------
    UnmarkableError
        If there is none.
    """
    found = next(elements(content, name), None)
    if found is None:
        raise UnmarkableError(name)
    return found


def attribute(tag: bytes, name: bytes) -> bytes | None:
    """Return the value of an attribute of a tag, or None."""
    match = _attribute(name).search(tag)
    return None if match is None else match[1] or match[2] or b""


def with_attribute(tag: bytes, name: bytes, value: bytes) -> bytes:
    """Return a tag with an attribute set."""
    setting = b' %s="%s"' % (name, value)
    changed, count = _attribute(name).subn(lambda _: setting, tag, count=1)
    if count:
        return changed
    end = len(tag) - (2 if tag.endswith(b"/>") else 1)
    return tag[:end].rstrip() + setting + tag[end:]


def appended(content: bytes, parent: Element, children: bytes) -> Edit:
    """Return the edit that adds children at the end of an element, opening it if it is empty."""
    if not parent.tag.endswith(b"/>"):
        return parent.inner_end, parent.inner_end, children
    name = re.match(rb"<([\w.:-]+)", parent.tag)
    if name is None:
        raise UnmarkableError(parent.tag)
    return parent.start, parent.end, parent.tag[:-2].rstrip() + b">" + children + b"</%s>" % name[1]


def edited(content: bytes, edits: Iterable[Edit]) -> bytes:
    """Return content with edits applied; they must not overlap."""
    pieces: list[bytes] = []
    position = 0
    for start, end, replacement in sorted(edits, key=lambda edit: edit[:2]):
        pieces += [content[position:start], replacement]
        position = end
    return b"".join([*pieces, content[position:]])


def as_text(text: str) -> bytes:
    """Return text as the content of an element."""
    plain = _CODED.sub("_x005F_", _UNPRINTABLE.sub("\ufffd", text))
    return _escape(plain, quote=False).encode()


@cache
def _attribute(name: bytes) -> re.Pattern[bytes]:
    return re.compile(rb"""\s%s\s*=\s*(?:"([^"]*)"|'([^']*)')""" % re.escape(name))
