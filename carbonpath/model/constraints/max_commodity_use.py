r"""What all technologies use of a commodity in a year stays below its limit.

.. math::
    \sum_{t} U_{rtcy} \le \bar{U}_{rcy}

A group counts activities with fixed weights; this row counts what is really drawn, with the input ratios of each mode
and year. It says nothing of what technologies make of the commodity themselves.

Counterparts: OSeMOSYS has none (a user constraint); TIMES COM_BNDPRD, FLO_BND.
"""

from __future__ import annotations

from typing import Any

from carbonpath.model.affine import Model, linear
from carbonpath.model.expressions.use import use
from carbonpath.model.parameters import Index


def index(model: Model) -> tuple[Index, ...]:
    """Return the rows of ``max_commodity_use`` of commodities that something uses."""
    return tuple(place for place in sorted(model.data.max_commodity_use) if place in model.sets.users)


def rule(model: Model, region: str, commodity: str, year: int) -> Any:
    """Return the sum over technologies of use <= max_commodity_use."""
    place = region, commodity, year
    users = dict.fromkeys(technology for technology, _, _ in model.sets.users[place])
    terms = [term for t in users for term in use(model, region, t, commodity, year).terms]
    return linear(terms) <= model.data.max_commodity_use[place]
