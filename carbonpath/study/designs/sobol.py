"""Saltelli's extension of the Sobol sequence: how much of the variance is due to each factor."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, ClassVar

from pydantic import Field, field_validator
from SALib.sample import sobol

from carbonpath.scenario.blocks import Block
from carbonpath.study.drawn import Drawn, drawn_from, unit_problem
from carbonpath.study.factor import Factor


class Sobol(Block):
    """First, total and, if asked, second-order indices."""

    method: ClassVar[str] = "sobol"
    """Name in study files."""
    independent: ClassVar[bool] = True
    """Whether factors must be independent."""
    samples: Annotated[int, Field(ge=8, le=2**20)]
    """Base samples, a power of two; the solves are this times (factors + 2), or (2 x factors + 2) with second order."""
    second_order: bool = False
    """Whether to find out about pairs of factors."""

    @field_validator("samples")
    @classmethod
    def _check_power(cls, samples: int) -> int:
        if samples & (samples - 1):
            raise ValueError("a power of two: 64, 128, 256, ...")
        return samples

    def draw(self, factors: Sequence[Factor], seed: int) -> Drawn:
        """Return the samples in SALib's order."""
        shares = sobol.sample(unit_problem(factors), self.samples, calc_second_order=self.second_order, seed=seed)
        return drawn_from(factors, shares, ends=False)
