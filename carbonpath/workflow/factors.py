"""Numbers of the reference tables as a project uses them, and those that it sets itself (`factors.csv`)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from carbonpath.core.errors import DataError, UsageError, require_valid
from carbonpath.core.problems import Problem
from carbonpath.core.tables import as_table, empty_table, read_table, write_table
from carbonpath.reference.factors import Factors, load_factors
from carbonpath.reference.identity import factor_table
from carbonpath.reference.overrides import apply_overrides, check_overrides
from carbonpath.reference.schemas import OVERRIDES
from carbonpath.workflow.project import Project

FILE = "factors.csv"
"""File beside `firms.csv` with the numbers that the project sets; without it there are none."""


@dataclass(frozen=True, slots=True)
class SetFactor:
    """A number that a project sets in place of that of the reference tables."""

    factor: str
    """Id of the number."""
    value: float
    """The number, in `unit`."""
    unit: str
    """Unit; blank: that of the reference table."""
    source: str
    """Document or reason, in the user's words."""


def factors_file(project: Project) -> Path:
    """Return the file of the numbers that a project sets, there or not."""
    return project.inventory_folder / FILE


def project_factors(project: Project) -> Factors:
    """Return the reference tables with the numbers that the project sets in place of their own.

    Raises
    ------
    DataError
        CP-305 to CP-308 for every number that cannot be used.
    """
    path = factors_file(project)
    return apply_overrides(load_factors(), read_overrides(project), project.shown(path))


def read_overrides(project: Project) -> pd.DataFrame:
    """Return table OVERRIDES of a project; without rows where it sets nothing."""
    path = factors_file(project)
    return read_table(path, OVERRIDES) if path.is_file() else empty_table(OVERRIDES)


def find_numbers(project: Project, words: tuple[str, ...]) -> pd.DataFrame:
    """Return the numbers in use whose id holds every word, with id, value, unit, source, clause, confidence, note.

    Raises
    ------
    UsageError
        CP-135 if there is none.
    """
    numbers = factor_table(project_factors(project))
    for word in words:
        numbers = numbers[numbers["factor"].str.contains(word, case=False, regex=False)]
    if numbers.empty:
        raise UsageError(Problem("CP-135", value=" ".join(words)))
    return numbers.sort_values("factor", ignore_index=True)


def set_number(project: Project, wanted: SetFactor) -> pd.DataFrame:
    """Keep a number of the project in its file, in place of one it set before, and return how it is now in use.

    Raises
    ------
    DataError
        CP-305 to CP-308 if it cannot be used; then nothing is written.
    UsageError
        CP-136 if the value is no finite number.
    """
    if not math.isfinite(wanted.value):
        raise UsageError(Problem("CP-136", value=str(wanted.value)))
    known = factor_table(load_factors()).set_index("factor")["unit"]
    unit = wanted.unit or str(known.get(wanted.factor, ""))
    row = {"factor": wanted.factor, "value": wanted.value, "unit": unit, "source": wanted.source}
    before = read_overrides(project)
    kept = before[before["factor"] != wanted.factor]
    table = as_table(pd.concat([kept, pd.DataFrame([row])], ignore_index=True), OVERRIDES)
    table = table.sort_values("factor", ignore_index=True)
    require_valid(check_overrides(table, load_factors(), project.shown(factors_file(project))), DataError)
    write_table(table, factors_file(project))
    numbers = factor_table(project_factors(project))
    return numbers[numbers["factor"] == wanted.factor].reset_index(drop=True)
