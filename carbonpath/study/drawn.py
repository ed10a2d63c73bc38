"""What every design returns: values of the factors, one row a sample, and which rows are walked one after another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from carbonpath.study.distribution import Floats
from carbonpath.study.factor import Factor

Walk = tuple[int, ...]
"""Rows that are solved one after another, each from the one before."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """Samples of a design."""

    values: Floats
    """Values of the factors, rows by factors."""
    shares: Floats
    """The same as shares of the distributions, from 0 to 1; where a design gives values, their ranks."""
    walks: tuple[Walk, ...]
    """Rows to be walked: sweeps of several, all others alone."""


def alone(count: int, first: int = 0) -> tuple[Walk, ...]:
    """Return walks of one row each."""
    return tuple((row,) for row in range(first, first + count))


def at_shares(factors: Sequence[Factor], shares: Floats, *, ends: bool) -> Floats:
    """Return the values of factors at shares, rows by factors; `ends`: 0 and 1 stand for the ends of what is likely."""
    columns = [
        factor.values_within(shares[:, k]) if ends else factor.values(shares[:, k]) for k, factor in enumerate(factors)
    ]
    return np.column_stack(columns) if columns else np.empty((shares.shape[0], 0))


def drawn_from(factors: Sequence[Factor], shares: Floats, *, ends: bool) -> Drawn:
    """Return independent samples at shares."""
    return Drawn(at_shares(factors, shares, ends=ends), shares, alone(shares.shape[0]))


def nominal_row(factors: Sequence[Factor]) -> Floats:
    """Return the values of the scenario itself."""
    return np.array([factor.nominal for factor in factors])


def unit_problem(factors: Sequence[Factor]) -> dict[str, object]:
    """Return the factors as SALib wants them, each from 0 to 1."""
    names = [factor.name for factor in factors]
    return {"num_vars": len(names), "names": names, "bounds": [[0.0, 1.0]] * len(names)}
