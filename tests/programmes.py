"""Small programmes drawn at random, many of them degenerate: few different numbers, rows that say the same."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import strategies as st
from scipy.sparse import csc_array

from carbonpath.model.compiled import CompiledModel
from carbonpath.model.keys import Key

COEFFICIENTS = st.sampled_from([0.0, 0.0, 0.0, 1.0, 1.0, -1.0, 2.0, -0.5])
COSTS = st.sampled_from([0.0, 1.0, 1.0, 2.0, 3.0])
WHOLE = st.integers(0, 3).map(float)


@st.composite
def programmes(draw: st.DrawFn, *, rows: int = 7, columns: int = 6) -> CompiledModel:
    """Return a programme with a plan whose cost cannot fall without bound; what may be negative costs nothing."""
    height, width = draw(st.integers(1, rows)), draw(st.integers(1, columns))
    entries = np.array(draw(st.lists(COEFFICIENTS, min_size=height * width, max_size=height * width)))
    matrix = entries.reshape(height, width)
    plan = np.array(draw(st.lists(WHOLE, min_size=width, max_size=width)))
    room = np.array(draw(st.lists(st.sampled_from([0.0, 0.0, 1.0, np.inf]), min_size=2 * height, max_size=2 * height)))
    above = np.array(draw(st.lists(st.sampled_from([0.0, 1.0, np.inf, np.inf]), min_size=width, max_size=width)))
    free = np.array(draw(st.lists(st.sampled_from([False, False, False, True]), min_size=width, max_size=width)))
    cost = np.array(draw(st.lists(COSTS, min_size=width, max_size=width)))
    return CompiledModel(
        cost=np.where(free, 0.0, cost),
        constant=draw(WHOLE),
        matrix=csc_array(matrix),
        row_lower=matrix @ plan - room[:height],
        row_upper=matrix @ plan + room[height:],
        column_lower=np.where(free, -np.inf, 0.0),
        column_upper=np.where(free, np.inf, plan + above),
        integer=np.zeros(width, dtype=bool),
        rows=[Key("row", ("r", str(row))) for row in range(height)],
        columns=[
            Key("annual_emissions" if free[column] else "activity", ("r", f"x{column}", 2020))
            for column in range(width)
        ],
        unused=(),
    )


@st.composite
def moved_programmes(draw: st.DrawFn) -> tuple[CompiledModel, CompiledModel, list[int], list[int]]:
    """Return a programme, another with its structure, and the rows and coefficients in which they may differ."""
    base = draw(programmes())
    rows = draw(st.lists(st.integers(0, len(base.rows) - 1), unique=True, max_size=2))
    places = draw(st.lists(st.integers(0, base.matrix.nnz - 1), unique=True, max_size=2)) if base.matrix.nnz else []
    data, lower, upper = base.matrix.data.copy(), base.row_lower.copy(), base.row_upper.copy()
    for place in places:
        data[place] *= draw(st.sampled_from([0.0, 0.5, 1.5]))
    for row in rows:
        by = draw(st.sampled_from([-1.0, 0.5, 1.0]))
        lower[row] += by
        upper[row] += by
    matrix = csc_array((data, base.matrix.indices, base.matrix.indptr), base.matrix.shape).copy()
    matrix.eliminate_zeros()
    free = np.isinf(base.column_lower)
    width = len(base.columns)
    cost = np.where(free, 0.0, draw(st.lists(COSTS, min_size=width, max_size=width)))
    return base, replace(base, matrix=matrix, cost=cost, row_lower=lower, row_upper=upper), rows, places
