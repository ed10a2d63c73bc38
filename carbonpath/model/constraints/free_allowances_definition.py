r"""Free allowances are the allowances per unit of activity times annual activity, over all technologies.

.. math::
    Q_{rey} - \sum_{t} a_{rtey} A^a_{rty} = 0

OSeMOSYS and TIMES have no counterpart.
"""

from __future__ import annotations

from typing import Any

from carbonpath.model.affine import Model, linear, scaled
from carbonpath.model.expressions.free_allowances import free_allowances
from carbonpath.model.parameters import Index


def index(model: Model) -> tuple[Index, ...]:
    """Return every emission and year with free_allocation."""
    return tuple(model.sets.allocated)


def rule(model: Model, region: str, emission: str, year: int) -> Any:
    """Return the row that makes ``free_allowances`` the sum of free_allocation times annual_activity."""
    received = free_allowances(model, region, emission, year)
    terms = [(1.0, model.free_allowances[region, emission, year]), *scaled(received.terms, -1.0)]
    return linear(terms) == received.constant
