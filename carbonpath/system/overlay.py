"""Applying changes: system and changes in, new system out."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from carbonpath.core.errors import ScenarioError
from carbonpath.core.problems import Problem
from carbonpath.core.vocabulary import quantity
from carbonpath.system.change import Change
from carbonpath.system.system import System, as_parameter


def apply_changes(system: System, changes: Iterable[Change]) -> System:
    """Return `system` with `changes` applied in order; without changes, the same parameters.

    Raises
    ------
    ScenarioError
        CP-430 if a change scales, adds to or clears rows that do not exist; CP-431 if its index is not of the
        parameter; CP-432 if ``set`` would add a row of which an index is not given.
    """
    tables: dict[str, pd.DataFrame] = {}
    for change in changes:
        table = tables.get(change.parameter)
        if table is None:
            table = system.parameter(change.parameter)
        tables[change.parameter] = _applied(table, change)
    return system.with_parameters({name: as_parameter(name, table) for name, table in tables.items()})


def _applied(table: pd.DataFrame, change: Change) -> pd.DataFrame:
    indices = quantity(change.parameter).indices
    unknown = [name for name in change.where if name not in indices]
    if unknown:
        raise ScenarioError(_problem("CP-431", change, known=", ".join(indices), index=", ".join(unknown)))
    matching = pd.Series(True, index=table.index)
    for name, wanted in change.where.items():
        matching &= table[name] == wanted
    if change.operation == "set" and not matching.any():
        missing = [name for name in indices if name not in change.where]
        if missing:
            raise ScenarioError(_problem("CP-432", change, index=", ".join(missing)))
        row = {**change.where, "value": change.value, "source": change.source}
        return pd.concat([table, pd.DataFrame([row])], ignore_index=True)
    if not matching.any():
        raise ScenarioError(_problem("CP-430", change))
    if change.operation == "clear":
        return table.loc[~matching]
    altered = table.copy()
    operand = altered.loc[matching, "value"]
    altered.loc[matching, "value"] = {
        "set": operand * 0.0 + change.value,
        "scale": operand * change.value,
        "add": operand + change.value,
    }[change.operation]
    if change.source:
        altered.loc[matching, "source"] = change.source
    return altered


def _problem(code: str, change: Change, **details: str) -> Problem:
    where = ", ".join(f"{name}={wanted}" for name, wanted in change.where.items())
    return Problem(code, file=change.source, place=change.lever, value=f"{change.parameter}[{where}]", details=details)
