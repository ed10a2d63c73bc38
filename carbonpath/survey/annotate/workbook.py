"""A workbook with marked cells, made by editing the parts of the one that came."""

from __future__ import annotations

import re
from collections.abc import Mapping

from carbonpath.survey.annotate import notes, shapes
from carbonpath.survey.annotate.cells import cell_styles, restyled, with_styles
from carbonpath.survey.annotate.marks import Cell, SheetMarks
from carbonpath.survey.annotate.markup import UnmarkableError, edited, element, elements
from carbonpath.survey.annotate.package import Package, require_usual
from carbonpath.survey.annotate.styles import Styles, read_styles
from carbonpath.survey.grid import cell_name

STYLES = "xl/styles.xml"
"""Part of the styles."""

_AFTER_BOXES = frozenset(
    name.encode()
    for name in "legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst".split()
)
_TAG = re.compile(rb"<(/?)(?:[\w.-]+:)?([\w.-]+)[^<>]*?(/?)>")


def marked_workbook(package: Package, paths: Mapping[str, str], marks: Mapping[str, SheetMarks]) -> bytes:
    """Return the file with marks on its cells, and without the marks of an earlier copy.

    Parameters
    ----------
    package
        The workbook.
    paths
        Part of each sheet by its name.
    marks
        Marks of each sheet by its name.

    Raises
    ------
    UnmarkableError
        If a part is not written as expected.
    """
    styles = read_styles(package.parts.get(STYLES, b""))
    earlier = {style: styles.marked(style, None) for style in sorted(styles.of_earlier_marks())}
    for sheet, path in paths.items():
        found = marks.get(sheet, SheetMarks())
        if found.cells or earlier:
            require_usual(package.parts.get(path, b""))
            package.parts[path] = _coloured(package.parts[path], styles, found, earlier)
        _set_notes(package, path, found.notes)
    package.parts[STYLES] = styles.written()
    return package.written()


def _coloured(part: bytes, styles: Styles, marks: SheetMarks, earlier: Mapping[int, int]) -> bytes:
    plain = restyled(part, earlier)
    before = cell_styles(plain, marks.cells)
    return with_styles(plain, {cell: styles.marked(before[cell], kind) for cell, kind in marks.cells.items()})


def _set_notes(package: Package, path: str, wanted: Mapping[Cell, str]) -> None:
    texts, boxes = package.related(path, "comments"), package.related(path, "vmlDrawing")
    gone: list[str] = []
    if texts is not None:
        package.parts[texts], gone = notes.without_ours(package.parts[texts])
    if boxes is not None and gone:
        package.parts[boxes] = shapes.without_boxes(package.parts[boxes], gone)
    if not wanted:
        return
    if texts is None:
        texts = package.add_notes(notes.EMPTY)
        package.relate(path, "comments", texts)
    threads = package.parts.get(package.related(path, "threadedComment") or "", b"")
    placed = _beside(wanted, notes.threaded_cells(threads))
    package.parts[texts], new = notes.with_notes(package.parts[texts], placed)
    cluster = 1 + max(
        (n for name, p in package.parts.items() if name.endswith(".vml") for n in shapes.clusters(p)), default=0
    )
    if boxes is None:
        boxes = package.add_boxes(shapes.EMPTY)
        name = package.relate(path, "vmlDrawing", boxes)
        package.parts[path] = _with_boxes(package.parts[path], name)
    package.parts[boxes] = shapes.with_boxes(package.parts[boxes], new, cluster)


def _beside(wanted: Mapping[Cell, str], taken: set[str]) -> dict[Cell, str]:
    """Return notes with those of cells that hold a conversation moved to the next cell on the right."""
    placed: dict[Cell, str] = {}
    for (row, column), told in wanted.items():
        free = column
        while cell_name(row, free) in taken:
            free += 1
        placed[row, free] = "\n\n".join(filter(None, (placed.get((row, free), ""), told)))
    return placed


def _with_boxes(part: bytes, name: str) -> bytes:
    """Return a sheet that points at its boxes, at the place where the order of its elements wants that."""
    if next(elements(part, b"legacyDrawing"), None) is not None:
        raise UnmarkableError("boxes without their drawing")
    data = element(part, b"sheetData")
    place, depth = None, 0
    for match in _TAG.finditer(part, data.end):
        if depth == 0 and (match[2] in _AFTER_BOXES or match[1]):
            place = match.start()
            break
        depth += 0 if match[3] else (-1 if match[1] else 1)
    if place is None:
        raise UnmarkableError("a sheet without its end")
    relation = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    pointer = b'<%slegacyDrawing xmlns:r="%s" r:id="%s"/>' % (data.prefix, relation, name.encode())
    return edited(part, [(place, place, pointer)])
