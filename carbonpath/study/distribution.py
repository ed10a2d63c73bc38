"""Distributions of factors, each told by its quantiles: a share from 0 to 1 in, a value of the factor out."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

import numpy as np
import numpy.typing as npt
from pydantic import Discriminator, Field, model_validator
from scipy.special import ndtr, ndtri

from carbonpath.scenario.blocks import Block, Number

Floats = npt.NDArray[np.float64]
Positive = Annotated[float, Field(gt=0, allow_inf_nan=False)]

TAIL = 0.01
"""Share cut off at an end without bound, where a design asks for the ends of the range."""


class Uniform(Block):
    """Every value between two ends alike."""

    kind: Literal["uniform"]
    low: Number
    """Lower end."""
    high: Number
    """Upper end."""

    ends: ClassVar[tuple[bool, bool]] = (True, True)

    @model_validator(mode="after")
    def _check_order(self) -> Uniform:
        require_rising(self.low, self.high)
        return self

    def quantile(self, share: Floats) -> Floats:
        """Return the values below which `share` of the distribution lies."""
        return self.low + share * (self.high - self.low)


class Triangular(Block):
    """Most likely at a mode, never beyond two ends."""

    kind: Literal["triangular"]
    low: Number
    """Lower end."""
    mode: Number
    """Most likely value."""
    high: Number
    """Upper end."""

    ends: ClassVar[tuple[bool, bool]] = (True, True)

    @model_validator(mode="after")
    def _check_order(self) -> Triangular:
        require_rising(self.low, self.high)
        if not self.low <= self.mode <= self.high:
            raise ValueError("low <= mode <= high")
        return self

    def quantile(self, share: Floats) -> Floats:
        """Return the values below which `share` of the distribution lies."""
        width, left, right = self.high - self.low, self.mode - self.low, self.high - self.mode
        rising = self.low + np.sqrt(share * width * left)
        falling = self.high - np.sqrt((1.0 - share) * width * right)
        return np.where(share * width < left, rising, falling)


class Normal(Block):
    """The bell curve, cut off at a lower or upper end where one is given."""

    kind: Literal["normal"]
    mean: Number
    """Mean before any cut."""
    deviation: Positive
    """Standard deviation before any cut."""
    low: Number | None = None
    """Lower end; none: unbounded."""
    high: Number | None = None
    """Upper end; none: unbounded."""

    @property
    def ends(self) -> tuple[bool, bool]:
        """Tell whether there is a lower and an upper end."""
        return self.low is not None, self.high is not None

    @model_validator(mode="after")
    def _check_order(self) -> Normal:
        if self.low is not None and self.high is not None:
            require_rising(self.low, self.high)
        return self

    def quantile(self, share: Floats) -> Floats:
        """Return the values below which `share` of the distribution lies."""
        below = 0.0 if self.low is None else float(ndtr((self.low - self.mean) / self.deviation))
        above = 1.0 if self.high is None else float(ndtr((self.high - self.mean) / self.deviation))
        values = self.mean + self.deviation * ndtri(below + share * (above - below))
        return np.clip(values, self.low, self.high) if any(self.ends) else np.asarray(values, dtype=np.float64)


class Lognormal(Block):
    """A factor and its reciprocal around the median are equally likely; never negative."""

    kind: Literal["lognormal"]
    median: Positive
    """Median."""
    spread: Annotated[float, Field(gt=1, allow_inf_nan=False)]
    """Factor of one standard deviation: 1.2 puts 68 % between median / 1.2 and median x 1.2."""

    ends: ClassVar[tuple[bool, bool]] = (False, False)

    def quantile(self, share: Floats) -> Floats:
        """Return the values below which `share` of the distribution lies."""
        return np.asarray(self.median * np.exp(np.log(self.spread) * ndtri(share)), dtype=np.float64)


class Discrete(Block):
    """A list of values with their weights."""

    kind: Literal["discrete"]
    values: Annotated[tuple[Number, ...], Field(min_length=2)]
    """Values, in rising order."""
    weights: tuple[Positive, ...] = ()
    """Weight of each value; alike if none is given."""

    ends: ClassVar[tuple[bool, bool]] = (True, True)

    @model_validator(mode="after")
    def _check_lists(self) -> Discrete:
        if list(self.values) != sorted(set(self.values)):
            raise ValueError("values in rising order, each once")
        if self.weights and len(self.weights) != len(self.values):
            raise ValueError("as many weights as values")
        return self

    def quantile(self, share: Floats) -> Floats:
        """Return the values below which `share` of the distribution lies."""
        return np.array(self.values)[choose(share, self.weights or (1.0,) * len(self.values))]


Distribution = Annotated[Uniform | Triangular | Normal | Lognormal | Discrete, Discriminator("kind")]
"""Any distribution, told apart by ``kind``."""


def choose(share: Floats, weights: tuple[float, ...]) -> npt.NDArray[np.int64]:
    """Return positions in a weighted list for shares from 0 to 1."""
    edges = np.cumsum(weights) / np.sum(weights)
    return np.minimum(np.searchsorted(edges, share, side="right"), len(weights) - 1)


def within_ends(distribution: Any, share: Floats) -> Floats:
    """Return shares drawn in from the ends that have no bound, so that a design may ask for 0 and 1."""
    lower, upper = distribution.ends
    first, last = 0.0 if lower else TAIL, 1.0 if upper else 1.0 - TAIL
    return first + share * (last - first)


def require_rising(low: float, high: float) -> None:
    """Raise ValueError unless `low` is below `high`."""
    if not low < high:
        raise ValueError("low < high")
