r"""Activity over all years stays below its limit.

.. math::
    \sum_{y} A^a_{rty} \le \hat{A}_{rt}

Counterparts: OSeMOSYS TAC2; TIMES user constraint over ACT with all years.
"""

from __future__ import annotations

from typing import Any

from carbonpath.model.affine import Model, linear
from carbonpath.model.expressions.annual_activity import annual_activity
from carbonpath.model.parameters import Index


def index(model: Model) -> tuple[Index, ...]:
    """Return the rows of ``max_model_period_activity`` where the technology can run in some year."""
    return tuple(place for place in sorted(model.data.max_model_period_activity) if place in model.sets.running)


def rule(model: Model, region: str, technology: str) -> Any:
    """Return annual_activity of all years <= max_model_period_activity."""
    years = model.sets.years
    terms = [term for year in years for term in annual_activity(model, region, technology, year).terms]
    return linear(terms) <= model.data.max_model_period_activity[region, technology]
