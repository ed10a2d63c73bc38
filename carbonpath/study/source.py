"""Where a study gets its systems from: whoever knows the project."""

from __future__ import annotations

from typing import Protocol

import pandas as pd

from carbonpath.system.system import System


class SystemSource(Protocol):
    """Systems of a project by scenario, demand path and price path."""

    def system(self, scenario: str, demand: str | None, prices: str | None) -> System:
        """Return the system of a scenario with its measures applied.

        Parameters
        ----------
        scenario
            Name of the scenario.
        demand, prices
            Paths that stand in for those of the scenario; None: its own.

        Raises
        ------
        CarbonpathError
            If there is no such scenario, or it does not fit the system.
        """

    def gdp(self, demand: str | None) -> pd.DataFrame:
        """Return the table GDP of a demand path, for intensities; without rows if it is not known."""
