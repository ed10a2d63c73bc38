"""Sums of coefficients times variables: what every expression returns and every row is made of.

An expression is a function of a model and indices. The model is the Pyomo model while rows are built, and the solved
values (`carbonpath.model.solution.solved_model`) while results are told: both have the same attributes under the names
of the vocabulary, so each formula is written once.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple, TypeAlias

from pyomo.core.expr import LinearExpression

Model: TypeAlias = Any
"""Pyomo model or solved values: variables under their names, parameters under ``data``, index sets under ``sets``."""

Terms: TypeAlias = list[tuple[float, Any]]
"""Pairs of coefficient and variable (or solved value)."""


class Affine(NamedTuple):
    """A sum of terms and a constant."""

    terms: Terms
    """Coefficients and variables."""
    constant: float = 0.0
    """What does not depend on a variable."""


def scaled(terms: Iterable[tuple[float, Any]], factor: float) -> Terms:
    """Return `terms` with each coefficient multiplied by `factor`."""
    return [(coefficient * factor, variable) for coefficient, variable in terms]


def linear(terms: Terms) -> Any:
    """Return `terms` as the body of a Pyomo relation."""
    return LinearExpression(
        linear_coefs=[coefficient for coefficient, _ in terms], linear_vars=[variable for _, variable in terms]
    )


def amount(affine: Affine) -> float:
    """Return the number that `affine` has at solved values."""
    total = affine.constant
    for coefficient, solved in affine.terms:
        total += coefficient * solved
    return total
