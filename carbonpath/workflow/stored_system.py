"""The system of a run as files, and back: what was solved can be solved again without the project."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd

from carbonpath.core.errors import DataError
from carbonpath.core.files import write_text
from carbonpath.core.problems import Problem
from carbonpath.core.tables import read_csv, read_table, write_table
from carbonpath.core.vocabulary import parameter_names
from carbonpath.system.system import COMMODITIES, GROUPS, TECHNOLOGIES, System, as_parameter

SETS = "system.json"
"""File of what is no table: years, regions, timeslices and so on."""
ENTITIES = {"technologies": TECHNOLOGIES, "commodities": COMMODITIES, "groups": GROUPS}
"""Tables of entities by field of the system."""
PARAMETERS = "parameters"
"""Folder of the PARAMETER tables."""


def write_system(system: System, folder: Path) -> list[Path]:
    """Write `system` into `folder` and return the files."""
    tables = {folder / f"{name}.csv": getattr(system, name) for name in ENTITIES}
    tables |= {folder / PARAMETERS / f"{name}.csv": table for name, table in system.parameters.items()}
    for path, table in tables.items():
        write_table(table, path)
    sets = {name: getattr(system, name) for name in _set_fields()} | {"timeslices": dict(system.timeslices)}
    write_text(folder / SETS, json.dumps(sets, ensure_ascii=False, indent=2) + "\n")
    return [*tables, folder / SETS]


def read_system(folder: Path) -> System:
    """Return the system that `write_system` wrote into `folder`: equal to the last digit.

    Raises
    ------
    DataError
        CP-201 if a file is missing, CP-202 if one cannot be read, and with every column or value that does not fit.
    """
    path = folder / SETS
    try:
        sets: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise DataError(Problem("CP-201", file=str(path))) from error
    except (OSError, ValueError) as error:
        raise DataError(Problem("CP-202", file=str(path), details={"reason": str(error)})) from error
    fields: dict[str, Any] = {name: read_table(folder / f"{name}.csv", schema) for name, schema in ENTITIES.items()}
    fields |= {name: tuple(sets.get(name, ())) for name in _set_fields()}
    fields |= {"name": sets["name"], "timeslices": sets["timeslices"]}
    return System(**fields, parameters=dict(_parameters(folder / PARAMETERS)))


def _set_fields() -> tuple[str, ...]:
    """Return the fields of a system that are neither tables nor mappings."""
    apart = (*ENTITIES, "parameters", "timeslices")
    return tuple(name for name in System.__dataclass_fields__ if name not in apart)


def _parameters(folder: Path) -> Iterator[tuple[str, pd.DataFrame]]:
    for name in parameter_names():
        path = folder / f"{name}.csv"
        if path.is_file():
            yield name, as_parameter(name, read_csv(path))
