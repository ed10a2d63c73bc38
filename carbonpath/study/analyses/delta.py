r"""Borgonovo's delta: how far, on average, knowing a factor moves the density of an outcome.

.. math::
    \delta_i = \tfrac12 \sum_m \frac{n_m}{n} \int \big| f_Y(y) - f_{Y|m}(y) \big| \, dy

over classes :math:`m` of equal count of the factor (given data: Plischke, Borgonovo and Smith 2013), with the bias that
the bootstrap shows taken off. SALib has the index too; its version takes minutes for a study of this size.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from carbonpath.study.analyses.row import LEVEL
from carbonpath.study.distribution import Floats

GRID = 128
"""Points at which densities are compared."""
RESAMPLES = 50
"""Bootstrap samples behind bias and interval."""
MARGIN = 0.25
"""Room beyond the smallest and largest outcome, as a share of their distance."""


def delta_index(inputs: Floats, output: Floats, seed: int) -> tuple[float, float, float]:
    """Return delta of one factor, and the ends of its 95 % interval.

    Parameters
    ----------
    inputs
        The factor, one number a sample.
    output
        The outcome, one number a sample; it must vary.
    seed
        Seed of the bootstrap.
    """
    places = _places(output)
    raw = _delta(inputs, output, places)
    generator = np.random.default_rng(seed)
    drawn = [generator.integers(0, output.size, output.size) for _ in range(RESAMPLES)]
    again = np.array([_delta(inputs[rows], output[rows], places[rows]) for rows in drawn])
    value = max(0.0, 2.0 * raw - float(again.mean()))
    tail = (1.0 - LEVEL) / 2.0
    spread = np.quantile(again - again.mean(), [tail, 1.0 - tail])
    return value, max(0.0, value + float(spread[0])), value + float(spread[1])


def class_count(size: int) -> int:
    """Return into how many classes of a factor so many samples are divided (SALib's rule)."""
    exponent = 2.0 / (7.0 + np.tanh((1500.0 - size) / 500.0))
    return round(min(float(np.ceil(size**exponent)), 48.0))


def _places(output: Floats) -> npt.NDArray[np.int64]:
    """Return the grid point nearest to each outcome."""
    low, high = float(output.min()), float(output.max())
    room = MARGIN * (high - low)
    return np.rint((output - low + room) / (high - low + 2.0 * room) * (GRID - 1)).astype(np.int64)


def _delta(inputs: Floats, output: Floats, places: npt.NDArray[np.int64]) -> float:
    order = np.argsort(inputs, kind="stable")
    whole = _density(places)
    parts = np.array_split(order, class_count(output.size))
    apart = [members.size * np.abs(_density(places[members]) - whole).sum() for members in parts if members.size > 1]
    return float(0.5 * np.sum(apart) / output.size)


def _density(places: npt.NDArray[np.int64]) -> Floats:
    """Return a density on the grid that adds up to one: a histogram smoothed by a Gaussian of Scott's width."""
    counts = np.bincount(places, minlength=GRID).astype(np.float64)
    width = max(float(places.std()) * places.size**-0.2, 0.5)
    steps = np.arange(-(GRID - 1), GRID)
    kernel = np.exp(-0.5 * (steps / width) ** 2)
    smooth = np.convolve(counts, kernel)[GRID - 1 : 2 * GRID - 1]
    return np.asarray(smooth / smooth.sum(), dtype=np.float64)
