"""One scenario with one choice of every switch: a structure, and how factors move its numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from carbonpath.model.highs import Basis, SolverOptions
from carbonpath.model.parameter_map import ParameterMap
from carbonpath.model.point import Point
from carbonpath.model.reduction import Reduction
from carbonpath.study.distribution import Floats
from carbonpath.study.motion import Motion
from carbonpath.study.outcome import OutcomeBlock, Reading
from carbonpath.system.change import Change
from carbonpath.system.system import System


class BranchKey(NamedTuple):
    """Which branch a sample is on."""

    scenario: int
    """Position of the scenario in the study."""
    options: tuple[int, ...]
    """Position of the alternative of each switch, in the order of the factors."""


@dataclass(frozen=True)
class Branch:
    """What a worker needs to answer the samples of one branch."""

    mapped: ParameterMap
    """Programme at the scenario's own values, and what parameter values move in it."""
    initial: Floats
    """Parameter values before any factor; not a number where a factor adds the row."""
    motions: tuple[Motion, ...]
    """Every motion, in the order of the study file."""
    positions: tuple[npt.NDArray[np.int64] | None, ...]
    """Where the rows of each motion stand among the parameter values; None: it cannot be made in place."""
    nominal: tuple[float, ...]
    """Values of the factors in the scenario itself."""
    basis: Basis | None
    """Where independent samples start; None: each is solved from nothing."""
    planless: bool
    """Whether no point that was tried has a plan; `basis` is then where its proof ended."""
    reduction: Reduction | None
    """What is taken out of the programme before the solver gets it; None: nothing."""
    readings: tuple[Reading, ...]
    """How outcomes are read in place."""
    system: System
    """System before any factor, for samples that have to be built anew."""
    gdp: pd.DataFrame
    """Table GDP, for outcomes that need the table of indicators."""
    always_anew: bool
    """Whether every sample has to be built anew."""

    @cached_property
    def reads_duals(self) -> bool:
        """Whether an outcome is a shadow price."""
        return any(reading.duals for reading in self.readings)

    def needs_building(self, values: Sequence[float]) -> bool:
        """Tell whether a sample moves something that cannot be moved in place."""
        moved = (
            position is None and values[motion.factor] != self.nominal[motion.factor]
            for motion, position in zip(self.motions, self.positions, strict=True)
        )
        return self.always_anew or any(moved)

    def parameter_values(self, values: Sequence[float]) -> Floats:
        """Return the parameter values of a sample: every motion in its turn."""
        found = self.initial.copy()
        for motion, positions in zip(self.motions, self.positions, strict=True):
            if positions is not None:
                found[positions] = motion.applied(found[positions], values[motion.factor])
        return found

    def point(self, values: Sequence[float]) -> Point:
        """Return the programme of a sample, and its forms."""
        return self.mapped.moved(self.parameter_values(values))

    def changes(self, values: Sequence[float]) -> list[Change]:
        """Return a sample as changes of the system, in the order of the study file."""
        return [change for motion in self.motions for change in motion.changes(values[motion.factor])]


@dataclass(frozen=True)
class Programme:
    """Everything that workers are given, once."""

    branches: Mapping[BranchKey, Branch]
    """Branches by key."""
    switches: tuple[int, ...]
    """Positions of the factors that are switches."""
    outcomes: Mapping[str, OutcomeBlock]
    """Outcomes of the study file."""
    columns: tuple[str, ...]
    """Names of the numbers that are read off each solution."""
    units: tuple[str, ...]
    """Their units."""
    options: SolverOptions
    """Rules of solving."""
    file: str
    """Study file, for problems."""

    def key_of(self, scenario: int, values: Sequence[float]) -> BranchKey:
        """Return the branch of a sample."""
        return BranchKey(scenario, tuple(round(values[position]) for position in self.switches))
