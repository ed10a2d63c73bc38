"""The coal that the district, or a firm, buys in a year stays at or below a cap (煤炭消费总量控制)."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import ClassVar, Literal

from carbonpath.core.problems import Problem
from carbonpath.scenario.blocks import Series
from carbonpath.scenario.names import find_group
from carbonpath.scenario.series import ratio_changes, series_changes
from carbonpath.scenario.site import Site, gather
from carbonpath.system.change import Change

PERCENT = "%"
"""Unit of a cap that is a part of what the first model year used."""


class Cap(Series):
    """Cap on coal use by year, as an amount, or in percent of the first model year."""

    measure: Literal["energy", "mass"] = "energy"
    """Whether coal counts in standard coal (Mtce, 万tce) or in tonnes as weighed (Mt, 万t)."""
    coking_coal: Literal["in", "out"] = "in"
    """Whether coking coal and coke count."""
    firm: str = ""
    """Firm that the cap binds; blank: the district."""
    group: str = ""
    """Another group of purchases, in place of the one that follows from measure, coking coal and firm."""

    def group_name(self) -> str:
        """Return the name of the group that the cap binds."""
        name = ("coal_use" if self.measure == "energy" else "coal_mass") + (
            "_beside_coking" if self.coking_coal == "out" else ""
        )
        return self.group or (f"{name}.{self.firm}" if self.firm else name)


class CoalCap(Cap):
    """Cap on the coal of the district or of a firm, and further caps beside it."""

    lever: ClassVar[str] = "coal_cap"
    """Key of the lever in a scenario file."""

    more: tuple[Cap, ...] = ()
    """Further caps, e.g. one for each large firm."""

    def changes(self, site: Site) -> list[Change]:
        """Return the upper limit of each group by year."""
        further = (partial(_cap_changes, site.at("more", index), cap) for index, cap in enumerate(self.more))
        return gather([partial(_cap_changes, site, self), *further])

    def warnings(self, site: Site) -> list[Problem]:
        """Return CP-453 for each year in which a cap rises: allowed, but no control of totals."""
        places = [(site, self), *((site.at("more", index), cap) for index, cap in enumerate(self.more))]
        return [
            place.at("values", year).warning("CP-453", f"{cap.values[year]:g}", before=f"{cap.values[earlier]:g}")
            for place, cap in places
            for earlier, year in pairwise(sorted(cap.values))
            if cap.values[year] > cap.values[earlier]
        ]


def _cap_changes(site: Site, cap: Cap) -> list[Change]:
    place = site.at("group") if cap.group else site.at("firm") if cap.firm else site
    name, unit = find_group(place, cap.group_name())
    where = {"region": site.region, "group": name}
    if cap.unit == PERCENT:
        return ratio_changes(site, "max_group_ratio", where, cap, {})
    return series_changes(site, "max_group_activity", where, cap, unit)
