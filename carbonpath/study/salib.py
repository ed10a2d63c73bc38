"""Calling SALib without letting it change the random state or the warnings of this process."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np


@contextmanager
def quiet(seed: int) -> Iterator[int]:
    """Yield a seed for SALib's functions, some of which draw from numpy's global state, and put everything back."""
    state = np.random.get_state()  # noqa: NPY002
    form = warnings.formatwarning
    with warnings.catch_warnings(record=True):
        warnings.simplefilter("always")
        np.random.seed(seed % 2**32)  # noqa: NPY002
        try:
            yield seed % 2**32
        finally:
            np.random.set_state(state)  # noqa: NPY002
            warnings.formatwarning = form
