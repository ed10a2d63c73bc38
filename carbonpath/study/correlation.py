r"""Making independent samples rise and fall together, each factor keeping its own distribution (Gaussian copula).

Shares become normal scores, the scores are mixed by the Cholesky factor of their correlation, and go back to shares. A
rank correlation :math:`\rho_s` asks for the correlation :math:`2 \sin(\pi \rho_s / 6)` of the scores.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.special import ndtr, ndtri

from carbonpath.core.errors import ScenarioError
from carbonpath.core.problems import Problem
from carbonpath.study.distribution import Floats
from carbonpath.study.study import CorrelationBlock


def correlated(shares: Floats, names: Sequence[str], groups: Sequence[CorrelationBlock], file: str) -> Floats:
    """Return shares, samples by factors, with the rank correlations of `groups`.

    Raises
    ------
    ScenarioError
        CP-466 for a correlation that so many factors cannot all have with each other.
    """
    result = shares.copy()
    for group in groups:
        columns = [names.index(name) for name in group.factors]
        matrix = np.full((len(columns), len(columns)), 2.0 * np.sin(np.pi * group.rank / 6.0))
        np.fill_diagonal(matrix, 1.0)
        try:
            mixing = np.linalg.cholesky(matrix)
        except np.linalg.LinAlgError as impossible:
            value = f"{group.rank:g}: {', '.join(group.factors)}"
            raise ScenarioError(Problem("CP-466", file, "correlations", value)) from impossible
        scores = np.asarray(ndtri(shares[:, columns]), dtype=np.float64)
        mixed = np.zeros_like(scores)
        for row in range(len(columns)):
            for column in range(row + 1):
                mixed[:, row] += mixing[row, column] * scores[:, column]
        result[:, columns] = ndtr(mixed)
    return result
