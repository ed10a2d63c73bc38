"""Reading the parameters of a system."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from carbonpath.core.errors import DataError, VerificationError
from carbonpath.core.problems import Problem
from carbonpath.core.vocabulary import parameter_names, quantity
from carbonpath.model.coded import Coded, Positions
from carbonpath.model.given import Given
from carbonpath.model.parameters import told_index
from carbonpath.system.system import System


def read_parameters(system: System) -> Given:
    """Return each parameter of the vocabulary as a dictionary from index to value, and as arrays.

    Rows of years outside the horizon are left out. A parameter without rows is an empty dictionary, but for
    ``timeslice_share``, which has a value for every timeslice and year.

    Raises
    ------
    DataError
        CP-212 with parameter, index and source of every value that is not finite.
    VerificationError
        CP-711 for every index that a table gives twice.
    """
    given = [name for name in parameter_names() if len(system.parameters.get(name, ()))]
    tables = {name: table for name in given if len(table := _within(system, name))}
    coded = {name: _code(table, quantity(name).indices) for name, table in tables.items()}
    not_finite = [problem for name in coded for problem in _not_finite(name, coded[name], tables[name])]
    if not_finite:
        raise DataError(*not_finite)
    twice = [problem for name in coded for problem in _twice(name, coded[name], tables[name])]
    if twice:
        raise VerificationError(*twice)
    own = coded["timeslice_share"].rows() if "timeslice_share" in coded else {}
    shares = {
        (timeslice, year): own.get((timeslice, year), share)
        for timeslice, share in system.timeslices.items()
        for year in system.years
    }
    coded.pop("timeslice_share", None)
    return Given(coded, {**{name: {} for name in parameter_names() if name not in coded}, "timeslice_share": shares})


def _within(system: System, name: str) -> pd.DataFrame:
    """Return the rows of a parameter within the horizon."""
    table = system.parameters[name]
    if "year" not in quantity(name).indices:
        return table
    years = table["year"].to_numpy()
    if (
        years.min() >= system.years[0]
        and years.max() <= system.years[-1]
        and len(system.years) == system.years[-1] - system.years[0] + 1
    ):
        return table
    return table[np.isin(years, system.years)]


def _code(table: pd.DataFrame, indices: tuple[str, ...]) -> Coded:
    columns = [_code_column(table[index].to_numpy()) for index in indices]
    members = tuple(known for known, _ in columns)
    return Coded(members, tuple(code for _, code in columns), table["value"].to_numpy(dtype=np.float64))


def _code_column(column: npt.NDArray[Any]) -> tuple[tuple[Any, ...], Positions]:
    """Return the members of a column and which of them each row has; a member is looked up once for rows in a row."""
    first = np.concatenate([[0], np.flatnonzero(column[1:] != column[:-1]) + 1])
    codes, known = pd.factorize(column[first], use_na_sentinel=False)
    return tuple(known.tolist()), np.repeat(codes.astype(np.int32), np.diff(np.append(first, column.size)))


def _not_finite(name: str, coded: Coded, table: pd.DataFrame) -> Iterator[Problem]:
    for row in np.flatnonzero(~np.isfinite(coded.values)).tolist():
        yield _problem("CP-212", name, coded, row, table)


def _twice(name: str, coded: Coded, table: pd.DataFrame) -> Iterator[Problem]:
    for row in coded.repeated().tolist():
        yield _problem("CP-711", name, coded, row, table)


def _problem(code: str, name: str, coded: Coded, row: int, table: pd.DataFrame) -> Problem:
    index = tuple(known[codes[row]] for known, codes in zip(coded.members, coded.codes, strict=True))
    details = {"table": "PARAMETER", "column": name}
    source = str(table["source"].iloc[row])
    return Problem(code, file=source, place=told_index(name, index), value=str(coded.values[row]), details=details)
