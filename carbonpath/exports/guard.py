"""Keeping text from being read as a formula by a spreadsheet."""

from __future__ import annotations

import pandas as pd

STARTS = ("=", "+", "-", "@", "\t", "\r")
"""First characters that make a spreadsheet run a cell of a CSV."""


def guarded(table: pd.DataFrame) -> pd.DataFrame:
    """Return a table whose texts a spreadsheet shows and does not run: an apostrophe stands before such a text.

    Numbers, negative ones too, stay numbers.
    """
    texts = [name for name in table.columns if not pd.api.types.is_numeric_dtype(table[name])]
    safe = table.copy()
    for name in texts:
        harmful = safe[name].astype("str").str.startswith(STARTS)
        safe[name] = safe[name].where(~harmful, "'" + safe[name].astype("str"))
    return safe
