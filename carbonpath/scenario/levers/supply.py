"""What the district draws of a commodity in a year stays below a ceiling: gas, scrap, biomass (供应上限)."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from pydantic import ConfigDict, RootModel

from carbonpath.core.problems import Problem
from carbonpath.scenario.blocks import Series
from carbonpath.scenario.names import find_commodity
from carbonpath.scenario.series import series_changes
from carbonpath.scenario.site import Site, gather
from carbonpath.system.change import Change


class Ceiling(Series):
    """Ceiling of the use of a commodity by year, wherever it comes from."""

    commodity: str
    """Commodity, with or without its firm."""


class Supply(RootModel[tuple[Ceiling, ...]]):
    """List of ceilings."""

    model_config = ConfigDict(frozen=True)

    lever: ClassVar[str] = "supply"
    """Key of the lever in a scenario file."""

    def changes(self, site: Site) -> list[Change]:
        """Return the upper limits of use by year."""
        return gather(partial(_ceiling_changes, site.at(index), ceiling) for index, ceiling in enumerate(self.root))

    def warnings(self, site: Site) -> list[Problem]:
        """Return nothing: any ceiling may be wanted."""
        return []


def _ceiling_changes(site: Site, ceiling: Ceiling) -> list[Change]:
    name, unit = find_commodity(site.at("commodity"), ceiling.commodity)
    return series_changes(site, "max_commodity_use", {"region": site.region, "commodity": name}, ceiling, unit)
