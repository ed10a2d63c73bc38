"""Numbers that a project sets in place of those of the reference tables, known as such wherever they serve."""

from __future__ import annotations

import difflib
import math
from dataclasses import replace

import pandas as pd

from carbonpath.core.errors import DataError, require_valid
from carbonpath.core.problems import Problem
from carbonpath.core.units import conversion_factor, is_unit
from carbonpath.reference.factors import Factors
from carbonpath.reference.identity import KINDS, factor_ids, factor_table

SOURCE = "project"
"""Source of a number that the project sets."""
CONFIDENCE = "project"
"""Its confidence: that of the user's own document."""


def check_overrides(overrides: pd.DataFrame, factors: Factors, file: str = "") -> list[Problem]:
    """Return what keeps numbers of a project from being used.

    CP-305 an id that no number has; CP-306 a unit that cannot be converted into that of the number; CP-307 a number
    without source; CP-308 a number set twice, or not finite.

    Parameters
    ----------
    overrides
        Table OVERRIDES.
    factors
        Reference tables as shipped.
    file
        Where the table stands, for the messages.
    """
    numbers = factor_table(factors)
    units = dict(zip(numbers["factor"].astype("str"), numbers["unit"].astype("str"), strict=True))
    problems: list[Problem] = []
    seen: set[str] = set()
    for number, row in enumerate(overrides.to_dict("records"), start=2):
        name, place = str(row["factor"]), f"row {number}"
        if name not in units:
            nearest = ", ".join(difflib.get_close_matches(name, units, n=3, cutoff=0.5))
            problems.append(Problem("CP-305", file, place, name, {"nearest": nearest or ", ".join(KINDS)}))
        elif not _convertible(str(row["unit"]), units[name]):
            problems.append(Problem("CP-306", file, place, str(row["unit"]), {"factor": name, "unit": units[name]}))
        if not str(row["source"]).strip():
            problems.append(Problem("CP-307", file, place, name))
        if name in seen or not math.isfinite(float(row["value"])):
            problems.append(Problem("CP-308", file, place, f"{name} = {row['value']}"))
        seen.add(name)
    return problems


def apply_overrides(factors: Factors, overrides: pd.DataFrame, file: str = "") -> Factors:
    """Return the reference tables with the numbers of a project in place of their own.

    Each replaced row says so: source and confidence ``project``, the user's words as the clause, and in the note what
    it replaces.

    Raises
    ------
    DataError
        CP-305 to CP-308, every one.
    """
    require_valid(check_overrides(overrides, factors, file), DataError)
    changed: dict[str, pd.DataFrame] = {}
    for kind, (name, _) in KINDS.items():
        mine = overrides[overrides["factor"].str.startswith(f"{kind}.")]
        if not mine.empty:
            changed[name] = _replaced(getattr(factors, name), kind, mine)
    return replace(factors, **changed) if changed else factors


def _replaced(table: pd.DataFrame, kind: str, overrides: pd.DataFrame) -> pd.DataFrame:
    result = table.copy()
    olds = dict(zip(factor_ids(table, kind), table.to_dict("index").items(), strict=True))
    for row in overrides.to_dict("records"):
        at, old = olds[str(row["factor"])]
        told = f"replaces {float(old['value'])!r} {old['unit']} ({old['source']}, {old['clause']}; {old['confidence']})"
        scale = 1.0 if row["unit"] == old["unit"] else conversion_factor(str(row["unit"]), str(old["unit"]))
        result.loc[at, "value"] = float(row["value"]) * scale
        result.loc[at, ["source", "clause", "confidence", "note"]] = [SOURCE, str(row["source"]), CONFIDENCE, told]
    return result


def _convertible(unit: str, target: str) -> bool:
    if unit == target:
        return True
    if not (is_unit(unit) and is_unit(target)):
        return False
    try:
        conversion_factor(unit, target)
    except DataError:
        return False
    return True
