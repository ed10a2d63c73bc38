"""What a study file says of its factors: how each is distributed, and which numbers of the system it moves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

import numpy as np
from pydantic import Field

from carbonpath.scenario.blocks import BLANK, Bilingual, Block, Number, Year
from carbonpath.scenario.paths import DemandPathName, PricePathName
from carbonpath.study.distribution import Discrete, Floats, Lognormal, Normal, Triangular, Uniform, choose, within_ends

Wanted = str | int | tuple[str | int, ...]
"""A name, a year, a pattern such as ``*.BUY.coking_coal``, or a list of these."""
Path = dict[Year, Number]
"""Numbers by year: linear between the years given, constant after, none before."""
Shape = Uniform | Triangular | Normal | Lognormal | Discrete
"""Any distribution."""

SHAPES: dict[str, type[Shape]] = {
    "uniform": Uniform,
    "triangular": Triangular,
    "normal": Normal,
    "lognormal": Lognormal,
    "discrete": Discrete,
}
"""Distributions by the name of their kind."""


class ChangeBlock(Block):
    """Which rows of a parameter a factor moves, and how."""

    parameter: str
    """Parameter of the vocabulary."""
    where: dict[str, Wanted] = Field(default_factory=dict)
    """Index values that rows must have; an index left out matches all."""
    operation: Literal["set", "scale", "add"] = "scale"
    """What the value of the factor does to the rows."""
    unit: str = ""
    """Unit of the value, for ``set`` and ``add``; blank: that of the parameter."""
    path: Path = Field(default_factory=dict)
    """By how much of the factor's effect counts in a year; blank: all of it in every year after the first."""
    low: Path = Field(default_factory=dict)
    """With `high` and ``set``: the path at which the factor is 0."""
    high: Path = Field(default_factory=dict)
    """With `low` and ``set``: the path at which the factor is 1."""


class FixedChangeBlock(Block):
    """A change that an alternative brings, of a given size."""

    parameter: str
    """Parameter of the vocabulary."""
    where: dict[str, Wanted] = Field(default_factory=dict)
    """Index values that rows must have; an index left out matches all."""
    operation: Literal["set", "scale", "add", "clear"] = "scale"
    """What is done to the rows."""
    value: Number | Path = 0.0
    """Operand, the same every year or by year."""
    unit: str = ""
    """Unit of the operand; blank: that of the parameter."""


class AlternativeBlock(Block):
    """One of several states of the world with a name."""

    title: Bilingual = BLANK
    """Name for tables and charts."""
    demand: DemandPathName | None = None
    """Demand path; that of the scenario if none is named."""
    prices: PricePathName | None = None
    """Price path; that of the scenario if none is named."""
    weight: Annotated[float, Field(gt=0, allow_inf_nan=False)] = 1.0
    """How likely it is, against the others."""
    changes: tuple[FixedChangeBlock, ...] = ()
    """Changes that it brings."""


class FactorBlock(Block):
    """What a study file says of one factor, its distribution apart."""

    title: Bilingual = BLANK
    """Name for tables and charts."""
    reason: Bilingual = BLANK
    """Why it is uncertain, and why this far."""
    source: Bilingual = BLANK
    """Document or consideration on which the range rests."""
    confidence: Literal["seen-twice", "seen", "recalled", "derived", "assumed"] | None = None
    """How well the range is founded."""
    unit: Bilingual = BLANK
    """Unit of the value, for charts; blank: relative to the scenario."""
    nominal: Number | str | None = None
    """Value in the scenario itself; 1 for ``scale`` and 0 for ``add`` where it is not given, else the median."""
    changes: tuple[ChangeBlock, ...] = ()
    """What the value moves."""
    alternatives: Annotated[dict[str, AlternativeBlock], Field(min_length=2)] | None = None
    """States of the world by name, instead of a distribution and changes."""


@dataclass(frozen=True, slots=True)
class Factor:
    """An uncertain number, or a switch between alternatives; the value of a switch is the position in its list."""

    name: str
    """Name in the study file."""
    block: FactorBlock
    """What the file says of it."""
    shape: Shape | None
    """Distribution; None for a switch."""
    place: str
    """File and line."""

    @property
    def options(self) -> tuple[str, ...]:
        """Names of the alternatives, in order; none if it is a number."""
        return tuple(self.block.alternatives or ())

    @property
    def nominal(self) -> float:
        """Value in the scenario itself."""
        given = self.block.nominal
        if self.options:
            return float(self.options.index(str(given))) if given is not None else 0.0
        if isinstance(given, (int, float)):
            return float(given)
        operations = {change.operation for change in self.block.changes}
        if operations <= {"scale"}:
            return 1.0
        return 0.0 if operations == {"add"} else float(self.values(np.array([0.5]))[0])

    def values(self, shares: Floats) -> Floats:
        """Return the values below which these shares of the distribution lie."""
        if self.shape is None:
            weights = tuple(option.weight for option in (self.block.alternatives or {}).values())
            return choose(shares, weights).astype(np.float64)
        return np.asarray(self.shape.quantile(shares), dtype=np.float64)

    def values_within(self, shares: Floats) -> Floats:
        """Return values as `values`, with 0 and 1 standing for the ends of what is likely."""
        return self.values(shares if self.shape is None else within_ends(self.shape, shares))

    def told(self, value: float) -> str:
        """Return a value as a reader sees it: the name of an alternative, or the number."""
        return self.options[round(value)] if self.options else f"{value:.6g}"
