"""How well straight lines explain an outcome: standardised regression and partial rank correlation coefficients."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
from scipy.stats import rankdata

from carbonpath.study.analyses.intervals import bootstrap
from carbonpath.study.analyses.row import Row, partial_outcomes
from carbonpath.study.designs.latin_hypercube import LatinHypercube
from carbonpath.study.designs.sobol import Sobol
from carbonpath.study.designs.table import Table
from carbonpath.study.distribution import Floats
from carbonpath.study.results import Results

NAME = "regression"
"""Name in tables."""
SMALLEST_REST = 1e-12
"""Share of an output's squares below which what lines leave unexplained is rounding."""


def applies(results: Results) -> bool:
    """Tell whether the samples fill the space of the factors."""
    return isinstance(results.study.design, (LatinHypercube, Sobol, Table))


def analyse(results: Results) -> Iterator[Row]:
    """Yield ``src`` and ``prcc`` of each factor with intervals, and ``r2`` and ``rank_r2`` of the lines."""
    for name, numbers, there in partial_outcomes(results, results.single_outcomes):
        values, outcome = results.values[there], numbers[there]
        moving = [column for column in range(values.shape[1]) if np.ptp(values[:, column]) > 0.0]
        if outcome.size < 3 * (len(moving) + 2):
            continue
        share = float(there.mean())
        chosen = values[:, moving]
        ranks = np.column_stack([rankdata(chosen[:, k]) for k in range(len(moving))])
        rank_outcome = np.asarray(rankdata(outcome), dtype=np.float64)
        seed = results.study.head.seed
        for measure, inputs, output in (("src", chosen, outcome), ("prcc", ranks, rank_outcome)):
            for column, ends in zip(moving, _measured(measure, inputs, output, seed), strict=True):
                yield Row(name, results.names[column], measure, *ends, share=share)
        yield Row(name, "", "r2", explained(chosen, outcome), share=share)
        yield Row(name, "", "rank_r2", explained(ranks, rank_outcome), share=share)


def _measured(measure: str, inputs: Floats, output: Floats, seed: int) -> list[tuple[float, float, float]]:
    """Return the coefficient of each input, with the ends of its interval."""
    statistic = standardised if measure == "src" else partial_correlations

    def of(rows: npt.NDArray[np.int64]) -> Floats:
        return statistic(inputs[rows], output[rows])

    low, high = bootstrap(of, output.size, seed)
    return list(zip(statistic(inputs, output).tolist(), low.tolist(), high.tolist(), strict=True))


def standardised(inputs: Floats, output: Floats) -> Floats:
    """Return the coefficients of a linear regression in which all are measured in standard deviations."""
    x, y = _scaled(inputs), _scaled(output[:, None])[:, 0]
    return np.asarray(np.linalg.lstsq(x, y, rcond=None)[0], dtype=np.float64)


def partial_correlations(inputs: Floats, output: Floats) -> Floats:
    r"""Return the correlation of each input with the output, the other inputs held fixed.

    It is the coefficient over what chance would give it, :math:`b / \sqrt{b^2 + r (X'X)^{-1}}` with the sum of squared
    rests :math:`r`, which is not let fall to nothing: a line that explains all leaves idle inputs no correlation.
    """
    x, y = _scaled(inputs), _scaled(output[:, None])[:, 0]
    inverse = np.linalg.pinv(x.T @ x)
    weights = inverse @ x.T @ y
    rest = max(float(np.sum((y - x @ weights) ** 2)), SMALLEST_REST * float(np.sum(y**2)))
    size = np.sqrt(weights**2 + rest * np.diag(inverse))
    return np.asarray(weights / np.where(size > 0.0, size, 1.0), dtype=np.float64)


def explained(inputs: Floats, output: Floats) -> float:
    """Return the share of the output's variance that a straight line explains."""
    x, y = _scaled(inputs), _scaled(output[:, None])[:, 0]
    rest = y - x @ np.linalg.lstsq(x, y, rcond=None)[0]
    return float(1.0 - np.sum(rest**2) / np.sum(y**2))


def _scaled(columns: Floats) -> Floats:
    spread = columns.std(axis=0)
    return np.asarray((columns - columns.mean(axis=0)) / np.where(spread > 0.0, spread, 1.0), dtype=np.float64)
