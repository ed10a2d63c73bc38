r"""Emissions over all years stay below their limit.

.. math::
    \sum_{y} E_{rey} \le \hat{E}_{re} - E^X_{re}

Exogenous emission of single years is not counted here, only that of the period.

Counterparts: OSeMOSYS E7 and E9; TIMES COM_CUMNET(UP).
"""

from __future__ import annotations

from typing import Any

from carbonpath.model.affine import Model, linear
from carbonpath.model.expressions.model_period_emissions import model_period_emissions
from carbonpath.model.parameters import Index


def index(model: Model) -> tuple[Index, ...]:
    """Return the rows of ``model_period_emission_limit``."""
    return tuple(sorted(model.data.model_period_emission_limit))


def rule(model: Model, region: str, emission: str) -> Any:
    """Return model_period_emissions <= model_period_emission_limit less model_period_exogenous_emission."""
    place = region, emission
    limit = model.data.model_period_emission_limit[place]
    exogenous = model.data.model_period_exogenous_emission.get(place, 0.0)
    return linear(model_period_emissions(model, region, emission).terms) <= limit - exogenous
