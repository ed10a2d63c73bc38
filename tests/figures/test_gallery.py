"""The gallery as an eye sees it: fresh drawings against the pictures that were looked at and kept."""

from __future__ import annotations

import io
import runpy
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from carbonpath.charts.figure import check_glyphs, figure_bytes
from carbonpath.core.messages import LANGUAGES

GALLERY = Path(__file__).parents[2] / "docs" / "gallery"
SCRIPTS = sorted(GALLERY.glob("*.py"))
TILE = 24
"""Pixels of a side of the tiles over which pictures are averaged, about the size of a letter."""


def tiles(picture: Image.Image) -> np.ndarray:
    """Return the mean colour of each tile: what is left when letters are not looked at one by one."""
    small = picture.convert("RGB").resize((picture.width // TILE, picture.height // TILE), Image.Resampling.BOX)
    return np.asarray(small, dtype=float)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.stem)
def test_a_chart_looks_as_it_did(script, language):
    figure, options = runpy.run_path(str(script))["draw"](language)

    assert check_glyphs(figure) == ()
    fresh = Image.open(io.BytesIO(figure_bytes(figure, "png", options)))

    kept = Image.open(GALLERY / language / f"{script.stem}.png")
    assert fresh.size == kept.size
    difference = np.abs(tiles(fresh) - tiles(kept))
    assert difference.mean() < 1.5
    assert difference.max() < 60.0
