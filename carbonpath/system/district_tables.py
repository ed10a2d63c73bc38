"""Reading the CSV files of a district's system folder."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from carbonpath.core.errors import DataError, require_valid
from carbonpath.core.problems import Problem
from carbonpath.core.tables import as_table, check_table, empty_table, read_csv
from carbonpath.system.district_checks import check_cells
from carbonpath.system.district_schemas import DISTRICT_SCHEMAS, OPTIONAL

DistrictTables = Mapping[str, pd.DataFrame]
"""Tables of DISTRICT_SCHEMAS by name; the index counts the rows of the file, so row 0 stands on line 2."""


def load_district_tables(folder: Path) -> DistrictTables:
    """Read every file of DISTRICT_SCHEMAS from `folder`.

    Raises
    ------
    DataError
        CP-201, CP-202, CP-210, CP-211 or CP-212 for files, columns and numbers that cannot be read; then, all at once,
        CP-213 for a value outside its list, CP-214 for a reference to something that does not exist, CP-222 for a row
        that stands twice.
    """
    tables: dict[str, pd.DataFrame] = {}
    problems: list[Problem] = []
    for name, schema in DISTRICT_SCHEMAS.items():
        path = folder / f"{name}.csv"
        if name in OPTIONAL and not path.is_file():
            tables[name] = empty_table(schema)
            continue
        try:
            raw = read_csv(path)
        except DataError as unreadable:
            problems += unreadable.problems
            continue
        found = check_table(raw, schema, str(path))
        problems += found
        if not found:
            tables[name] = as_table(raw, schema)
    require_valid(problems, DataError)
    require_valid(check_cells(tables, folder), DataError)
    return tables
