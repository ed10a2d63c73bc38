"""The coal that the district buys in a year stays at or below a cap (煤炭消费总量控制)."""

from __future__ import annotations

from itertools import pairwise
from typing import ClassVar

from carbonpath.core.problems import Problem
from carbonpath.scenario.blocks import Series
from carbonpath.scenario.names import find_group
from carbonpath.scenario.series import series_changes
from carbonpath.scenario.site import Site
from carbonpath.system.change import Change


class CoalCap(Series):
    """Cap on coal use by year, in Mtce or 万tce, coking coal included."""

    lever: ClassVar[str] = "coal_cap"
    """Key of the lever in a scenario file."""

    group: str = "coal_use"
    """Group of purchases that the cap binds; its weights turn tonnes into coal equivalent."""

    def changes(self, site: Site) -> list[Change]:
        """Return the upper limit of the group by year."""
        name, unit = find_group(site.at("group"), self.group)
        return series_changes(site, "max_group_activity", {"region": site.region, "group": name}, self, unit)

    def warnings(self, site: Site) -> list[Problem]:
        """Return CP-453 for each year in which the cap rises: allowed, but no control of totals."""
        return [
            site.at("values", year).warning("CP-453", f"{self.values[year]:g}", before=f"{self.values[earlier]:g}")
            for earlier, year in pairwise(sorted(self.values))
            if self.values[year] > self.values[earlier]
        ]
