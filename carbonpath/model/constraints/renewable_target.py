r"""Renewable technologies make at least a share of the target commodities.

.. math::
    B_{ry} \sum_{t,c,m,l} B^c_{rcy} \eta^{out}_{rtcmy} A_{rtmly}
      - \sum_{t,c,m,l} B^t_{rty} \eta^{out}_{rtcmy} A_{rtmly} \le 0

What a renewable technology makes counts whatever the commodity.

Counterparts: OSeMOSYS RE1 to RE4; TIMES user constraint over VAR_FLO.
"""

from __future__ import annotations

from typing import Any

from carbonpath.model.affine import Model, Terms, linear
from carbonpath.model.expressions.annual_activity import mode_activity
from carbonpath.model.parameters import Index


def index(model: Model) -> tuple[Index, ...]:
    """Return every year with a renewable_target and a target commodity that is made."""
    made = {(r, y) for r, c, y in model.data.renewable_commodity if (r, c, y) in model.sets.producers}
    return tuple(place for place, target in sorted(model.data.renewable_target.items()) if target and place in made)


def rule(model: Model, region: str, year: int) -> Any:
    """Return renewable_target x production of renewable_commodity <= production by renewable_technology."""
    data, target = model.data, model.data.renewable_target[region, year]
    terms: Terms = []
    for (r, c, y), producers in model.sets.producers.items():  # output_activity_ratio
        if (r, y) != (region, year):
            continue
        wanted = target * data.renewable_commodity.get((r, c, y), 0.0)
        for t, m, ratio in producers:
            weight = (wanted - data.renewable_technology.get((r, t, y), 0.0)) * ratio
            if weight:
                terms += [(weight * one, variable) for one, variable in mode_activity(model, r, t, m, y)]
    return linear(terms) <= 0.0
