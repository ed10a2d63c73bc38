"""Trajectories in which one factor after the other takes a step: which factors matter at all (Morris 1991)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, ClassVar

from pydantic import Field
from SALib.sample import morris

from carbonpath.scenario.blocks import Block
from carbonpath.study.drawn import Drawn, drawn_from, unit_problem
from carbonpath.study.factor import Factor


class Morris(Block):
    """Elementary effects."""

    method: ClassVar[str] = "morris"
    """Name in study files."""
    independent: ClassVar[bool] = True
    """Whether factors must be independent."""
    trajectories: Annotated[int, Field(ge=2, le=100_000)]
    """Trajectories; each costs one solve more than there are factors."""
    levels: Annotated[int, Field(ge=4, le=1000, multiple_of=2)] = 4
    """Levels of each factor, evenly spaced in probability."""

    def draw(self, factors: Sequence[Factor], seed: int) -> Drawn:
        """Return the trajectories one after another."""
        shares = morris.sample(
            unit_problem(factors), self.trajectories, self.levels, local_optimization=False, seed=seed
        )
        return drawn_from(factors, shares, ends=True)
