"""A score for the data of each firm and year, so that a bureau knows whom to call first."""

from __future__ import annotations

import math
import tomllib
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import pandas as pd

from carbonpath.core.problems import Problem
from carbonpath.survey.checks.context import SIDES

MISSING = "CP-290"
"""Finding of a firm that did not report a year."""

FirmYear = tuple[str, int]


@dataclass(frozen=True, slots=True)
class FirmScore:
    """Score of a firm and year."""

    firm: str
    """Firm."""
    year: int
    """Year."""
    score: float
    """0 to 100."""
    parts: Mapping[str, float]
    """Parts of the score, 0 to 100 each; none for a year without a report."""
    errors: int
    """Findings that cannot be true."""
    warnings: int
    """Findings that a person must judge."""


@cache
def score_rules() -> Mapping[str, Any]:
    """Return the content of score.toml."""
    return tomllib.loads((files("carbonpath.survey") / "score.toml").read_text(encoding="utf-8"))


def score_firms(
    activity: pd.DataFrame, problems: Iterable[Problem], explained: Collection[str] = ()
) -> tuple[FirmScore, ...]:
    """Return the score of each firm and year, sorted; see score.toml.

    Parameters
    ----------
    activity
        ACTIVITY rows that were checked.
    problems
        Findings of `carbonpath.survey.checks.check_activity`; one about a trade counts for both sides.
    explained
        Cells (`source` of ACTIVITY) whose rows have a remark.
    """
    files_of = _firm_years(activity)
    found: dict[FirmYear, list[Problem]] = defaultdict(list)
    for problem in problems:
        for key in owners(problem, files_of):
            found[key].append(problem)
    reported = sorted(set(files_of.values()))
    worth = _worth(activity)
    scores = [_score(key, found.pop(key, []), worth.get(key), explained) for key in reported]
    scores += [FirmScore(*key, 0.0, {}, 0, len(missing)) for key, missing in found.items()]
    return tuple(sorted(scores, key=lambda score: (score.firm, score.year)))


def owners(problem: Problem, files_of: Mapping[str, FirmYear]) -> set[FirmYear]:
    """Return the firms and years that a finding is about."""
    if problem.code == MISSING:
        return {(problem.place, int(problem.value))}
    about = {files_of[problem.file]} if problem.file in files_of else set()
    reported = set(files_of.values())
    sides = {(problem.details.get(side, ""), int(problem.details.get("year", 0))) for side in ("seller", "buyer")}
    return about | (sides & reported)


def _firm_years(activity: pd.DataFrame) -> dict[str, FirmYear]:
    rows = activity.drop_duplicates(["firm", "year"])
    names = rows["source"].str.partition("!")[0]
    return {str(n): (str(f), int(y)) for n, f, y in zip(names, rows["firm"], rows["year"], strict=True)}


def _score(key: FirmYear, found: Sequence[Problem], worth: float | None, explained: Collection[str]) -> FirmScore:
    rules = score_rules()
    parts = {
        name: 100.0 if not part["codes"] else max(0.0, 100.0 - _points(found, part["codes"], explained))
        for name, part in rules["part"].items()
    }
    if worth is not None:
        parts["measurement"] = worth
    total = math.fsum(rules["part"][name]["weight"] * value for name, value in parts.items())
    errors = sum(problem.severity == "error" for problem in found)
    return FirmScore(*key, round(total, 6), parts, errors, len(found) - errors)


def _points(found: Iterable[Problem], codes: Collection[str], explained: Collection[str]) -> float:
    points = score_rules()["points"]
    kinds = (
        "explained" if f"{problem.file}!{problem.place}" in explained else problem.severity
        for problem in found
        if problem.code in codes
    )
    return float(sum(points[kind] for kind in kinds))


def _worth(activity: pd.DataFrame) -> dict[FirmYear, float]:
    amounts = activity[activity["activity"].isin(SIDES)]
    worth = amounts.assign(worth=amounts["quality"].map(score_rules()["worth"]).astype(float))
    means = worth.groupby(["firm", "year"], as_index=False)["worth"].mean()
    return {(str(f), int(y)): float(w) for f, y, w in zip(means["firm"], means["year"], means["worth"], strict=True)}
