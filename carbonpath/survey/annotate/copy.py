"""Making the marked copy of a file in the process that opens strangers' files, and checking it there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from carbonpath.survey.annotate.marks import Cell, SheetMarks
from carbonpath.survey.annotate.markup import UnmarkableError
from carbonpath.survey.annotate.package import Package
from carbonpath.survey.annotate.workbook import marked_workbook
from carbonpath.survey.archive import unpack
from carbonpath.survey.grid import Cell as Content
from carbonpath.survey.grid import Grid
from carbonpath.survey.sheet_scan import sheet_paths


def marked_copy(content: bytes, name: str, marks: Mapping[str, SheetMarks]) -> bytes:
    """Return a workbook with marks on its cells.

    Raises
    ------
    UnmarkableError
        If its parts are not written as expected.
    CarbonpathError
        As `carbonpath.survey.archive.unpack`.
    """
    parts = unpack(content, name)
    return marked_workbook(Package(content, parts), sheet_paths(parts), marks)


def require_same(before: Sequence[Grid], after: Sequence[Grid]) -> None:
    """Refuse a copy whose cells are not those of the file.

    Raises
    ------
    UnmarkableError
        If a sheet, a cell, a merged range or a hidden part differs.
    """
    if [_essence(grid) for grid in before] != [_essence(grid) for grid in after]:
        raise UnmarkableError("a copy with other cells")


def _essence(grid: Grid) -> tuple[object, ...]:
    cells: dict[Cell, Content] = {
        (row, column): cell
        for row, cells in enumerate(grid.rows)
        for column, cell in enumerate(cells)
        if cell is not None
    }
    return grid.name, grid.visible, grid.merged, grid.hidden_rows, cells
