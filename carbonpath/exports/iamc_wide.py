"""IAMC wide: one row a variable, one column a year, as scenario templates ask for it."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from carbonpath.core.tables import write_table
from carbonpath.exports.guard import guarded
from carbonpath.exports.iamc import COLUMNS, iamc_table
from carbonpath.exports.tables import ExportOptions, ExportTables

FORMAT = "iamc-wide"
SUFFIX = ".csv"


def export(tables: ExportTables, path: Path, options: ExportOptions) -> tuple[Path, ...]:
    """Write the wide IAMC table to `path` and return it.

    Raises
    ------
    StorageError
        If the file cannot be written.
    """
    write_table(guarded(wide_table(iamc_table(tables, options))), path)
    return (path,)


def wide_table(long: pd.DataFrame) -> pd.DataFrame:
    """Return a long IAMC table with its years side by side."""
    index = [name.capitalize() for name in COLUMNS[:5]]
    table = long.rename(columns=dict(zip(COLUMNS[:5], index, strict=True)))
    wide = table.pivot_table(index=index, columns="year", values="value", aggfunc="first")
    wide.columns = [str(year) for year in wide.columns]
    return wide.reset_index()
