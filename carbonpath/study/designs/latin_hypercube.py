"""Samples spread evenly over the whole space of factors, for probabilities and for every analysis of given data.

``sobol`` points are a scrambled quasi-random sequence and ``random`` points are drawn one by one from the seed and
their number: a larger study begins with the samples of a smaller one. A ``latin`` hypercube is drawn as a whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, ClassVar, Literal

import numpy as np
from pydantic import Field
from scipy.stats import qmc

from carbonpath.scenario.blocks import Block
from carbonpath.study.distribution import Floats
from carbonpath.study.drawn import Drawn, drawn_from
from carbonpath.study.factor import Factor


class LatinHypercube(Block):
    """Space-filling samples; factors may be correlated."""

    method: ClassVar[str] = "latin_hypercube"
    """Name in study files."""
    independent: ClassVar[bool] = False
    """Whether factors must be independent."""
    samples: Annotated[int, Field(ge=2, le=10_000_000)]
    """Samples."""
    points: Literal["latin", "sobol", "random"] = "latin"
    """How they are spread."""

    def draw(self, factors: Sequence[Factor], seed: int) -> Drawn:
        """Return the samples, before any correlation."""
        shares = np.clip(self._shares(len(factors), seed), 1e-12, 1.0 - 1e-12)
        return drawn_from(factors, shares, ends=False)

    def _shares(self, factors: int, seed: int) -> Floats:
        if self.points == "latin":
            sampler = qmc.LatinHypercube(d=factors, rng=np.random.default_rng(seed))
            return np.asarray(sampler.random(self.samples), dtype=np.float64)
        if self.points == "sobol":
            sequence = qmc.Sobol(d=factors, rng=np.random.default_rng(seed))
            exponent = max(1, (self.samples - 1).bit_length())
            return np.asarray(sequence.random_base2(exponent)[: self.samples], dtype=np.float64)
        streams = (np.random.SeedSequence(seed, spawn_key=(number,)) for number in range(self.samples))
        return np.array([np.random.default_rng(stream).random(factors) for stream in streams])
