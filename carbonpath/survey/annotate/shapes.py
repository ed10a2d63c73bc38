"""Boxes in which spreadsheets show notes: drawings in the old markup language that they still ask for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from carbonpath.survey.annotate.marks import Cell
from carbonpath.survey.annotate.markup import Edit, UnmarkableError, edited, elements
from carbonpath.survey.grid import cell_name

EMPTY = (
    b'<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    b'xmlns:x="urn:schemas-microsoft-com:office:excel">'
    b'<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data=""/></o:shapelayout></xml>'
)
"""A drawing without boxes."""

_KIND = (
    '<{v}:shapetype id="_x0000_t202" coordsize="21600,21600" {o}:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<{v}:stroke joinstyle="miter"/><{v}:path gradientshapeok="t" {o}:connecttype="rect"/></{v}:shapetype>'
)
_BOX = (
    '<{v}:shape id="_x0000_s{identity}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:10pt;'
    'width:240pt;height:110pt;z-index:{order};visibility:hidden" fillcolor="#ffffe1" {o}:insetmode="auto">'
    '<{v}:fill color2="#ffffe1"/><{v}:shadow on="t" color="black" obscured="t"/><{v}:path {o}:connecttype="none"/>'
    '<{v}:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></{v}:textbox>'
    '<{x}:ClientData ObjectType="Note"><{x}:MoveWithCells/><{x}:SizeWithCells/>'
    "<{x}:Anchor>{left}, 15, {top}, 10, {right}, 15, {bottom}, 4</{x}:Anchor><{x}:AutoFill>False</{x}:AutoFill>"
    "<{x}:Row>{row}</{x}:Row><{x}:Column>{column}</{x}:Column></{x}:ClientData></{v}:shape>"
)
_CLUSTER = 1024
_MAP = re.compile(rb"""(<(?:\w+:)?idmap\b[^>]*\bdata\s*=\s*["'])([0-9, ]*)(["'])""")
_NAMES = {"v": "vml", "o": "office:office", "x": "office:excel"}


def clusters(part: bytes) -> set[int]:
    """Return the clusters of numbers that a drawing has reserved for its boxes."""
    return {int(number) for match in _MAP.finditer(part) for number in match[2].split(b",") if number.strip()}


def without_boxes(part: bytes, cells: Sequence[str]) -> bytes:
    """Return the drawing without the boxes of notes that are gone."""
    gone = set(cells)
    edits: list[Edit] = []
    for shape in elements(part, b"shape"):
        content = part[shape.start : shape.end]
        row, column = (re.search(rb"<(?:\w+:)?%s>(\d+)<" % name, content) for name in (b"Row", b"Column"))
        if b'ObjectType="Note"' in content and row and column and cell_name(int(row[1]), int(column[1])) in gone:
            edits.append((shape.start, shape.end, b""))
    return edited(part, edits)


def with_boxes(part: bytes, cells: Sequence[Cell], cluster: int) -> bytes:
    """Return the drawing with a box for each cell, numbered in a cluster that no drawing has.

    Raises
    ------
    UnmarkableError
        If the drawing is not written as expected.
    """
    found, end = _MAP.search(part), part.rfind(b"</xml>")
    if found is None or end < 0:
        raise UnmarkableError("an unusual drawing")
    names = {key: _prefix(part, name) for key, name in _NAMES.items()}
    kind = "" if b'id="_x0000_t202"' in part else _KIND.format(**names)
    first = cluster * _CLUSTER
    boxes = [_box(first + number, number, cell, names) for number, cell in enumerate(cells, start=1)]
    reserved = b",".join(filter(None, (found[2].strip(), str(cluster).encode())))
    added = "".join([kind, *boxes]).encode()
    return edited(part, [(found.start(2), found.end(2), reserved), (end, end, added)])


def _prefix(part: bytes, name: str) -> str:
    found = re.search(rb"""xmlns:(\w+)\s*=\s*["']urn:schemas-microsoft-com:%s["']""" % name.encode(), part)
    if found is None:
        raise UnmarkableError("an unusual drawing")
    return found[1].decode()


def _box(identity: int, order: int, cell: Cell, names: Mapping[str, str]) -> str:
    row, column = cell
    top = max(row - 1, 0)
    places = {"left": column + 1, "top": top, "right": column + 5, "bottom": top + 8}
    return _BOX.format(identity=identity, order=order, row=row, column=column, **places, **names)
