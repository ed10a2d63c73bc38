"""Reading the parameters of a system."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from carbonpath.core.errors import DataError, VerificationError
from carbonpath.core.problems import Problem
from carbonpath.core.vocabulary import parameter_names, quantity
from carbonpath.model.parameters import Index, Values, told_index
from carbonpath.system.system import System


def read_parameters(system: System) -> Mapping[str, Values]:
    """Return each parameter of the vocabulary as a dictionary from index to value.

    Rows of years outside the horizon are left out. A parameter without rows is an empty dictionary, but for
    ``timeslice_share``, which has a value for every timeslice and year.

    Raises
    ------
    DataError
        CP-212 with parameter, index and source of every value that is not finite.
    VerificationError
        CP-711 for every index that a table gives twice.
    """
    problems: list[Problem] = []
    values = {name: _values(name, system, problems) for name in parameter_names()}
    values["timeslice_share"] = {
        (timeslice, year): values["timeslice_share"].get((timeslice, year), share)
        for timeslice, share in system.timeslices.items()
        for year in system.years
    }
    not_finite = [problem for problem in problems if problem.code == "CP-212"]
    if not_finite:
        raise DataError(*not_finite)
    if problems:
        raise VerificationError(*problems)
    return values


def _values(name: str, system: System, problems: list[Problem]) -> dict[Index, float]:
    table = system.parameters.get(name)
    if table is None:
        return {}
    indices = quantity(name).indices
    if "year" in indices and not table.empty:
        table = table[table["year"].isin(system.years)]
    keys: list[Index] = list(zip(*(table[index].tolist() for index in indices), strict=True))
    numbers = table["value"].to_numpy(dtype=float)
    sources = table["source"].tolist()
    for row in np.flatnonzero(~np.isfinite(numbers)):
        problems.append(_problem("CP-212", name, keys[row], numbers[row], sources[row]))
    values = dict(zip(keys, numbers.tolist(), strict=True))
    if len(values) < len(keys):
        for row in np.flatnonzero(table.duplicated(subset=list(indices))):
            problems.append(_problem("CP-711", name, keys[row], numbers[row], sources[row]))
    return values


def _problem(code: str, name: str, index: Index, value: float, source: str) -> Problem:
    details = {"table": "PARAMETER", "column": name}
    return Problem(code, file=source, place=told_index(name, index), value=str(value), details=details)
