"""The floor: the same arrays handed to the solver by scipy and highspy alone, with nothing checked and nothing told."""

from __future__ import annotations

import time
from dataclasses import dataclass

import highspy
import numpy as np
from highspy._core import _Highs
from scipy.sparse import csc_array

from carbonpath.model.compiled import CompiledModel


@dataclass(frozen=True)
class Floor:
    """Processor seconds of the floor."""

    load: float
    """From triplets in memory, row after row, to a solver that holds the programme."""
    solve: float
    """Solve from there; zero if not asked for."""
    objective: float
    """What the solver says."""


def floor(compiled: CompiledModel, solve: bool = False) -> Floor:
    """Return what the programme costs at least."""
    triplets = compiled.matrix.tocsr().tocoo()
    values = triplets.data.copy()
    rows, columns = (place.astype(np.int32) for place in triplets.coords)
    begun = time.process_time()
    matrix = csc_array((values, (rows, columns)), shape=compiled.matrix.shape)
    solver = _Highs()
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("threads", 1)
    solver.passModel(
        matrix.shape[1],
        matrix.shape[0],
        matrix.nnz,
        int(highspy.MatrixFormat.kColwise),
        int(highspy.ObjSense.kMinimize),
        compiled.constant,
        compiled.cost,
        compiled.column_lower,
        compiled.column_upper,
        compiled.row_lower,
        compiled.row_upper,
        matrix.indptr,
        matrix.indices,
        matrix.data,
        compiled.integer.astype(np.int32),
    )
    loaded = time.process_time()
    if not solve:
        return Floor(loaded - begun, 0.0, 0.0)
    solver.run()
    solved = time.process_time()
    return Floor(loaded - begun, solved - loaded, float(solver.getInfo().objective_function_value))
