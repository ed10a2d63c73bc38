"""Changes as tables that officials read: a scenario by year, and two scenarios side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from carbonpath.core.messages import Language
from carbonpath.core.vocabulary import quantity
from carbonpath.scenario.agreement import change_index
from carbonpath.system.change import Change
from carbonpath.system.overlay import apply_changes
from carbonpath.system.system import System

_ROW = ["lever", "parameter", "label", "item", "operation", "unit"]
_WHY = ["reason", "basis", "responsible", "place"]


def changes_table(changes: Sequence[Change], language: Language = "zh") -> pd.DataFrame:
    """Return a scenario as a table: one row a measure, one column a year.

    Parameters
    ----------
    changes
        Changes of one scenario.
    language
        Language of the parameter labels.

    Returns
    -------
    pandas.DataFrame
        ``lever, parameter, label, item, operation, unit``, a column for each year (blank where the measure says
        nothing), then ``reason, basis, responsible, place``; rows in the order of the changes. Values are in `unit`;
        ``parameter`` is the name of the vocabulary, ``label`` the same in words.
    """
    rows: dict[tuple[str, ...], dict[str, object]] = {}
    years: set[int] = set()
    for change in changes:
        year = change.where.get("year")
        label = quantity(change.parameter).label(language)
        key = (change.lever, change.parameter, label, _item(change.where), change.operation, change.unit)
        row = rows.setdefault(key, dict(zip(_ROW, key, strict=True)) | _why(change))
        if isinstance(year, int):
            years.add(year)
            row[str(year)] = change.value
    columns = [*_ROW, *(str(year) for year in sorted(years)), *_WHY]
    return pd.DataFrame(list(rows.values())).reindex(columns=columns)


def difference(a: Sequence[Change], b: Sequence[Change], system: System, language: Language = "zh") -> pd.DataFrame:
    """Return the numbers in which two scenarios differ, side by side.

    Parameters
    ----------
    a, b
        Changes of the two scenarios.
    system
        System that both change; what one of them leaves alone has its value.
    language
        Language of the parameter labels.

    Returns
    -------
    pandas.DataFrame
        ``parameter, label, item, year, unit, value_a, value_b, source_a, source_b``; a limit that a scenario does not
        have is blank. Rows in the order of the changes.
    """
    touched = {(change.parameter, change_index(change)): change for change in (*a, *b)}
    tables_a, tables_b = _numbers(system, a, touched), _numbers(system, b, touched)
    rows = []
    for (parameter, index), change in touched.items():
        value_a, source_a = tables_a.get((parameter, index), (None, ""))
        value_b, source_b = tables_b.get((parameter, index), (None, ""))
        if value_a == value_b:
            continue
        label = quantity(parameter).label(language)
        what = (parameter, label, _item(change.where), change.where.get("year"), change.unit)
        rows.append((*what, value_a, value_b, source_a, source_b))
    columns = ["parameter", "label", "item", "year", "unit", "value_a", "value_b", "source_a", "source_b"]
    return pd.DataFrame(rows, columns=columns).astype({"value_a": "float64", "value_b": "float64"})


def _numbers(
    system: System, changes: Sequence[Change], touched: Mapping[tuple[str, tuple[str | int, ...]], object]
) -> dict[tuple[str, tuple[str | int, ...]], tuple[float, str]]:
    """Return value and source of the indices touched, in the system after `changes`."""
    changed = apply_changes(system, changes)
    numbers = {}
    for parameter in dict.fromkeys(name for name, _ in touched):
        table = changed.parameter(parameter)
        indices = zip(*(table[column] for column in quantity(parameter).indices), strict=True)
        for index, value, source in zip(indices, table["value"], table["source"], strict=True):
            if (parameter, index) in touched:
                numbers[(parameter, index)] = (float(value), str(source))
    return numbers


def _item(where: Mapping[str, str | int]) -> str:
    """Return what a change is about, without region and year: ``clean_freight / bulk_freight``."""
    return " / ".join(str(part) for name, part in where.items() if name not in ("region", "year"))


def _why(change: Change) -> dict[str, object]:
    return {
        "reason": change.reason,
        "basis": change.basis,
        "responsible": change.responsible,
        "place": change.source,
    }
