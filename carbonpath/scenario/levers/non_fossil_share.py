"""At least a share of the power used is not fossil: the sun and contracted renewables (非化石电力占比)."""

from __future__ import annotations

from typing import ClassVar

from carbonpath.core.problems import Problem
from carbonpath.scenario.blocks import Series
from carbonpath.scenario.series import part_changes
from carbonpath.scenario.site import Site
from carbonpath.system.change import Change


class NonFossilShare(Series):
    """Least share of non-fossil power by year."""

    lever: ClassVar[str] = "non_fossil_share"
    """Key of the lever in a scenario file."""

    group: str = "non_fossil_power"
    """Group of what is not fossil."""
    of: str = "power_used"
    """Group that is the whole."""

    def changes(self, site: Site) -> list[Change]:
        """Return the lower limit of the share by year."""
        return part_changes(site, "min_group_share", self.group, self.of, self)

    def warnings(self, site: Site) -> list[Problem]:
        """Return nothing: any share may be wanted."""
        return []
