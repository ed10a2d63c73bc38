"""A programme in which every policy limit may give way at a price: what has to give, and how little is enough."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from scipy.sparse import csc_array, hstack

from carbonpath.model.compiled import CompiledModel, Floats, Key

POLICY = (
    "max_capacity",
    "min_capacity",
    "max_new_capacity",
    "min_new_capacity",
    "build_rate",
    "max_retired_capacity",
    "min_retired_capacity",
    "max_investment",
    "max_activity",
    "min_activity",
    "max_mode_activity",
    "min_mode_activity",
    "max_model_period_activity",
    "min_model_period_activity",
    "max_commodity_use",
    "max_group_activity",
    "min_group_activity",
    "max_model_period_group_activity",
    "max_group_share",
    "min_group_share",
    "max_group_ratio",
    "annual_emission_limit",
    "model_period_emission_limit",
    "annual_boundary_limit",
    "model_period_boundary_limit",
    "max_emission_ratio",
    "max_user_constraint",
)
"""Constraints that people set and can change; what things are and what physics asks stays."""

RATIOS = {
    "max_group_share": ("group_activity", (0, 1, 3), (0, 2, 3)),
    "min_group_share": ("group_activity", (0, 1, 3), (0, 2, 3)),
    "max_group_ratio": ("group_activity", (0, 1, 2), (0, 1, 3)),
    "max_emission_ratio": ("boundary_emissions", (0, 1, 2), (0, 1, 3)),
}
"""Policy constraints that limit one variable per unit of another, so that their right-hand side of zero says nothing
of their size: family of both variables, and which parts of the row's index make up the index of each."""

DEMAND = "commodity_balance"
"""Constraint whose right-hand side is a demand, which may be left unmet."""

DEMANDS = {DEMAND: "demand", "annual_delivery": "accumulated_demand"}
"""Constraints whose right-hand side is a demand, and the parameter that it is."""

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


def elastic_slacks(compiled: CompiledModel, values: Floats | None = None) -> list[Slack]:
    """Return a slack for each policy row and each demand.

    Parameters
    ----------
    compiled
        The programme.
    values
        Values of its columns in a first elastic solution, by which ratios are measured: one percent of a share is one
        percent of what the reference group then does. Without them ratios are measured by the largest demand.
    """
    sizes = _sizes(compiled)
    largest = max((size for key, size in sizes.items() if key.family in DEMANDS), default=1.0)
    slacks = []
    for position, key in enumerate(compiled.rows):
        lower, upper = compiled.row_lower[position], compiled.row_upper[position]
        direction = 1.0 if np.isfinite(upper) else -1.0
        if key.family in DEMANDS and lower > 0.0:
            slacks.append(Slack(position, -1.0, DEMAND_WEIGHT / lower, float(lower)))
        elif key.family in RATIOS:
            size = 0.0 if values is None else _ratio_size(compiled, position, values)
            slacks.append(Slack(position, direction, 1.0 / (size or largest), np.inf))
        elif key.family in POLICY:
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


def ratio_columns(compiled: CompiledModel, key: Key) -> tuple[int, int]:
    """Return the columns that a row of `RATIOS` compares: what is limited, and per unit of what."""
    family, limited, reference = RATIOS[key.family]
    part, whole = (Key(family, tuple(key.place[at] for at in places)) for places in (limited, reference))
    return compiled.column_of[part], compiled.column_of[whole]


def _ratio_size(compiled: CompiledModel, row: int, values: Floats) -> float:
    """Return the ratio times its reference: what a ratio row asks of what it limits."""
    _, column = ratio_columns(compiled, compiled.rows[row])
    return abs(float(compiled.matrix[[row], [column]].item()) * float(values[column]))


def _sizes(compiled: CompiledModel) -> dict[Key, float]:
    """Return by what to measure the limits of one subject: the largest of its years; 1 where all are zero."""
    sizes: dict[Key, float] = {}
    for position, key in enumerate(compiled.rows):
        if key.family in POLICY or key.family in DEMANDS:
            subject = _subject(key)
            sizes[subject] = max(sizes.get(subject, 0.0), abs(given_limit(compiled, position)))
    return {subject: size or 1.0 for subject, size in sizes.items()}


def _subject(key: Key) -> Key:
    """Return whose limit a row is, whatever the year."""
    return Key(key.family, tuple(part for part in key.place if not isinstance(part, int)))


def slack_values(compiled: CompiledModel, values: Floats) -> Floats:
    """Return the part of the values of an elastic programme that belongs to the slacks."""
    return values[len(compiled.columns) :]
