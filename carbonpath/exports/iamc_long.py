"""IAMC long: one row a value, as databases of scenarios read it."""

from __future__ import annotations

from pathlib import Path

from carbonpath.core.tables import write_table
from carbonpath.exports.guard import guarded
from carbonpath.exports.iamc import iamc_table
from carbonpath.exports.tables import ExportOptions, ExportTables

FORMAT = "iamc-long"
SUFFIX = ".csv"


def export(tables: ExportTables, path: Path, options: ExportOptions) -> tuple[Path, ...]:
    """Write the long IAMC table to `path` and return it.

    Raises
    ------
    StorageError
        If the file cannot be written.
    """
    write_table(guarded(iamc_table(tables, options)), path)
    return (path,)
