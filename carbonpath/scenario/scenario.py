"""A scenario: choices and levers, each with the file and line that asked for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, cast

from pydantic import BeforeValidator

from carbonpath.core.documents import Document, KeyPath
from carbonpath.scenario.blocks import BLANK, Bilingual, Block, Year
from carbonpath.scenario.levers import LEVERS, Lever
from carbonpath.scenario.paths import AllocationName, DemandPathName, PricePathName
from carbonpath.scenario.site import source_line


def _as_list(given: Any) -> Any:
    return (given,) if isinstance(given, str) else tuple(given) if isinstance(given, list) else given


class Horizon(Block):
    """First and last model year."""

    first: Year
    """First year, the base year of the inventory."""
    last: Year
    """Last year."""


class ScenarioFile(Block):
    """What one scenario file says, its levers apart; what it leaves out comes from the scenarios it extends."""

    title: Bilingual
    """Name for tables and charts."""
    narrative: Bilingual = BLANK
    """The story in a few sentences."""
    extends: Annotated[tuple[str, ...], BeforeValidator(_as_list)] = ()
    """Scenario, or list of scenarios, that this one starts from."""
    demand: DemandPathName | None = None
    """Demand path of the district; ``plan`` if no scenario says otherwise."""
    prices: PricePathName | None = None
    """Price path; ``base`` if no scenario says otherwise."""
    horizon: Horizon | None = None
    """Model years; those of the project if no scenario says otherwise."""
    allocation: AllocationName | None = None
    """Free allocation: ``benchmark`` by free_allocation.csv if no scenario says otherwise, ``rules`` of each market."""


CHOICES = ("demand", "prices", "horizon", "allocation")
"""Keys of a scenario file that select data instead of changing them."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A choice or the block of a lever, and where it was written."""

    value: Any
    """Choice, or block of a lever."""
    document: Document
    """Scenario file in which it stands."""
    key: KeyPath
    """Keys from the top of that file."""

    @property
    def source(self) -> str:
        """Return file and line."""
        return source_line(self.document, self.key)


@dataclass(frozen=True, slots=True)
class Scenario:
    """A scenario with everything that it inherits."""

    name: str
    """Name of its file, or names joined by ``+``."""
    title: Bilingual
    """Name for tables and charts."""
    narrative: Bilingual
    """The story in a few sentences."""
    lineage: tuple[str, ...]
    """Its own name and those of the scenarios that it starts from, nearest first."""
    settings: Mapping[KeyPath, Setting]
    """Choices under ``("demand",)`` etc. and levers under ``("levers", "coal_cap")`` etc."""

    @property
    def demand(self) -> DemandPathName:
        """Return the demand path."""
        return cast("DemandPathName", self._choice("demand") or "plan")

    @property
    def prices(self) -> PricePathName:
        """Return the price path."""
        return cast("PricePathName", self._choice("prices") or "base")

    @property
    def horizon(self) -> Horizon | None:
        """Return first and last model year; none if the project decides."""
        return cast("Horizon | None", self._choice("horizon"))

    @property
    def allocation(self) -> AllocationName:
        """Return by what free allowances are given."""
        return cast("AllocationName", self._choice("allocation") or "benchmark")

    @property
    def levers(self) -> Mapping[str, Lever]:
        """Return the block of each lever that is pulled, in reading order."""
        return {lever: cast("Lever", setting.value) for lever, setting in self.lever_settings().items()}

    def lever_settings(self) -> Mapping[str, Setting]:
        """Return the block of each lever that is pulled, with its place, in reading order."""
        keys = {lever.lever: ("levers", lever.lever) for lever in LEVERS}
        return {name: self.settings[key] for name, key in keys.items() if key in self.settings}

    def _choice(self, name: str) -> object:
        setting = self.settings.get((name,))
        return setting.value if setting else None
