"""How one change of one factor moves rows of a parameter: the same operands for arrays and for the overlay of a system.

The operand of each row is affine in the value of the factor, ``offset + gain x value``:

============  =====================  ==============
change        offset                 gain
============  =====================  ==============
scale         1 - path               path
add           0                      path
set           0                      path
set, low-high low                    high - low
============  =====================  ==============
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from carbonpath.core.errors import ScenarioError
from carbonpath.core.horizon import interpolate
from carbonpath.core.problems import Problem
from carbonpath.core.vocabulary import quantity
from carbonpath.model.parameters import Index, told_index
from carbonpath.study.distribution import Floats
from carbonpath.study.factor import ChangeBlock, Factor
from carbonpath.study.rows import Ground
from carbonpath.system.change import Change, Operation


@dataclass(frozen=True, slots=True)
class Motion:
    """One change of one factor, resolved on one system."""

    factor: int
    """Position of the factor in the study."""
    name: str
    """Name of the factor."""
    source: str
    """File and line."""
    parameter: str
    """Parameter of the vocabulary."""
    indices: tuple[Index, ...]
    """Rows that it moves."""
    operation: Operation
    """What is done to them."""
    offset: Floats
    """Operand of each row at a value of zero."""
    gain: Floats
    """Change of the operand per unit of the factor's value."""

    def operands(self, value: float) -> Floats:
        """Return the operand of each row."""
        return self.offset + self.gain * value

    def applied(self, before: Floats, value: float) -> Floats:
        """Return the rows after the change."""
        operand = self.operands(value)
        if self.operation == "set":
            return operand
        return before * operand if self.operation == "scale" else before + operand

    def changes(self, value: float) -> list[Change]:
        """Return the same as changes of a system, one a row."""
        names = quantity(self.parameter).indices
        return [
            Change(self.parameter, dict(zip(names, index, strict=True)), self.operation, operand, source=self.source)
            for index, operand in zip(self.indices, self.operands(value).tolist(), strict=True)
        ]


def resolve_motions(factors: Sequence[Factor], ground: Ground) -> list[Motion]:
    """Return the motions of every factor on a system, in the order of the file.

    Raises
    ------
    ScenarioError
        CP-463 for a change that matches nothing, CP-470 for a unit that does not fit, CP-472 for a number that two
        factors set.
    """
    motions: list[Motion] = []
    problems: list[Problem] = []
    for position, factor in enumerate(factors):
        for change in factor.block.changes:
            try:
                motions.append(_motion(position, factor, change, ground))
            except ScenarioError as error:
                problems += error.problems
    problems += _check_twice(motions, factors, ground.file)
    if problems:
        raise ScenarioError(*problems)
    return motions


def alternative_changes(factor: Factor, option: str, ground: Ground) -> list[Change]:
    """Return the changes that one alternative of a factor brings, one a row.

    Raises
    ------
    ScenarioError
        CP-463 for a change that matches nothing, CP-470 for a unit that does not fit.
    """
    changes: list[Change] = []
    for fixed in (factor.block.alternatives or {})[option].changes:
        name, system = fixed.parameter, ground.system
        by_year = interpolate(fixed.value, system.years[1:]) if isinstance(fixed.value, dict) else None
        years = tuple(system.years[1:] if by_year is None else by_year)
        found = ground.find(name, fixed.where, years, sets=fixed.operation == "set", place=factor.place)
        unit = fixed.unit if fixed.operation in ("set", "add") else ""
        factors = ground.unit_factors(name, found, unit, factor.place)
        source = f"{ground.file}: {factor.place}"
        for index, scale in zip(found, factors, strict=True):
            value = fixed.value if by_year is None else by_year[index[-1]]
            where = dict(zip(quantity(name).indices, index, strict=True))
            changes.append(Change(name, where, fixed.operation, float(value) * scale, source=source))  # type: ignore[arg-type]
    return changes


def _motion(position: int, factor: Factor, change: ChangeBlock, ground: Ground) -> Motion:
    name, system = change.parameter, ground.system
    given = [min(path) for path in (change.path, change.low, change.high) if path]
    years = tuple(year for year in system.years[1:] if not given or year >= max(given))
    found = ground.find(name, change.where, years, sets=change.operation == "set", place=factor.place)
    unit = change.unit if change.operation != "scale" else ""
    scale = np.array(ground.unit_factors(name, found, unit, factor.place))
    offset, gain = _operands(change, found, system.years)
    return Motion(
        factor=position,
        name=factor.name,
        source=f"{ground.file}: {factor.place}",
        parameter=name,
        indices=tuple(found),
        operation=change.operation,
        offset=offset * scale,
        gain=gain * scale,
    )


def _operands(change: ChangeBlock, indices: Sequence[Index], years: Sequence[int]) -> tuple[Floats, Floats]:
    dated = "year" in quantity(change.parameter).indices

    def by_year(path: Mapping[int, float]) -> Floats:
        if not path or not dated:
            return np.ones(len(indices))
        known = interpolate(path, years)
        return np.array([known.get(index[-1], 0.0) for index in indices])

    if change.low and change.high:
        low, high = by_year(change.low), by_year(change.high)
        return low, high - low
    weight = by_year(change.path)
    return (1.0 - weight if change.operation == "scale" else np.zeros(len(indices))), weight


def _check_twice(motions: Sequence[Motion], factors: Sequence[Factor], file: str) -> Iterator[Problem]:
    first: dict[tuple[str, Index], Motion] = {}
    told: set[tuple[str, str]] = set()
    for motion in motions:
        for index in motion.indices:
            other = first.setdefault((motion.parameter, index), motion)
            pair = (other.name, motion.name)
            if other is motion or "set" not in (other.operation, motion.operation) or pair in told:
                continue
            told.add(pair)
            place = factors[motion.factor].place
            details = {"other": other.name, "factor": motion.name}
            yield Problem("CP-472", file, place, told_index(motion.parameter, index), details)
