"""Capacity, yearly building or activity of single technologies stays within limits: bans, closures, programmes."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from pydantic import ConfigDict, RootModel

from carbonpath.core.problems import Problem
from carbonpath.scenario.limit import Limit, limit_changes
from carbonpath.scenario.site import Site, gather
from carbonpath.system.change import Change


class Capacity(RootModel[tuple[Limit, ...]]):
    """List of limits, each of one technology."""

    model_config = ConfigDict(frozen=True)

    lever: ClassVar[str] = "capacity"
    """Key of the lever in a scenario file."""

    def changes(self, site: Site) -> list[Change]:
        """Return the limits by year."""
        return gather(partial(limit_changes, site.at(index), limit) for index, limit in enumerate(self.root))

    def warnings(self, site: Site) -> list[Problem]:
        """Return nothing: any limit may be wanted."""
        return []
