"""Model years follow each other without a gap."""

from __future__ import annotations

from carbonpath.core.problems import Problem
from carbonpath.system.system import System


def check_years(system: System) -> list[Problem]:
    """Return CP-225 if the years of a system are not consecutive, or if there are none."""
    years = system.years
    if years and years == tuple(range(years[0], years[0] + len(years))):
        return []
    told = ", ".join(str(year) for year in years) or "-"
    return [Problem("CP-225", place="years", value=told, details={"bound": "y, y+1, y+2, ..."})]
