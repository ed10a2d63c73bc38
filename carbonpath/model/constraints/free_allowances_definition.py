r"""Free allowances are those per unit of activity times annual activity, and the fixed ones, over all technologies.

.. math::
    Q_{rey} - \sum_{t} a_{rtey} A^a_{rty} = \sum_{t} a^f_{rtey}

OSeMOSYS and TIMES have no counterpart.
"""

from __future__ import annotations

from typing import Any

from carbonpath.model.affine import Model, linear, scaled
from carbonpath.model.expressions.free_allowances import free_allowances
from carbonpath.model.parameters import Index


def index(model: Model) -> tuple[Index, ...]:
    """Return every emission and year with free_allocation or fixed_allowance."""
    return tuple(model.sets.allocated)


def rule(model: Model, region: str, emission: str, year: int) -> Any:
    """Return the row that makes free_allowances free_allocation times annual_activity, plus fixed_allowance."""
    received = free_allowances(model, region, emission, year)
    terms = [(1.0, model.free_allowances[region, emission, year]), *scaled(received.terms, -1.0)]
    return linear(terms) == received.constant
