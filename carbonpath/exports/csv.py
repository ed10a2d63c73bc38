"""CSV: the tables INDICATOR and RESULT as they are, for spreadsheets and other programs."""

from __future__ import annotations

from pathlib import Path

from carbonpath.core.schemas import INDICATOR, RESULT
from carbonpath.core.tables import as_table, write_table
from carbonpath.exports.guard import guarded
from carbonpath.exports.tables import ExportOptions, ExportTables

FORMAT = "csv"
SUFFIX = ".csv"


def export(tables: ExportTables, path: Path, options: ExportOptions) -> tuple[Path, ...]:
    """Write INDICATOR to `path` and RESULT beside it as ``<name>_results.csv``; return both paths.

    Raises
    ------
    StorageError
        If a file cannot be written.
    """
    beside = path.with_name(f"{path.stem}_results{path.suffix}")
    for table, schema, target in ((tables.indicators, INDICATOR, path), (tables.result, RESULT, beside)):
        write_table(guarded(as_table(table, schema)), target, excel=options.excel)
    return path, beside
