"""Tables as parquet, where the package for it is installed."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from carbonpath.core.errors import StorageError
from carbonpath.core.files import write_bytes
from carbonpath.core.problems import Problem


def write_parquet(table: pd.DataFrame, path: Path) -> Path:
    """Write a table as parquet, atomically, and return its path.

    Raises
    ------
    StorageError
        CP-965 if pyarrow is not installed, CP-901 if the folder cannot be written.
    """
    try:
        content = table.to_parquet(index=False)
    except ImportError as missing:
        raise StorageError(Problem("CP-965", value=str(path))) from missing
    write_bytes(path, content)
    return path
