"""Rows that contradict each other, none of them to spare: proven by solving, not taken on trust.

The solver proposes rows, sometimes with a warning and sometimes one too many. What is given out is a set that was
solved and found impossible, and of which each row was left out once and the rest found possible.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from scipy.sparse import csc_array

from carbonpath.core.errors import CarbonpathError, InfeasibleError
from carbonpath.model.compiled import CompiledModel, Key
from carbonpath.model.highs import SolverOptions
from carbonpath.model.solve import solve, suspect_rows


def irreducible_rows(compiled: CompiledModel, seconds: float, among: Sequence[int] = ()) -> tuple[Key, ...]:
    """Return rows of an infeasible programme that contradict each other, none of them to spare.

    Parameters
    ----------
    compiled
        Arrays of a programme that `carbonpath.model.solve.solve` found infeasible.
    seconds
        Time after which to give up, with an empty answer.
    among
        Rows to which the search is confined; all if none is given. Empty if these do not contradict each other.
    """
    end = time.perf_counter() + seconds
    rows = list(among) or list(range(len(compiled.rows)))
    kept = [rows[position] for position in suspect_rows(_part(compiled, rows), seconds)]
    if not kept or not _contradict(compiled, kept):
        return ()
    for row in tuple(kept):
        if time.perf_counter() > end:
            return ()
        rest = [other for other in kept if other != row]
        if _contradict(compiled, rest):
            kept = rest
    return tuple(compiled.rows[row] for row in sorted(kept))


def _contradict(compiled: CompiledModel, rows: Sequence[int]) -> bool:
    try:
        solve(_part(compiled, rows), SolverOptions(tie_break=False))
    except InfeasibleError:
        return True
    except CarbonpathError:
        return False
    return False


def _part(compiled: CompiledModel, rows: Sequence[int]) -> CompiledModel:
    """Return the programme with these rows and the columns that they touch, and no cost."""
    chosen = np.asarray(rows, dtype=np.int64)
    few = compiled.matrix.tocsr()[chosen].tocsc()
    touched = np.flatnonzero(np.diff(few.indptr))
    return replace(
        compiled,
        cost=np.zeros(touched.size),
        constant=0.0,
        matrix=csc_array(few[:, touched]),
        row_lower=compiled.row_lower[chosen],
        row_upper=compiled.row_upper[chosen],
        column_lower=compiled.column_lower[touched],
        column_upper=compiled.column_upper[touched],
        integer=np.zeros(touched.size, dtype=bool),
        rows=tuple(compiled.rows[row] for row in rows),
        columns=tuple(compiled.columns[int(column)] for column in touched),
    )
