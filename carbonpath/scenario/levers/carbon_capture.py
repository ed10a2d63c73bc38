"""CO2 is captured, moved and stored within ceilings, by year and in all (碳捕集、利用与封存)."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from carbonpath.core.problems import Problem
from carbonpath.scenario.blocks import Amount, Block, Justification
from carbonpath.scenario.limit import Limit, limit_changes
from carbonpath.scenario.owners import owner_shares
from carbonpath.scenario.series import to_system
from carbonpath.scenario.site import Site, gather
from carbonpath.system.change import Change


class Store(Justification):
    """What can be stored in all model years together."""

    technology: str = "CO2_TS"
    """Technology that stores."""
    total: Amount
    """Upper limit, e.g. 10 Mt."""


class CarbonCapture(Block):
    """Ceilings and floors of capture, of transport and storage, and of what is stored in all."""

    lever: ClassVar[str] = "carbon_capture"
    """Key of the lever in a scenario file."""

    capture: tuple[Limit, ...] = ()
    """Limits of capture units."""
    storage: tuple[Limit, ...] = ()
    """Limits of transport and storage."""
    stored_max: tuple[Store, ...] = ()
    """What stores can take over the whole period."""

    def changes(self, site: Site) -> list[Change]:
        """Return limits by year, and of all years together."""
        steps = [
            partial(limit_changes, site.at(key, index), limit)
            for key, limits in (("capture", self.capture), ("storage", self.storage))
            for index, limit in enumerate(limits)
        ]
        steps += [partial(_store_changes, site.at("stored_max", i), store) for i, store in enumerate(self.stored_max)]
        return gather(steps)

    def warnings(self, site: Site) -> list[Problem]:
        """Return nothing: what is captured and not stored is released, as the model sees."""
        return []


def _store_changes(site: Site, store: Store) -> list[Change]:
    changes = []
    for technology, share in owner_shares(site.at("technology"), store.technology):
        unit = technology.activity_unit
        total = store.total.value * to_system(site.at("total"), store.total.unit, unit) * share
        where = {"region": site.region, "technology": technology.name}
        changes.append(site.change("max_model_period_activity", where, total, unit=unit, why=store))
    return changes
