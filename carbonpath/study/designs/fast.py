"""Curves through the space of factors, each factor at a frequency of its own (extended FAST, Saltelli 1999)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, ClassVar

import numpy as np
from pydantic import Field
from SALib.sample import fast_sampler

from carbonpath.scenario.blocks import Block
from carbonpath.study.drawn import Drawn, drawn_from, unit_problem
from carbonpath.study.factor import Factor
from carbonpath.study.salib import quiet


class Fast(Block):
    """First and total indices."""

    method: ClassVar[str] = "fast"
    """Name in study files."""
    independent: ClassVar[bool] = True
    """Whether factors must be independent."""
    samples: Annotated[int, Field(ge=65, le=1_000_000)]
    """Samples a factor and repetition."""
    harmonics: Annotated[int, Field(ge=1, le=10)] = 4
    """Harmonics that count as the factor's own; samples must exceed four times their square."""

    repeats: Annotated[int, Field(ge=1, le=100)] = 1
    """Curves a factor, each shifted at random; two or more give intervals."""

    def draw(self, factors: Sequence[Factor], seed: int) -> Drawn:
        """Return the curves one after another, repetition after repetition."""
        problem = unit_problem(factors)
        seeds = [seed, *np.random.SeedSequence(seed).generate_state(self.repeats - 1).tolist()]
        with quiet(seed):
            shares = [fast_sampler.sample(problem, self.samples, M=self.harmonics, seed=own) for own in seeds]
        return drawn_from(factors, np.concatenate(shares), ends=False)
