"""Sums of coefficients times variables: what every expression returns and every row is made of.

An expression is a function of a model and indices. The model is the Pyomo model where people look at rows, the numbers
of columns where rows become arrays (`carbonpath.model.rows`), and the solved values
(`carbonpath.model.solution.solved_model`) while results are told: all have the same attributes under the names of the
vocabulary, so each formula is written once.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any, NamedTuple, TypeAlias

Model: TypeAlias = Any
"""Pyomo model, column numbers or solved values: variables under their names, parameters under ``data``, index sets
under ``sets``."""

Terms: TypeAlias = list[tuple[float, Any]]
"""Pairs of coefficient and variable (or its column number, or its solved value)."""


class Affine(NamedTuple):
    """A sum of terms and a constant."""

    terms: Terms
    """Coefficients and variables."""
    constant: float = 0.0
    """What does not depend on a variable."""


class Relation(NamedTuple):
    """A row: a sum of terms and the bounds between which it stays."""

    terms: Terms
    """Coefficients and variables."""
    lower: float
    """Lower bound; minus infinity where there is none."""
    upper: float
    """Upper bound; infinity where there is none."""


class Body:
    """The left side of a row; compared with a number it becomes the row."""

    __slots__ = ("terms",)

    def __init__(self, terms: Terms) -> None:
        self.terms = terms

    def __le__(self, bound: float) -> Relation:
        return Relation(self.terms, -math.inf, bound)

    def __ge__(self, bound: float) -> Relation:
        return Relation(self.terms, bound, math.inf)

    def __eq__(self, value: float) -> Relation:  # type: ignore[override]  # a row, not an answer
        return Relation(self.terms, value, value)

    __hash__ = None  # type: ignore[assignment]  # what compares to a row is no key


def scaled(terms: Iterable[tuple[float, Any]], factor: float) -> Terms:
    """Return `terms` with each coefficient multiplied by `factor`."""
    return [(coefficient * factor, variable) for coefficient, variable in terms]


def linear(terms: Terms) -> Any:
    """Return `terms` as the left side of a row, to be compared with a number."""
    return Body(terms)


def amount(affine: Affine) -> float:
    """Return the number that `affine` has at solved values."""
    total = affine.constant
    for coefficient, solved in affine.terms:
        total += coefficient * solved
    return total
