"""Frozen years: the inventory of a year as it was reported, kept in use whatever is corrected afterwards.

`frozen/YEAR-VERSION/` in the inventory folder holds ACTIVITY and EMISSIONS of the year, what they add up to, and why
they were frozen. The highest version is in use; older ones stay. A version that follows another holds the log of what
changed between them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pandas as pd
from pydantic import BaseModel, ConfigDict, ValidationError

from carbonpath.core.errors import DataError
from carbonpath.core.files import file_sha256, write_text
from carbonpath.core.problems import Problem
from carbonpath.core.schemas import ACTIVITY, EMISSIONS, Schema
from carbonpath.core.tables import read_table, write_table
from carbonpath.workflow.folders import whole_folder
from carbonpath.workflow.project import Project

FOLDER = "frozen"
"""Folder of the frozen years, in the inventory folder."""
TABLES: Mapping[str, Schema] = {"activity": ACTIVITY, "emissions": EMISSIONS}
"""Tables that are kept."""
LOG = "recalculation.csv"
"""What changed against the version before."""
_TOLD = "frozen.json"


class Frozen(BaseModel):
    """What a frozen year says of itself."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    format: Literal[1] = 1
    """Version of this file's format."""
    year: int
    """Year."""
    version: int
    """Number, from 1."""
    reason: str
    """Why it was frozen."""
    gwp_metric: str
    """Metric of its CO2 equivalents."""
    scope1_tco2e: float
    """Released in the district."""
    scope2_tco2e: float
    """Of the net import of power and heat."""
    sha256: dict[str, str]
    """Hash of each table by its file."""


@dataclass(frozen=True, slots=True)
class FrozenYear:
    """One frozen year with its tables."""

    told: Frozen
    """What it says of itself."""
    tables: Mapping[str, pd.DataFrame]
    """Tables by their names in TABLES."""
    place: str
    """Its folder, as the user knows it."""


def read_frozen(project: Project) -> dict[int, FrozenYear]:
    """Return the frozen years in use.

    Raises
    ------
    DataError
        CP-204 for a folder that was altered or damaged.
    """
    newest: dict[int, FrozenYear] = {}
    for path in sorted((project.inventory_folder / FOLDER).glob(f"*/{_TOLD}")):
        found = _read(path, project.shown(path.parent))
        other = newest.get(found.told.year)
        if other is None or other.told.version < found.told.version:
            newest[found.told.year] = found
    return dict(sorted(newest.items()))


def write_frozen(project: Project, told: Frozen, tables: Mapping[str, pd.DataFrame], log: pd.DataFrame) -> Path:
    """Keep a year and return its folder; `told` gets the hashes of the tables.

    Raises
    ------
    StorageError
        CP-901 if the disk refuses.
    """
    folder = project.inventory_folder / FOLDER / f"{told.year}-{told.version}"
    with whole_folder(folder) as partial:
        for name, table in tables.items():
            write_table(table, partial / f"{name}.csv")
        if told.version > 1:
            write_table(log, partial / LOG)
        hashes = {f"{name}.csv": file_sha256(partial / f"{name}.csv") for name in tables}
        content = told.model_copy(update={"sha256": hashes})
        write_text(partial / _TOLD, content.model_dump_json(indent=2) + "\n")
    return folder


def held(table: pd.DataFrame, frozen: Mapping[int, FrozenYear], name: str) -> pd.DataFrame:
    """Return a table in which the frozen years stand as they were frozen."""
    open_years = table[~table["year"].isin(list(frozen))]
    return pd.concat([*(year.tables[name] for year in frozen.values()), open_years], ignore_index=True)


def _read(path: Path, place: str) -> FrozenYear:
    try:
        told = Frozen.model_validate_json(path.read_bytes())
    except (OSError, ValidationError) as damaged:
        raise DataError(Problem("CP-204", place, value=_TOLD)) from damaged
    altered = [
        Problem("CP-204", place, value=name)
        for name in (f"{table}.csv" for table in TABLES)
        if not (path.parent / name).is_file() or file_sha256(path.parent / name) != told.sha256.get(name)
    ]
    if altered:
        raise DataError(*altered)
    return FrozenYear(told, {n: read_table(path.parent / f"{n}.csv", s) for n, s in TABLES.items()}, place)
