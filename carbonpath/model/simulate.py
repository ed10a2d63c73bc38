r"""Simulation: what a system does if given shares go on, without a choice by cost.

Planners know this as accounting: each commodity is made by technologies in fixed shares, and demand pulls everything
else along. A share :math:`s` of technology t in the production of commodity c asks for

.. math::
    P_{rtcy} - s \sum_{t'} P_{rt'cy} = d^+_{rtcy} - d^-_{rtcy}

with the sum over the technologies that have a share. Where capacity, a limit or a balance forbids the shares, they
give way as little as possible: first the sum of deviations, each relative to the amount made, is made least; then,
among the plans that come so near, cost decides what the shares leave open (which capacity is built, where the shares
say nothing). Deviations are told with their places.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from carbonpath.core.schemas import RESULT, Column, Schema
from carbonpath.core.tables import as_table, empty_table
from carbonpath.model.compiled import CompiledModel, Floats, Key
from carbonpath.model.data import read_model_data
from carbonpath.model.extend import NewColumn, NewRow, extended, restricted
from carbonpath.model.highs import SolverOptions
from carbonpath.model.parameters import Index
from carbonpath.model.prepared import ModelData
from carbonpath.model.rows import compile_data
from carbonpath.model.run import ModelOutcome, solve_or_explain, tell
from carbonpath.system.system import System

SHARES = Schema(
    "SHARES",
    (
        Column("region", "str", "region"),
        Column("technology", "str", "technology"),
        Column("commodity", "str", "commodity that it makes"),
        Column("year", "int", "model year"),
        Column("value", "float", "share in what the technologies with a share make of it"),
        Column("amount", "float", "amount of the commodity by which a deviation is weighed"),
    ),
)
"""Shares of technologies in the production of commodities; a technology without a row makes what it likes."""

SIMULATED = "simulated"
"""Status of a plan that follows shares."""
ROOM = 1e-7
"""How much the weighed deviations may exceed their least while cost decides."""
NOTICEABLE = 1e-4
"""Deviations of a share that are told."""


@dataclass(frozen=True, slots=True)
class Deviation:
    """A share that could not be kept."""

    place: Index
    """Region, technology, commodity, year."""
    asked: float
    """Share asked for."""
    reached: float
    """Share in the plan."""


@dataclass(frozen=True)
class Simulation:
    """What follows from shares."""

    outcome: ModelOutcome
    """The plan as tables, without shadow prices."""
    deviations: tuple[Deviation, ...]
    """Shares that could not be kept, the largest difference first."""


def frozen_shares(result: pd.DataFrame, system: System, year: int, years: Sequence[int] = ()) -> pd.DataFrame:
    """Return the shares of a year as table SHARES for other years: the structure of that year goes on.

    Shares are of what a technology mainly makes; by-products have none.

    Parameters
    ----------
    result
        Table RESULT of one scenario.
    system
        The system behind it.
    year
        Year from which the shares are read.
    years
        Years in which they go on; those of `system` if not given.
    """
    main = system.technologies[["technology", "main_output"]]
    rows = result[(result["quantity"] == "production") & (result["year"] == year)].merge(main, on="technology")
    rows = rows.loc[rows["commodity"] == rows["main_output"], ["region", "technology", "commodity", "value"]]
    whole = rows.groupby(["region", "commodity"])["value"].transform("sum")
    shares = rows.assign(value=rows["value"] / whole, amount=whole)
    makers = _other_makers(shares, system)
    every = pd.concat([shares, makers], ignore_index=True).merge(
        pd.DataFrame({"year": list(years or system.years)}), how="cross"
    )
    return as_table(every.sort_values(["region", "commodity", "technology", "year"], kind="stable"), SHARES)


def simulate(
    system: System, shares: pd.DataFrame, options: SolverOptions | None = None, scenario: str = ""
) -> Simulation:
    """Return what `system` does if `shares` go on.

    Parameters
    ----------
    system
        The system; all its limits hold.
    shares
        Table SHARES; shares of technologies that cannot run in a year are left out.
    options, scenario
        As for `carbonpath.model.run.solve_system`.

    Raises
    ------
    CarbonpathError
        What `carbonpath.model.run.solve_system` raises.
    """
    clock = [time.perf_counter()]
    data = read_model_data(system)
    clock.append(time.perf_counter())
    compiled = compile_data(data)
    clock.append(time.perf_counter())
    asked = _asked(shares, compiled, data)
    followed, weights = _with_shares(compiled, asked, data)
    first = replace(followed, cost=weights, constant=0.0)
    nearest = solve_or_explain(first, SolverOptions(tie_break=False), system, scenario)
    held = extended(followed, [], [_least_deviation(weights, nearest.objective)])
    solution = replace(solve_or_explain(held, options, system, scenario), status=SIMULATED)
    plan = restricted(solution, compiled)
    clock.append(time.perf_counter())
    stages = zip(("build", "compile", "solve"), clock[:-1], clock[1:], strict=True)
    seconds = {name: end - begin for name, begin, end in stages}
    outcome = tell(plan, compiled, data, system, scenario=scenario, seconds=seconds)
    outcome = replace(outcome, duals=as_table(empty_table(RESULT), RESULT))
    return Simulation(outcome, tuple(_deviations(asked, plan.values)))


@dataclass(frozen=True, slots=True)
class _Asked:
    """One share, and the columns that make up its production and that of all with a share."""

    place: Index
    share: float
    amount: float
    own: Mapping[int, float]
    all: Mapping[int, float]


def _other_makers(shares: pd.DataFrame, system: System) -> pd.DataFrame:
    """Return a share of zero for each technology that could mainly make a commodity which others made."""
    main = system.technologies[["technology", "main_output"]].rename(columns={"main_output": "commodity"})
    amounts = shares[["region", "commodity", "amount"]].drop_duplicates()
    able = main.merge(amounts, on="commodity")
    known = set(zip(shares["region"], shares["technology"], strict=True))
    new = [(r, t) not in known for r, t in zip(able["region"], able["technology"], strict=True)]
    return able.loc[new].assign(value=0.0)


def _asked(shares: pd.DataFrame, compiled: CompiledModel, data: ModelData) -> list[_Asked]:
    found: dict[Index, list[tuple[Index, float, float, Mapping[int, float]]]] = defaultdict(list)
    for r, t, c, y, share, amount in shares[list(SHARES.names)].itertuples(index=False, name=None):
        own = _production(compiled, data, (r, t, c, y))
        if own:
            found[r, c, y].append(((r, t, c, y), share, amount, own))
    return [
        _Asked(place, share, amount, own, {column: ratio for *_, each in rows for column, ratio in each.items()})
        for rows in found.values()
        for place, share, amount, own in rows
    ]


def _production(compiled: CompiledModel, data: ModelData, place: Index) -> Mapping[int, float]:
    """Return the columns and ratios that make up what a technology makes of a commodity in a year."""
    region, technology, commodity, year = place
    return {
        compiled.column_of[Key("activity", (region, technology, mode, timeslice, year))]: ratio
        for name, mode, ratio in data.sets.producers.get((region, commodity, year), ())
        if name == technology
        for timeslice in data.sets.slices_of(technology)
    }


def _with_shares(compiled: CompiledModel, asked: Sequence[_Asked], data: ModelData) -> tuple[CompiledModel, Floats]:
    """Return the programme with a row a share and its two deviations, and the weights of all columns."""
    width = len(compiled.columns)
    columns, rows, weights = [], [], []
    for number, one in enumerate(asked):
        terms = {column: -one.share * ratio for column, ratio in one.all.items()}
        for column, ratio in one.own.items():
            terms[column] += ratio
        terms |= {width + 2 * number: -1.0, width + 2 * number + 1: 1.0}
        key = Key("share", one.place)
        columns += [NewColumn(Key("more_than_share", one.place)), NewColumn(Key("less_than_share", one.place))]
        rows.append(NewRow(key, list(terms.values()), list(terms), lower=0.0, upper=0.0))
        weights += [1.0 / max(one.amount, ROOM)] * 2
    return extended(compiled, columns, rows), np.concatenate([np.zeros(width), weights])


def _least_deviation(weights: Floats, least: float) -> NewRow:
    weighed = np.flatnonzero(weights)
    return NewRow(
        Key("deviation", ()), weights[weighed].tolist(), weighed.tolist(), upper=least + ROOM * max(1.0, least)
    )


def _deviations(asked: Sequence[_Asked], values: Floats) -> Iterator[Deviation]:
    found = []
    for one in asked:
        own, whole = (sum(ratio * values[column] for column, ratio in part.items()) for part in (one.own, one.all))
        reached = float(own / whole) if whole > 0.0 else one.share
        if abs(reached - one.share) > NOTICEABLE:
            found.append(Deviation(one.place, one.share, reached))
    yield from sorted(found, key=lambda deviation: (-abs(deviation.reached - deviation.asked), deviation.place))
