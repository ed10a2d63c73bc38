"""A programme in which every policy limit may give way at a price: what has to give, and how little is enough."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from scipy.sparse import csc_array, hstack

from carbonpath.model.compile import CompiledModel, Floats, Key

POLICY = (
    "max_capacity",
    "min_capacity",
    "max_new_capacity",
    "min_new_capacity",
    "max_activity",
    "min_activity",
    "max_group_activity",
    "min_group_activity",
    "max_group_share",
    "min_group_share",
    "annual_emission_limit",
)
"""Constraints that people set and can change; what things are and what physics asks stays."""

DEMAND = "commodity_balance"
"""Constraint whose right-hand side is a demand, which may be left unmet."""

DEMAND_WEIGHT = 10.0
"""How much dearer a percent of unmet demand is than a percent of any limit: plans give up demand last."""


@dataclass(frozen=True, slots=True)
class Slack:
    """How far one row may give way."""

    row: int
    """Position of the row."""
    direction: float
    """1 where the limit rises (or demand falls short), -1 where it falls."""
    price: float
    """Cost of one unit, so that one percent of every limit costs the same."""
    upper: float
    """How far at most; infinity where there is no end."""


def elastic_slacks(compiled: CompiledModel) -> list[Slack]:
    """Return a slack for each policy row and each demand."""
    sizes = _sizes(compiled)
    slacks = []
    for position, key in enumerate(compiled.rows):
        lower, upper = compiled.row_lower[position], compiled.row_upper[position]
        if key.family == DEMAND and lower > 0.0:
            slacks.append(Slack(position, -1.0, DEMAND_WEIGHT / lower, float(lower)))
        elif key.family in POLICY:
            direction = 1.0 if np.isfinite(upper) else -1.0
            slacks.append(Slack(position, direction, 1.0 / sizes[_subject(key)], np.inf))
    return slacks


def elastic_programme(compiled: CompiledModel, slacks: list[Slack]) -> CompiledModel:
    """Return `compiled` with a column for each slack, at the least sum of price times slack."""
    rows = np.array([slack.row for slack in slacks], dtype=np.int32)
    entries = np.array([-slack.direction for slack in slacks])
    shape = (len(compiled.rows), len(slacks))
    give_way = csc_array((entries, (rows, np.arange(len(slacks)))), shape=shape)
    return replace(
        compiled,
        cost=np.concatenate([np.zeros(len(compiled.columns)), [slack.price for slack in slacks]]),
        constant=0.0,
        matrix=csc_array(hstack([compiled.matrix, give_way], format="csc")),
        column_lower=np.concatenate([compiled.column_lower, np.zeros(len(slacks))]),
        column_upper=np.concatenate([compiled.column_upper, [slack.upper for slack in slacks]]),
        integer=np.concatenate([compiled.integer, np.zeros(len(slacks), dtype=bool)]),
        columns=(*compiled.columns, *(Key("slack", compiled.rows[slack.row]) for slack in slacks)),
    )


def given_limit(compiled: CompiledModel, row: int) -> float:
    """Return the right-hand side of a row: its upper bound, or its lower where it has no upper."""
    upper = float(compiled.row_upper[row])
    return upper if np.isfinite(upper) else float(compiled.row_lower[row])


def _sizes(compiled: CompiledModel) -> dict[Key, float]:
    """Return by what to measure the limits of one subject: the largest of its years; 1 where all are zero."""
    sizes: dict[Key, float] = {}
    for position, key in enumerate(compiled.rows):
        if key.family in POLICY:
            subject = _subject(key)
            sizes[subject] = max(sizes.get(subject, 0.0), abs(given_limit(compiled, position)))
    return {subject: size or 1.0 for subject, size in sizes.items()}


def _subject(key: Key) -> Key:
    return Key(key.family, key.place[:-1])


def slack_values(compiled: CompiledModel, values: Floats) -> Floats:
    """Return the part of the values of an elastic programme that belongs to the slacks."""
    return values[len(compiled.columns) :]
