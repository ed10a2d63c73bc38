"""Draws the pictures of the gallery anew; look at each before committing it.

    python tests/figures/redraw.py

The pictures are kept with few colours, which makes them small; tests compare them with fresh drawings as an eye would.
"""

from __future__ import annotations

import io
import runpy
from pathlib import Path

from PIL import Image

from carbonpath.charts.figure import figure_bytes
from carbonpath.core.files import write_bytes
from carbonpath.core.messages import LANGUAGES

GALLERY = Path(__file__).parents[2] / "docs" / "gallery"


def main() -> None:
    """Draw every script of the gallery in every language."""
    for script in sorted(GALLERY.glob("*.py")):
        draw = runpy.run_path(str(script))["draw"]
        for language in LANGUAGES:
            figure, options = draw(language)
            picture = Image.open(io.BytesIO(figure_bytes(figure, "png", options))).convert("RGB")
            buffer = io.BytesIO()
            picture.quantize(48, dither=Image.Dither.NONE).save(buffer, "PNG", optimize=True)
            write_bytes(GALLERY / language / f"{script.stem}.png", buffer.getvalue())


if __name__ == "__main__":
    main()
