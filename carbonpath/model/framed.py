"""Programmes of the same columns and unlike rows in one frame, so that the basis of one can start another.

Measures add rows: limits that the reference has not. In a frame every programme has the rows of all, in one order; a
row that a programme has not is there without coefficients and bounds, and binds nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from scipy.sparse import csc_array

from carbonpath.model.compiled import CompiledModel, Floats


class Frame:
    """The rows of several programmes of the same columns.

    Parameters
    ----------
    programmes
        Programmes; the columns of the first are those of the frame.
    """

    def __init__(self, programmes: Sequence[CompiledModel]) -> None:
        self._columns = tuple(programmes[0].columns)
        self.rows = tuple(dict.fromkeys(key for programme in programmes for key in programme.rows))
        """Names of all rows, in the order in which the programmes have them."""
        self._places = {key: place for place, key in enumerate(self.rows)}

    def fitted(self, compiled: CompiledModel) -> CompiledModel | None:
        """Return a programme with the rows of the frame; None if it has other columns, or a row of its own."""
        found = [self._places.get(key, -1) for key in compiled.rows]
        if min(found, default=0) < 0 or tuple(compiled.columns) != self._columns:
            return None
        places = np.array(found, dtype=np.int32)
        given = compiled.matrix
        shape = (len(self.rows), given.shape[1])
        matrix = csc_array((given.data, places[given.indices], given.indptr), shape=shape)
        matrix.sort_indices()
        return replace(
            compiled,
            matrix=matrix,
            row_lower=_spread(compiled.row_lower, places, shape[0], -np.inf),
            row_upper=_spread(compiled.row_upper, places, shape[0], np.inf),
            rows=self.rows,
        )


def _spread(values: Floats, places: np.ndarray[tuple[int], np.dtype[np.int32]], size: int, blank: float) -> Floats:
    spread = np.full(size, blank)
    spread[places] = values
    return spread
