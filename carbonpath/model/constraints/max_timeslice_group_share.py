r"""In every timeslice, the activity of a group stays below a share of that of another.

.. math::
    \sum_{m,t} w_{tg} A^l_{rtmly} - \bar{s}^l_{rghy} \sum_{m,t} w_{th} A^l_{rtmly} \le 0

A share of the year (``max_group_share``) lets a turbine run in summer give the right to draw its heat in winter; this
row does not.

Counterparts: OSeMOSYS has none; TIMES user constraints (UC_TS).
"""

from __future__ import annotations

from typing import Any

from carbonpath.model.affine import Model, Terms, linear, scaled
from carbonpath.model.expressions.timeslice_activity import timeslice_activity
from carbonpath.model.parameters import Index


def index(model: Model) -> tuple[Index, ...]:
    """Return every timeslice of the rows of ``max_timeslice_group_share``."""
    return tuple(
        (r, group, reference, timeslice, y)
        for r, group, reference, y in sorted(model.data.max_timeslice_group_share)
        for timeslice in sorted(model.sets.timeslices)
    )


def rule(model: Model, region: str, group: str, reference_group: str, timeslice: str, year: int) -> Any:
    """Return group_weight x activity of the group <= max_timeslice_group_share x that of the reference group."""
    share = model.data.max_timeslice_group_share[region, group, reference_group, year]
    own = _weighted(model, region, group, timeslice, year)
    return linear([*own, *scaled(_weighted(model, region, reference_group, timeslice, year), -share)]) <= 0.0


def _weighted(model: Model, region: str, group: str, timeslice: str, year: int) -> Terms:
    terms: Terms = []
    for technology, weight in model.sets.members.get((region, group, year), ()):
        for mode in model.sets.modes_of[region, technology, year]:
            terms += scaled(timeslice_activity(model, region, technology, mode, timeslice, year), weight)
    return terms
