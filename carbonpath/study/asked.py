"""Outcomes that a condition asks for in place: ``annual_activity[technology=F01.EAF_SCRAP,year=2035] > 1``."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from pydantic import ValidationError

from carbonpath.core.errors import UsageError
from carbonpath.core.labels import label
from carbonpath.core.problems import Problem
from carbonpath.study.expression import Condition, read_condition
from carbonpath.study.load import BOUNDED
from carbonpath.study.outcome import FEASIBLE, OutcomeBlock
from carbonpath.study.outcomes.quantity import is_known
from carbonpath.study.study import Study

ASKED = re.compile(r"([a-z_]\w*)\[([^\]]*)\]")
"""A name with what is wanted of it."""


def with_asked(study: Study, condition: str) -> tuple[Study, Condition]:
    """Return a study with the outcomes that a condition asks for in place, and the condition.

    Raises
    ------
    UsageError
        CP-155 for a name that is neither an indicator nor a quantity, or that has no such index; what `read_condition`
        raises.
    """
    asked: dict[str, OutcomeBlock] = {}

    def named(found: re.Match[str]) -> str:
        name = f"asked_{len(asked) + 1}"
        asked[name] = _outcome(found, study.head.boundary)
        return name

    plain = ASKED.sub(named, condition)
    known = tuple(name for name, block in study.outcomes.items() if block.year != "all")
    read = read_condition(plain, (*known, *asked, FEASIBLE))
    return replace(study, outcomes={**study.outcomes, **asked}), replace(read, text=condition)


def _outcome(found: re.Match[str], boundary: str) -> OutcomeBlock:
    name, where = found[1], dict(part.split("=", 1) for part in found[2].split(",") if "=" in part)
    wanted = {key.strip(): value.strip() for key, value in where.items()}
    year = wanted.pop("year", "")
    content: dict[str, Any] = {"year": int(year)} if year.isdigit() else {}
    if is_known(name):
        content |= {"quantity": name, "where": wanted}
    elif label("indicator", name, "en") != name:
        content |= {"indicator": name, "boundary": boundary if name in BOUNDED else "", **wanted}
    else:
        raise UsageError(Problem("CP-155", value=found[0]))
    try:
        return OutcomeBlock(**content)
    except ValidationError as error:
        raise UsageError(Problem("CP-155", value=found[0])) from error
