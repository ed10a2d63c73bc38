"""Programmes of the same columns and unlike rows in one frame, so that the basis of one can start another.

Measures add rows: limits that the reference has not. In a frame every programme has the rows of all, in one order; a
row that a programme has not is there without coefficients and bounds, and binds nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from scipy.sparse import csc_array

from carbonpath.model.coded import Positions
from carbonpath.model.compiled import CompiledModel, Floats, Key
from carbonpath.model.keys import families_of
from carbonpath.model.parameters import Index


class Frame:
    """The rows of several programmes of the same columns.

    Parameters
    ----------
    programmes
        Programmes; the columns of the first are those of the frame.
    """

    def __init__(self, programmes: Sequence[CompiledModel]) -> None:
        self._columns = programmes[0].columns
        self.rows = tuple(dict.fromkeys(key for programme in programmes for key in programme.rows))
        """Names of all rows, in the order in which the programmes have them."""
        self._places = {key: place for place, key in enumerate(self.rows)}
        self._known: dict[str, tuple[list[Index], Positions]] = {}

    def fitted(self, compiled: CompiledModel) -> CompiledModel | None:
        """Return a programme with the rows of the frame; None if it has other columns, or a row of its own."""
        if compiled.columns != self._columns:
            return None
        found = [self._found(family, places) for family, places in families_of(compiled.rows)]
        positions = np.concatenate([np.empty(0, dtype=np.int32), *found])
        if positions.min(initial=0) < 0:
            return None
        given = compiled.matrix
        shape = (len(self.rows), given.shape[1])
        matrix = csc_array((given.data, positions[given.indices], given.indptr), shape=shape)
        matrix.sort_indices()
        return replace(
            compiled,
            matrix=matrix,
            row_lower=_spread(compiled.row_lower, positions, shape[0], -np.inf),
            row_upper=_spread(compiled.row_upper, positions, shape[0], np.inf),
            rows=self.rows,
        )

    def _found(self, family: str, places: list[Index]) -> Positions:
        """Return the positions of rows of a family; those of the last programme, where it had the same."""
        last = self._known.get(family)
        if last is not None and last[0] == places:
            return last[1]
        positions = np.array([self._places.get(Key(family, place), -1) for place in places], dtype=np.int32)
        self._known[family] = (places, positions)
        return positions


def _spread(values: Floats, places: Positions, size: int, blank: float) -> Floats:
    spread = np.full(size, blank)
    spread[places] = values
    return spread
