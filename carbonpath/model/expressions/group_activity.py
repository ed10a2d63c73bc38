r"""Group activity is the weighted sum of the annual activity of a group's technologies.

.. math::
    G_{rgy} = \sum_{t} w_{tg} A^a_{rty}

Counterparts: OSeMOSYS has none (MUIO user-defined constraints); TIMES user constraints (UC).
"""

from __future__ import annotations

from carbonpath.model.affine import Affine, Model, scaled
from carbonpath.model.expressions.annual_activity import annual_activity


def group_activity(model: Model, region: str, group: str, year: int) -> Affine:
    """Return the weighted activity of `group` in a year, in the unit of the group."""
    members = model.sets.members.get((region, group, year), ())
    return Affine(
        [term for t, weight in members for term in scaled(annual_activity(model, region, t, year).terms, weight)]
    )
