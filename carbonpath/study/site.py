"""One branch before its programme is compiled: system, motions, parameters at the scenario's own values, readings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from carbonpath.model.given import as_given
from carbonpath.model.parameter_map import Cell
from carbonpath.model.parameters import Values
from carbonpath.model.prepared import ModelData
from carbonpath.model.sets import build_sets
from carbonpath.model.system_parameters import read_parameters
from carbonpath.study.branch import BranchKey
from carbonpath.study.distribution import Floats
from carbonpath.study.drawn import nominal_row
from carbonpath.study.motion import Motion, alternative_changes, resolve_motions
from carbonpath.study.readings import Readings, find_readings
from carbonpath.study.rows import Ground
from carbonpath.study.source import SystemSource
from carbonpath.study.study import Study
from carbonpath.system.overlay import apply_changes
from carbonpath.system.system import System


@dataclass(frozen=True)
class Site:
    """A branch of a study on its system."""

    study: Study
    """The study."""
    key: BranchKey
    """Which branch."""
    system: System
    """System before any factor."""
    motions: tuple[Motion, ...]
    """Every motion of the study on it."""
    initial: Mapping[str, Values]
    """Parameters of the system."""
    gdp: pd.DataFrame
    """Table GDP of its demand path."""

    @property
    def name(self) -> str:
        """Return scenario and alternatives, for a reader."""
        switches = [factor for factor in self.study.factors if factor.options]
        chosen = [factor.options[option] for factor, option in zip(switches, self.key.options, strict=True)]
        return ", ".join([self.study.head.scenario[self.key.scenario], *chosen])

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """Parameter values that factors move, each once, sorted."""
        return tuple(sorted({(motion.parameter, index) for motion in self.motions for index in motion.indices}))

    @cached_property
    def reference(self) -> Mapping[str, Values]:
        """Parameters at the scenario's own values of the factors."""
        return self.parameters(nominal_row(self.study.factors))

    @cached_property
    def data(self) -> ModelData:
        """Parameters and index sets at the scenario's own values, unchecked."""
        return ModelData(as_given(self.reference), build_sets(self.system.outline(), self.reference))

    @cached_property
    def readings(self) -> Readings:
        """How outcomes are read.

        Raises
        ------
        ScenarioError
            As `find_readings`.
        """
        study = self.study
        return find_readings(study.outcomes, self.system, self.data, str(study.path), study.places)

    def values(self, cells: tuple[Cell, ...]) -> Floats:
        """Return the values of cells before any factor; not a number where there is no row."""
        return np.array([self.initial[name].get(index, np.nan) for name, index in cells], dtype=np.float64)

    def parameters(self, values: Floats) -> Mapping[str, Values]:
        """Return all parameters with the factors at `values`."""
        place = {cell: position for position, cell in enumerate(self.cells)}
        numbers = self.values(self.cells)
        for motion in self.motions:
            rows = [place[motion.parameter, index] for index in motion.indices]
            numbers[rows] = motion.applied(numbers[rows], float(values[motion.factor]))
        changed = {name: dict(self.initial[name]) for name in {name for name, _ in self.cells}}
        for (name, index), number in zip(self.cells, numbers.tolist(), strict=True):
            changed[name][index] = number
        return {**self.initial, **changed}


def find_site(study: Study, key: BranchKey, source: SystemSource) -> Site:
    """Return a branch on its system, with the changes that its alternatives bring.

    Raises
    ------
    CarbonpathError
        What `source` and `resolve_motions` raise.
    """
    switches = [factor for factor in study.factors if factor.options]
    blocks = [
        (factor, factor.options[option], (factor.block.alternatives or {})[factor.options[option]])
        for factor, option in zip(switches, key.options, strict=True)
    ]
    demand = next((block.demand for _, _, block in reversed(blocks) if block.demand), None)
    prices = next((block.prices for _, _, block in reversed(blocks) if block.prices), None)
    system = source.system(study.head.scenario[key.scenario], demand, prices)
    for factor, option, _ in blocks:
        system = apply_changes(system, alternative_changes(factor, option, _ground(system, study)))
    parameters = read_parameters(system)
    motions = resolve_motions(study.factors, _ground(system, study))
    return Site(study, key, system, tuple(motions), parameters, source.gdp(demand))


def _ground(system: System, study: Study) -> Ground:
    rows = {name: tuple(values) for name, values in read_parameters(system).items()}
    return Ground(system, rows, str(study.path))
