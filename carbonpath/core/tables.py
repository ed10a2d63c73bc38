"""Reading, writing and checking tidy tables."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import pandas as pd

from carbonpath.core.errors import DataError, require_valid
from carbonpath.core.files import write_text
from carbonpath.core.problems import Problem
from carbonpath.core.schemas import Schema

_DTYPES = {"str": "str", "int": "int64", "float": "float64"}


def empty_table(schema: Schema) -> pd.DataFrame:
    """Return a table of `schema` without rows."""
    return pd.DataFrame({c.name: pd.Series(dtype=_DTYPES[c.kind]) for c in schema.columns})


def as_table(rows: Iterable[dict[str, object]] | pd.DataFrame, schema: Schema) -> pd.DataFrame:
    """Return rows as a table with the columns of `schema`, in order; absent text becomes blank."""
    table = rows if isinstance(rows, pd.DataFrame) else pd.DataFrame(list(rows))
    if table.empty:
        return empty_table(schema)
    table = table.reindex(columns=schema.names).astype({c.name: _DTYPES[c.kind] for c in schema.columns})
    text = [c.name for c in schema.columns if c.kind == "str"]
    table[text] = table[text].fillna("")
    return table.reset_index(drop=True)


def check_table(table: pd.DataFrame, schema: Schema, file: str = "") -> list[Problem]:
    """Return what keeps `table` from being a table of `schema`: columns missing or unknown, values not finite."""
    problems = [
        Problem("CP-210", file=file, value=name, details={"table": schema.name})
        for name in schema.names
        if name not in table.columns
    ]
    problems += [
        Problem("CP-211", file=file, value=str(name), details={"table": schema.name, "known": ", ".join(schema.names)})
        for name in table.columns
        if name not in schema.names
    ]
    if problems:
        return problems
    for column in schema.columns:
        if column.kind == "str":
            continue
        numbers = pd.to_numeric(table[column.name], errors="coerce")
        bad = np.flatnonzero(~np.isfinite(numbers.to_numpy(dtype=float)))
        problems += [
            Problem(
                "CP-212",
                file=file,
                place=f"{column.name}, row {row + 2}",
                value=str(table[column.name].iloc[row]),
                details={"table": schema.name, "column": column.name},
            )
            for row in bad
        ]
    return problems


def write_table(table: pd.DataFrame, path: Path, *, excel: bool = False, lasting: bool = True) -> None:
    """Write a table as CSV: UTF-8, LF, shortest exact floats; BOM for Excel; `lasting`: see `write_bytes`."""
    buffer = io.StringIO()
    table.to_csv(buffer, index=False, lineterminator="\n")
    write_text(path, ("\ufeff" if excel else "") + buffer.getvalue(), lasting=lasting)


def read_csv(path: Path) -> pd.DataFrame:
    """Read a CSV in which every cell is text and blank is blank (a firm named NA stays NA).

    Raises
    ------
    DataError
        If the file is missing (CP-201), is not UTF-8 (CP-945), or has rows that are longer or shorter than its header
        (CP-202, one a row).
    """
    try:
        header, *rows = csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline=""), strict=True)
    except FileNotFoundError as error:
        raise DataError(Problem("CP-201", file=str(path))) from error
    except UnicodeDecodeError as error:
        raise DataError(Problem("CP-945", file=str(path))) from error
    except (csv.Error, ValueError) as error:
        raise DataError(Problem("CP-202", file=str(path), details={"reason": str(error)})) from error
    require_valid(_ragged(header, rows, path), DataError)
    return pd.DataFrame([row for row in rows if row], columns=header, dtype="str")


def _ragged(header: list[str], rows: list[list[str]], path: Path) -> Iterable[Problem]:
    twice = sorted(name for name in set(header) if header.count(name) > 1)
    if twice:
        yield Problem("CP-202", str(path), "row 1", ", ".join(twice), {"reason": f"{twice[0]} x 2"})
    for number, row in enumerate(rows, start=2):
        if row and len(row) != len(header):
            reason = f"{len(row)} != {len(header)}"
            yield Problem("CP-202", str(path), f"row {number}", details={"reason": reason})


def read_table(path: Path, schema: Schema) -> pd.DataFrame:
    """Read a CSV written by `write_table` and check it against `schema`.

    Raises
    ------
    DataError
        With every column or value that does not fit.
    """
    raw = read_csv(path)
    require_valid(check_table(raw, schema, str(path)), DataError)
    return as_table(raw, schema)
