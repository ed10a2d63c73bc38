"""What one firm throws away another uses: dust, slag, gases and CO2 become products (产业耦合、循环利用)."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from carbonpath.core.problems import Problem
from carbonpath.scenario.blocks import Block, Series
from carbonpath.scenario.limit import Limit, limit_changes
from carbonpath.scenario.series import part_changes
from carbonpath.scenario.site import Site, gather
from carbonpath.system.change import Change


class Circular(Block):
    """Routes that are open, and how much slag goes into cement."""

    lever: ClassVar[str] = "circular"
    """Key of the lever in a scenario file."""

    routes: tuple[Limit, ...] = ()
    """Limits of routes from dust, gas and CO2 to products; a route that no scenario opens is closed."""
    slag_cement_min: Series | None = None
    """Least share of slag cement in all cement."""
    slag_cement_max: Series | None = None
    """Largest share of slag cement in all cement."""

    def changes(self, site: Site) -> list[Change]:
        """Return limits of the routes and of the share of slag cement, by year."""
        shares = (
            ("slag_cement_min", self.slag_cement_min, "min_group_share"),
            ("slag_cement_max", self.slag_cement_max, "max_group_share"),
        )
        steps = [partial(limit_changes, site.at("routes", index), limit) for index, limit in enumerate(self.routes)]
        steps += [
            partial(part_changes, site.at(key), parameter, "slag_cement", "all_cement", series)
            for key, series, parameter in shares
            if series is not None
        ]
        return gather(steps)

    def warnings(self, site: Site) -> list[Problem]:
        """Return nothing: whether a route pays is for the model to say."""
        return []
