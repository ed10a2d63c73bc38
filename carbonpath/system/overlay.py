"""Applying changes: system and changes in, new system out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

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
    by_parameter: dict[str, list[Change]] = {}
    for change in changes:
        by_parameter.setdefault(change.parameter, []).append(change)
    return system.with_parameters(
        {name: as_parameter(name, _altered(system.parameter(name), asked)) for name, asked in by_parameter.items()}
    )


def _altered(table: pd.DataFrame, changes: Iterable[Change]) -> pd.DataFrame:
    """Return `table` with changes of one parameter applied in order."""
    for complete, run in groupby(changes, _names_one_row):
        if complete:
            table = _applied_to_rows(table, list(run))
        else:
            for change in run:
                table = _applied(table, change)
    return table


def _names_one_row(change: Change) -> bool:
    return set(change.where) == set(quantity(change.parameter).indices)


def _applied_to_rows(table: pd.DataFrame, changes: Sequence[Change]) -> pd.DataFrame:
    """Return `table` with changes of single rows applied: the rule of `_applied`, a thousand times as fast."""
    indices = quantity(changes[0].parameter).indices
    keys = list(zip(*(table[name].tolist() for name in indices), strict=True))
    rows = dict(zip(keys, zip(table["value"].tolist(), table["source"].tolist(), strict=True), strict=True))
    if len(rows) < len(keys):
        for change in changes:
            table = _applied(table, change)
        return table
    for change in changes:
        key = tuple(change.where[name] for name in indices)
        known = rows.get(key)
        if known is None and change.operation != "set":
            raise ScenarioError(_problem("CP-430", change))
        if change.operation == "clear":
            del rows[key]
            continue
        value, source = known or (0.0, "")
        rows[key] = (_operated(value, change), change.source or source)
    if not rows:
        return table.iloc[:0]
    columns = zip(*(key + entry for key, entry in rows.items()), strict=True)
    return pd.DataFrame(dict(zip([*indices, "value", "source"], columns, strict=True)))


def _operated(value: float, change: Change) -> float:
    if change.operation == "set":
        return change.value
    return value * change.value if change.operation == "scale" else value + change.value


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
