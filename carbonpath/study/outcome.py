"""What a study file says of its outcomes, and how an outcome is read off a solution."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from carbonpath.core.errors import ScenarioError
from carbonpath.core.problems import Problem
from carbonpath.indicators.peak import Peak, find_peak
from carbonpath.indicators.tables import Specification
from carbonpath.model.compiled import Key
from carbonpath.model.prepared import ModelData
from carbonpath.scenario.blocks import BLANK, Bilingual, Block, Number, Year
from carbonpath.study.factor import Wanted
from carbonpath.system.system import System

FEASIBLE = "feasible"
"""Outcome that every study has: 1 if there is a plan, 0 if no plan satisfies every limit."""


class OutcomeBlock(Block):
    """A number, or one number a year, that is read off every solution."""

    title: Bilingual = BLANK
    """Name for tables and charts; that of the indicator if none is given."""
    indicator: str = ""
    """Indicator, as in the table INDICATOR."""
    quantity: str = ""
    """Instead of an indicator: a quantity of the vocabulary, added up over the rows that `where` matches."""
    where: dict[str, Wanted] | None = None
    """Index values of the quantity that rows must have; an index left out is added up over."""
    year: Year | Literal["all"] | None = None
    """Year; ``all``: each year is an outcome; none: what has no year, or the last."""
    boundary: str = ""
    """Boundary of the indicator; that of the study for emissions where none is given."""
    region: str = ""
    """Region; the only one if none is given."""
    firm: str = ""
    """Firm; the whole district if none is given."""
    sector: str = ""
    """Sector; all if none is given."""
    item: str = ""
    """Item of the indicator."""
    better: Literal["low", "high"] = "low"
    """Which way is better, for regret and robustness."""
    target: Number | None = None
    """Value that is good enough, for robustness: at most it where low is better, at least it where high is."""


@dataclass(frozen=True, slots=True)
class Ask:
    """An outcome that is asked of a system."""

    name: str
    """Name in the study file."""
    block: OutcomeBlock
    """What the file says of it."""
    system: System
    """System whose solution is read."""
    data: ModelData
    """Its index sets and parameters."""
    file: str
    """Study file, for problems."""
    place: str
    """Line of the outcome."""

    @property
    def region(self) -> str:
        """Return the region that is meant.

        Raises
        ------
        ScenarioError
            CP-468 if the system has several and none is named, or has none of that name.
        """
        known = self.system.regions
        name = self.block.region or (known[0] if len(known) == 1 else "")
        if name not in known:
            raise self.absent(f"region {name}".strip())
        return name

    @property
    def years(self) -> tuple[int, ...]:
        """Return the years that are meant."""
        wanted = self.block.year
        if wanted == "all":
            return self.system.years
        year = self.system.years[-1] if wanted is None else wanted
        if year not in self.system.years:
            raise self.absent(str(year))
        return (year,)

    @property
    def columns(self) -> tuple[str, ...]:
        """Return the name of each number: with its year where each year is an outcome."""
        if self.block.year == "all":
            return tuple(f"{self.name}_{year}" for year in self.years)
        return (self.name,)

    def absent(self, what: str) -> ScenarioError:
        """Return the error of an outcome that the system does not have."""
        return ScenarioError(Problem("CP-468", self.file, self.place, what, {"outcome": self.name}))


@dataclass(frozen=True, slots=True)
class Reading:
    """How one outcome is read off a solution: sums of forms or of shadow prices, then a fold."""

    columns: tuple[str, ...]
    """Names of the numbers that come out."""
    fold: str = "each"
    """What is made of the sums."""
    sums: tuple[tuple[Key, ...], ...] = ()
    """Forms to be added up."""
    duals: tuple[tuple[tuple[Key, float], ...], ...] = ()
    """Instead of forms: rows whose duals are weighted and added up."""
    years: tuple[int, ...] = ()
    """Year of each sum, where the fold asks for it."""
    block: OutcomeBlock | None = None
    """For outcomes that only the table INDICATOR can tell: what to select in it."""
    unit: str = ""
    """Unit of the numbers; blank where only the table knows."""

    def read(self, amounts: Mapping[Key, float], duals: Mapping[Key, float]) -> tuple[float, ...]:
        """Return the numbers."""
        if self.duals:
            return tuple(sum(weight * duals[key] for key, weight in keys) for keys in self.duals)
        totals = [sum(amounts[key] for key in keys) for keys in self.sums]
        return tuple(FOLDS[self.fold](totals, self.years))


def _peak(totals: Sequence[float], years: Sequence[int]) -> Peak:
    choices = Specification()
    path = dict(zip(years, totals, strict=True))
    return find_peak(path, choices.peak_tolerance, choices.plateau_width)


def _ratios(totals: Sequence[float], years: Sequence[int]) -> list[float]:
    half = len(totals) // 2
    pairs = zip(totals[:half], totals[half:], strict=True)
    return [one / other if other else float("nan") for one, other in pairs]


FOLDS: Mapping[str, Callable[[Sequence[float], Sequence[int]], Sequence[float]]] = {
    "each": lambda totals, years: totals,
    "ratio": _ratios,
    "peak_level": lambda totals, years: [_peak(totals, years).level],
    "peak_year": lambda totals, years: [float(_peak(totals, years).year)],
    "plateau_first": lambda totals, years: [float(_peak(totals, years).first)],
    "plateau_last": lambda totals, years: [float(_peak(totals, years).last)],
}
"""What is made of sums: themselves, first half over second half, or the peak of a path."""
