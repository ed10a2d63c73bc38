r"""Several named futures at once: the same investments in all, different operation in each.

What is built (and closed) until a year must be decided before it is known which future comes; how it is run is decided
afterwards. The plan is the one of least expected cost over the futures f with their probabilities :math:`\pi_f`,

.. math::
    \min \sum_{f} \pi_f Z_f \quad \text{with equal investments until the year in which the future is known}

Knowing the future beforehand would cost :math:`\sum_f \pi_f Z^*_f`, each future with its own least-cost plan; the
difference is the expected value of perfect information (Birge and Louveaux: Introduction to Stochastic Programming).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
from scipy.sparse import coo_array, csc_array

from carbonpath.core.errors import InfeasibleError, UsageError
from carbonpath.core.problems import Problem
from carbonpath.model.compiled import CompiledModel, Key
from carbonpath.model.data import read_model_data
from carbonpath.model.highs import SolverOptions
from carbonpath.model.prepared import ModelData
from carbonpath.model.programme import compile_system
from carbonpath.model.run import ModelOutcome, solve_or_explain, tell
from carbonpath.model.solve import Solution, solve
from carbonpath.system.change import Change
from carbonpath.system.overlay import apply_changes
from carbonpath.system.system import System

INVESTMENTS = ("new_capacity", "new_units", "new_storage_capacity", "retired_capacity")
"""Families that are decided before the future is known."""
CERTAIN = 1e-9
"""How far probabilities may miss a sum of one."""


@dataclass(frozen=True, slots=True)
class Future:
    """One way in which things may turn out."""

    name: str
    """Its name."""
    probability: float
    """How likely it is."""
    changes: tuple[Change, ...]
    """What is different in it."""
    system: System | None = None
    """System to which the changes apply; what all futures have in common if not given."""


@dataclass(frozen=True)
class FuturesOutcome:
    """The plan that is best on average."""

    expected_cost: float
    """Expected cost of the plan, in million CNY."""
    plans: Mapping[str, ModelOutcome]
    """The plan in each future: equal investments until the future is known, operation of its own."""
    foreseen_cost: Mapping[str, float]
    """Least cost of each future if it were known beforehand, in million CNY."""
    value_of_information: float
    """Expected value of perfect information: what knowing the future beforehand would save on average."""
    shared: int
    """Investments that are the same in all futures."""


def solve_futures(
    system: System,
    futures: Sequence[Future],
    until: int | None = None,
    options: SolverOptions | None = None,
    scenario: str = "",
) -> FuturesOutcome:
    """Return the plan of least expected cost.

    Parameters
    ----------
    system
        What all futures have in common.
    futures
        The futures; probabilities add up to one.
    until
        Last year whose investments must be the same in all futures; the whole horizon if not given.
    options, scenario
        As for `carbonpath.model.run.solve_system`.

    Raises
    ------
    UsageError
        CP-624 if the probabilities are not positive or do not add up to one, or two futures share a name.
    InfeasibleError
        CP-625 if each future has a plan, but none with the same investments; else as `solve_system`.
    CarbonpathError
        What `carbonpath.model.run.solve_system` raises.
    """
    _require_sound(futures)
    members = [_member(system, future) for future in futures]
    chosen = options or SolverOptions()
    foreseen = {
        one.future.name: solve_or_explain(one.compiled, chosen, one.system, one.future.name).objective
        for one in members
    }
    programme, columns = _stacked(members, system.years[-1] if until is None else until)
    try:
        together = solve(programme, chosen, scenario)
    except InfeasibleError as error:
        raise InfeasibleError(Problem("CP-625", place=", ".join(foreseen)), *error.problems) from error
    plans = {one.future.name: _told(one, part, scenario) for one, part in _split(members, columns, together)}
    value = together.objective - sum(one.future.probability * foreseen[one.future.name] for one in members)
    shared = sum(len(one.compiled.columns) for one in members) - len(programme.columns)
    return FuturesOutcome(together.objective, plans, foreseen, value, shared // max(1, len(members) - 1))


@dataclass(frozen=True, slots=True)
class _Member:
    """One future as a programme."""

    future: Future
    system: System
    data: ModelData
    compiled: CompiledModel


def _require_sound(futures: Sequence[Future]) -> None:
    total = sum(future.probability for future in futures)
    names = {future.name for future in futures}
    positive = all(future.probability > 0.0 for future in futures)
    if not positive or abs(total - 1.0) > CERTAIN or len(names) < len(futures):
        told = ", ".join(f"{future.name} {future.probability:g}" for future in futures)
        raise UsageError(Problem("CP-624", value=told))


def _member(system: System, future: Future) -> _Member:
    changed = apply_changes(future.system or system, future.changes)
    data = read_model_data(changed)
    return _Member(future, changed, data, compile_system(changed, data))


def _stacked(members: Sequence[_Member], until: int) -> tuple[CompiledModel, list[list[int]]]:
    """Return all futures as one programme, and where each has its columns in it."""
    known: list[Key] = [key for key in members[0].compiled.columns if _is_shared(key, members, until)]
    position = {key: at for at, key in enumerate(known)}
    names, columns = list(known), []
    for one in members:
        own: list[int] = []
        for key in one.compiled.columns:
            if key not in position:
                own.append(len(names))
                names.append(Key(key.family, (one.future.name, *key.place)))
            else:
                own.append(position[key])
        columns.append(own)
    lower, upper, cost = np.full(len(names), -np.inf), np.full(len(names), np.inf), np.zeros(len(names))
    for one, at in zip(members, columns, strict=True):
        lower[at] = np.maximum(lower[at], one.compiled.column_lower)
        upper[at] = np.minimum(upper[at], one.compiled.column_upper)
        cost[at] += one.future.probability * one.compiled.cost
    programme = CompiledModel(
        cost=cost,
        constant=sum(one.future.probability * one.compiled.constant for one in members),
        matrix=_matrix(members, columns, len(names)),
        row_lower=np.concatenate([one.compiled.row_lower for one in members]),
        row_upper=np.concatenate([one.compiled.row_upper for one in members]),
        column_lower=lower,
        column_upper=upper,
        integer=_whole(members, columns, len(names)),
        rows=tuple(Key(key.family, (one.future.name, *key.place)) for one in members for key in one.compiled.rows),
        columns=tuple(names),
        unused=(),
    )
    return programme, columns


def _is_shared(key: Key, members: Sequence[_Member], until: int) -> bool:
    known = key.family in INVESTMENTS and key.place[-1] <= until
    return known and all(key in one.compiled.column_of for one in members)


def _matrix(members: Sequence[_Member], columns: Sequence[Sequence[int]], width: int) -> csc_array[np.float64]:
    parts: list[coo_array[np.float64]] = [coo_array(one.compiled.matrix) for one in members]
    heights = [part.shape[0] for part in parts]
    first = np.concatenate([[0], np.cumsum(heights)])
    rows = np.concatenate([part.coords[0] + start for part, start in zip(parts, first[:-1], strict=True)])
    at = np.concatenate([np.asarray(own)[part.coords[1]] for part, own in zip(parts, columns, strict=True)])
    entries = np.concatenate([part.data for part in parts])
    return csc_array((entries, (rows, at)), shape=(int(first[-1]), width))


def _whole(members: Sequence[_Member], columns: Sequence[Sequence[int]], width: int) -> npt.NDArray[np.bool_]:
    whole = np.zeros(width, dtype=bool)
    for one, at in zip(members, columns, strict=True):
        whole[at] |= one.compiled.integer
    return whole


def _split(
    members: Sequence[_Member], columns: Sequence[Sequence[int]], together: Solution
) -> list[tuple[_Member, Solution]]:
    """Return the part of each future, with shadow prices in money of that future."""
    parts, row = [], 0
    for one, at in zip(members, columns, strict=True):
        values = together.values[at]
        duals = together.row_duals[row : row + len(one.compiled.rows)] / one.future.probability
        cost = float(one.compiled.cost @ values) + one.compiled.constant
        parts.append((one, replace(together, values=values, row_duals=duals, objective=cost)))
        row += len(one.compiled.rows)
    return parts


def _told(one: _Member, part: Solution, scenario: str) -> ModelOutcome:
    name = f"{scenario}/{one.future.name}" if scenario else one.future.name
    return tell(part, one.compiled, one.data, one.system, scenario=name, seconds={})
