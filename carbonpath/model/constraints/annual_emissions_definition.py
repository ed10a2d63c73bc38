r"""Annual emissions are the emissions of all technologies.

.. math::
    E_{rey} - \sum_{t,m,l} \varepsilon_{rtemy} A_{rtmly} = 0

Counterparts: OSeMOSYS E1, E2 and E6; TIMES EQE_COMBAL of an emission.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from carbonpath.model.affine import Model, linear, scaled
from carbonpath.model.block import Block, Entries
from carbonpath.model.expressions.annual_emissions import annual_emissions
from carbonpath.model.numbered import Numbered, count
from carbonpath.model.parameters import Index


def index(model: Model) -> tuple[Index, ...]:
    """Return every emission and year that is released, limited or priced."""
    found: tuple[Index, ...] = model.sets.emission
    return found


def rule(model: Model, region: str, emission: str, year: int) -> Any:
    """Return the row that makes ``annual_emissions`` the sum of emission_activity_ratio times activity."""
    released = annual_emissions(model, region, emission, year)
    terms = [(1.0, model.annual_emissions[region, emission, year]), *scaled(released.terms, -1.0)]
    return linear(terms) == released.constant


def block(model: Numbered) -> Block:
    """Return every row at once."""
    grid, found, at = model.grid, Entries(), model.grid.codes("emission_activity_ratio")
    rows, ratios = count(grid.emission), grid.values("emission_activity_ratio")
    found.add(rows, model.numbers("annual_emissions"), 1.0)
    running = model.numbers("activity")[at["region"], at["technology"], at["year"], at["mode"]]
    found.add(rows[at["region"], at["emission"], at["year"]][:, None], running, -ratios[:, None])
    return found.equal(lambda: index(model), np.zeros(int(grid.emission.sum())))
