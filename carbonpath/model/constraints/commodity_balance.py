r"""What is made of a commodity is used, demanded, traded or, where a surplus may be let go, disposed of.

.. math::
    \sum_{t,m} (\eta^{out}_{rtcmy} - \eta^{in}_{rtcmy}) A^l_{rtmly} - \sum_{q} \tau_{rqcy} T_{rqcly}
      - V_{rcly} - W_{rcly} = \pi_{rcly} D_{rcy}

The disposal :math:`W` exists for commodities whose balance is ``surplus``, trade :math:`T` where there is a route, and
the delivery :math:`V` where a demand has no time of its own; elsewhere they are absent. Trade has one variable for each
pair of regions, so what one gives the other receives. Without a profile :math:`\pi` a demand arises evenly over the
year: :math:`\pi_{rcly} = \theta_{ly}`.

A commodity at the level of the year has one row a year instead of one a timeslice: its :math:`l` is the year as one.

Counterparts: OSeMOSYS EBa10, EBa11 and EBb4 (as inequalities: every surplus may be let go); TIMES EQE_COMBAL and
EQG_COMBAL.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from carbonpath.model.affine import Model, Terms, linear, scaled
from carbonpath.model.block import Block, Entries
from carbonpath.model.coded import Floats
from carbonpath.model.expressions.timeslice_activity import slice_share, timeslice_activity
from carbonpath.model.grid import Grid
from carbonpath.model.numbered import Numbered, count
from carbonpath.model.parameters import Index


def index(model: Model) -> tuple[Index, ...]:
    """Return every commodity, timeslice and year in which it is made, used or demanded."""
    found: tuple[Index, ...] = model.sets.balance
    return found


def rule(model: Model, region: str, commodity: str, timeslice: str, year: int) -> Any:
    """Return production less use, trade, delivery and disposal = demand of the timeslice."""
    sets = model.sets
    place, slot = (region, commodity, year), (region, commodity, timeslice, year)
    made = sets.producers.get(place, ())  # output_activity_ratio
    used = sets.users.get(place, ())  # input_activity_ratio
    traded = sets.partners.get(place, ())  # trade_route
    terms: Terms = []
    for flows, sign in ((made, 1.0), (used, -1.0)):
        for t, m, ratio in flows:
            terms += scaled(timeslice_activity(model, region, t, m, timeslice, year), sign * ratio)
    terms += [(gain, model.trade[r, q, commodity, timeslice, year]) for r, q, gain in traded]
    terms += [(-1.0, variable[slot]) for variable in (model.delivery, model.disposal) if slot in variable]
    return linear(terms) == model.data.demand.get(place, 0.0) * _profile(model, *slot)


def _profile(model: Model, region: str, commodity: str, timeslice: str, year: int) -> float:
    """Return demand_profile, or timeslice_share where the demand has no profile."""
    share: float | None = model.data.demand_profile.get((region, commodity, timeslice, year))
    return slice_share(model, timeslice, year) if share is None else share


def block(model: Numbered) -> Block:
    """Return every row at once."""
    grid, found, activity = model.grid, Entries(), model.numbers("activity")
    balanced = grid.balanced(grid.balance)
    rows = count(balanced)
    for name, sign in (("output_activity_ratio", 1.0), ("input_activity_ratio", -1.0)):
        at = grid.codes(name)
        running = activity[at["region"], at["technology"], at["year"], at["mode"]]
        balances = rows[at["region"], at["commodity"], at["year"]]
        ratios = sign * grid.values(name)[:, None]
        found.add(balances, running, ratios)
        if grid.levelled:
            found.add(balances[:, -1:], running[:, :-1], ratios)
            loads = _loads(grid)[at["region"], at["technology"], at["year"]]
            found.add(balances[:, :-1], running[:, -1:], ratios * loads)
    for (r, c, y), pairs in model.sets.partners.items():
        for one, other, gain in pairs:
            given = [model.trade[one, other, c, timeslice, y] for timeslice in model.sets.balanced_slices(c)]
            slots = rows[grid.at(region=r, commodity=c, year=y)]
            found.add(slots[slots >= 0], np.array(given), gain)
    found.add(rows, model.numbers("delivery"), -1.0)
    found.add(rows, model.numbers("disposal"), -1.0)
    given_profile = grid.spread("demand_profile", np.nan).swapaxes(2, 3)
    profile = np.where(np.isnan(given_profile), grid.shares(), given_profile)
    return found.equal(lambda: index(model), (grid.spread("demand", 0.0)[..., None] * profile)[balanced])


def _loads(grid: Grid) -> Floats:
    """Return which part of the activity of a year falls into each timeslice, over region, technology, year."""
    given = grid.spread("load_profile", np.nan).swapaxes(2, 3)[..., :-1]
    return np.where(np.isnan(given), grid.shares()[:, :-1], given)
