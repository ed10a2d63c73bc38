r"""The weighted sum of a user-defined constraint has the value set for it.

.. math::
    Y_{ruy} = Y^{=}_{ruy}

Counterparts: OSeMOSYS has none, MUIO UDC2; TIMES UC_RHSRT.
"""

from __future__ import annotations

from typing import Any

from carbonpath.model.affine import Model, linear
from carbonpath.model.expressions.user_constraint_total import user_constraint_total
from carbonpath.model.parameters import Index


def index(model: Model) -> tuple[Index, ...]:
    """Return the rows of ``equal_user_constraint`` in which something is weighted."""
    return tuple(place for place in sorted(model.data.equal_user_constraint) if place in model.sets.weighed)


def rule(model: Model, region: str, user_constraint: str, year: int) -> Any:
    """Return user_constraint_total == equal_user_constraint."""
    total = user_constraint_total(model, region, user_constraint, year)
    return linear(total.terms) == model.data.equal_user_constraint[region, user_constraint, year]
