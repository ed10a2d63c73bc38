"""What changed between two states of an inventory, and why.

Sources are compared by firm, facility, category, item, gas, scope, year and method. The change of one source is split
exactly: ``E_1 - E_0 = (A_1 - A_0) x f_0 + A_1 x (f_1 - f_0)`` with ``f = E / A``: the part of the activity data and the
part of factors and rules. A source that one state lacks is new or removed.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

import pandas as pd

from carbonpath.core.errors import DataError
from carbonpath.core.units import conversion_factor

KEY = ("firm", "facility", "category", "scope", "item", "gas", "year", "method")
"""Columns that name a source."""

REASONS = ("activity", "factor", "gwp", "activity and factor", "new source", "removed source")
"""Why a source changed."""

COLUMNS = (
    *KEY,
    "old_tco2e",
    "new_tco2e",
    "change_tco2e",
    "activity_tco2e",
    "factor_tco2e",
    "reason",
    "old_amount",
    "new_amount",
    "old_factor",
    "new_factor",
    "source",
)
"""Columns of the log."""

_EXACT = 1e-9


def recalculation_log(old: tuple[pd.DataFrame, pd.DataFrame], new: tuple[pd.DataFrame, pd.DataFrame]) -> pd.DataFrame:
    """Return the sources that changed, largest change first.

    Parameters
    ----------
    old, new
        ACTIVITY and EMISSIONS of each state.

    Returns
    -------
    pandas.DataFrame
        Columns COLUMNS; `change_tco2e` is the sum of `activity_tco2e` and `factor_tco2e`.
    """
    before, after = _sources(*old), _sources(*new)
    keys = sorted(before.keys() | after.keys())
    records = [_compared(key, before.get(key), after.get(key)) for key in keys]
    changed = [record for record in records if record["reason"]]
    changed.sort(key=lambda record: -abs(float(str(record["change_tco2e"]))))
    return pd.DataFrame(changed, columns=list(COLUMNS))


Source = Mapping[str, object]
Key = tuple[object, ...]


def _sources(activity: pd.DataFrame, emissions: pd.DataFrame) -> dict[Key, Source]:
    """Return mass, amount, factor and cells of each source."""
    cells = dict(zip(activity["source"], zip(activity["value"], activity["unit"], strict=True), strict=True))
    found: dict[Key, Source] = {}
    for key, rows in emissions.groupby(list(KEY), sort=True):
        sources = sorted({cell for told in rows["source"] for cell in str(told).split(";")})
        amounts = [cells[cell] for cell in sources if cell in cells]
        unit = str(amounts[0][1]) if amounts else ""
        found[key] = {
            "tco2e": math.fsum(rows["co2_equivalent"].tolist()),
            "mass": math.fsum(rows["value"].tolist()),
            "amount": math.fsum(_converted(float(value), str(given), unit) for value, given in amounts),
            "unit": unit,
            "factor": " + ".join(sorted(set(rows["factor_source"].astype("str")))),
            "cells": ";".join(sources),
        }
    return found


def _compared(key: Key, old: Source | None, new: Source | None) -> dict[str, object]:
    before, after = _number(old, "tco2e"), _number(new, "tco2e")
    of_activity = _part_of_activity(old, new)
    told = {
        "old_tco2e": before,
        "new_tco2e": after,
        "change_tco2e": after - before,
        "activity_tco2e": of_activity,
        "factor_tco2e": after - before - of_activity,
        "reason": _reason(old, new, of_activity),
    }
    texts = {
        f"{state}_{name}": _text(source, name)
        for name in ("amount", "factor")
        for state, source in (("old", old), ("new", new))
    }
    cells = str((new or old or {}).get("cells", ""))
    return dict(zip(KEY, key, strict=True)) | told | texts | {"source": cells}


def _part_of_activity(old: Source | None, new: Source | None) -> float:
    """Return the part of the change that the amounts explain; all of it where a source is new or removed."""
    before, after = _number(old, "tco2e"), _number(new, "tco2e")
    if old is None or new is None:
        return after - before
    amount = _number(old, "amount")
    now = _converted(_number(new, "amount"), str(new["unit"]), str(old["unit"]))
    return (now - amount) * before / amount if amount else 0.0


def _reason(old: Source | None, new: Source | None, of_activity: float) -> str:
    if old is None or new is None:
        return "new source" if old is None else "removed source"
    before, after = _number(old, "tco2e"), _number(new, "tco2e")
    limit = _EXACT * max(abs(before), abs(after), 1.0)
    moved, other = abs(of_activity) > limit, abs(after - before - of_activity) > limit
    if not other:
        return "activity" if moved else ""
    same_mass = abs(_number(new, "mass") - _number(old, "mass")) <= _EXACT * max(abs(_number(old, "mass")), 1e-9)
    if same_mass and not moved:
        return "gwp"
    return "activity and factor" if moved else "factor"


def _converted(value: float, unit: str, target: str) -> float:
    """Return an amount in another unit; as it is where the units are of different kinds."""
    try:
        return value * conversion_factor(unit, target) if unit != target else value
    except DataError:
        return value


def _number(source: Source | None, name: str) -> float:
    return 0.0 if source is None else float(str(source[name]))


def _text(source: Source | None, name: str) -> str:
    if source is None:
        return ""
    return str(source["factor"]) if name == "factor" else f"{_number(source, 'amount'):.10g} {source['unit']}".strip()
