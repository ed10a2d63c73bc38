"""Saving figures: glyphs checked, bytes repeatable, files whole."""

from __future__ import annotations

import io
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from matplotlib.figure import Figure

from carbonpath.charts.fonts import missing_characters, texts_of
from carbonpath.charts.options import ChartOptions
from carbonpath.charts.style import house_style, page
from carbonpath.core.files import write_bytes
from carbonpath.core.problems import Problem

Format = Literal["png", "svg", "pdf"]

METADATA: Mapping[Format, Mapping[str, Any]] = {
    "png": {"Software": "carbonpath"},
    "svg": {"Creator": "carbonpath", "Date": None},
    "pdf": {"Creator": "carbonpath", "Producer": "carbonpath", "CreationDate": None},
}
"""What a file says of itself: no date and no version, so that equal charts are equal files."""


def save_figure(figure: Figure, path: Path, kind: Format, options: ChartOptions) -> tuple[Problem, ...]:
    """Write a figure to `path` and return what readers would miss in it.

    Returns
    -------
    tuple[Problem, ...]
        A warning CP-910 if a character has no glyph; it is then drawn as a box.

    Raises
    ------
    StorageError
        If the file cannot be written; an older file at `path` is then untouched.
    """
    problems = check_glyphs(figure, str(path))
    write_bytes(path, figure_bytes(figure, kind, options))
    return problems


def figure_bytes(figure: Figure, kind: Format, options: ChartOptions) -> bytes:
    """Return the file of a figure: the same bytes for the same figure."""
    buffer = io.BytesIO()
    with house_style(options), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph .* missing from font", category=UserWarning)
        figure.savefig(buffer, format=kind, dpi=page(options).dpi, metadata=dict(METADATA[kind]))
    return buffer.getvalue()


def check_glyphs(figure: Figure, file: str = "") -> tuple[Problem, ...]:
    """Return a warning CP-910 naming the characters of a figure that no font of ours has."""
    missing = missing_characters(texts_of(figure))
    if not missing:
        return ()
    codes = ", ".join(f"U+{ord(character):04X}" for character in missing)
    return (Problem("CP-910", file=file, value=missing, details={"codes": codes}, severity="warning"),)
