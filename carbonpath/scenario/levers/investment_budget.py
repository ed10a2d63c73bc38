"""What is invested in a year, by all firms together, stays within a budget (投资预算)."""

from __future__ import annotations

from typing import ClassVar

from carbonpath.core.problems import Problem
from carbonpath.scenario.blocks import Series
from carbonpath.scenario.series import series_changes
from carbonpath.scenario.site import Site
from carbonpath.system.change import Change


class InvestmentBudget(Series):
    """Budget by year, in 亿元 or million CNY of the base year."""

    lever: ClassVar[str] = "investment_budget"
    """Key of the lever in a scenario file."""

    def changes(self, site: Site) -> list[Change]:
        """Return the upper limit of investment by year."""
        return series_changes(site, "max_investment", {"region": site.region}, self, "million CNY")

    def warnings(self, site: Site) -> list[Problem]:
        """Return nothing: any budget may be wanted."""
        return []
