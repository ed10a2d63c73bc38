r"""Total capacity is residual capacity that is not retired and the new capacity still alive.

.. math::
    K_{rty} + X_{rty} - \sum_{v \le y < v + L_{rt}} N_{rtv} = K^0_{rty}

Counterparts: OSeMOSYS CAa1 and CAa2; TIMES EQ_CPT.
"""

from __future__ import annotations

from typing import Any

from carbonpath.model.affine import Model, linear, scaled
from carbonpath.model.expressions.total_capacity import total_capacity
from carbonpath.model.parameters import Index


def index(model: Model) -> tuple[Index, ...]:
    """Return every year of each technology that keeps capacity."""
    found: tuple[Index, ...] = model.sets.capacity
    return found


def rule(model: Model, region: str, technology: str, year: int) -> Any:
    """Return the row that makes ``total_capacity`` what residual, retired and new capacity add up to."""
    standing = total_capacity(model, region, technology, year)
    terms = [(1.0, model.total_capacity[region, technology, year]), *scaled(standing.terms, -1.0)]
    return linear(terms) == standing.constant
