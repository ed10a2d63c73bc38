"""Tables on the terminal, with columns that stay straight in Chinese."""

from __future__ import annotations

import io
from collections.abc import Sequence

import rich.box
import rich.console
import rich.markup
import rich.table

from carbonpath.cli.console import Console

WIDE = 320
"""Columns of a table that goes to a file or a pipe: it is never folded."""


def show_table(console: Console, headers: Sequence[str], rows: Sequence[Sequence[object]], title: str = "") -> None:
    """Write a table; columns of numbers are set flush right.

    Parameters
    ----------
    console
        Where it goes.
    headers
        Column headers, with their units; a line break splits a header.
    rows
        Cells; text as it is, numbers as the caller wants them seen.
    title
        Line above the table.
    """
    table = rich.table.Table(box=rich.box.SIMPLE_HEAD, pad_edge=False)
    for position, header in enumerate(headers):
        numeric = all(_is_number(row[position]) for row in rows)
        table.add_column(rich.markup.escape(header), justify="right" if numeric else "left", overflow="fold")
    for row in rows:
        table.add_row(*(rich.markup.escape(str(cell)) for cell in row))
    console.print("\n".join(filter(None, (title, rendered(console, table)))))


def rendered(console: Console, content: rich.console.RenderableType) -> str:
    """Return what rich makes of `content` on this terminal, or at full width without one."""
    colored = console.colored()
    sink = rich.console.Console(
        file=io.StringIO(),
        force_terminal=colored,
        width=None if colored else WIDE,
        no_color=not colored,
        highlight=False,
    )
    with sink.capture() as captured:
        sink.print(content)
    return "\n".join(line.rstrip() for line in captured.get().rstrip().splitlines())


def _is_number(cell: object) -> bool:
    return str(cell).strip("-+%– ").replace(".", "").replace(",", "").isdigit() or str(cell) in ("", "-")
