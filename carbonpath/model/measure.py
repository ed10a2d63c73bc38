"""Measuring what each parameter value moves in a compiled programme, and checking it against a fresh compile.

The map is measured, not written down a second time: each parameter is moved once, the programme compiled again, and
every number that changed belongs to the parameter value whose index stands in the names of its row and column. All
parameters are then moved together, each value by another factor, and what the map says is compared with what is
compiled; so is every far point that is asked for, because some numbers bend on the way (an availability above one
counts as one). A parameter that does not come out right (it bends, multiplies another, or changes rows and columns) is
given up: samples that move it have to be built anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product
from typing import NamedTuple

import numpy as np
from scipy.sparse import coo_array, csr_array

from carbonpath.core.vocabulary import quantity
from carbonpath.model.compiled import Floats, Key
from carbonpath.model.parameter_map import Cell, ParameterMap, Slopes
from carbonpath.model.parameters import Values
from carbonpath.model.point import Numbers, Point, close, compile_point, same_programme
from carbonpath.system.system import System

STEP = 0.0625
"""Relative size of the move with which a slope is measured: a power of two, so differences lose little."""
FILL = 0.0625
"""Value that stands in for a zero while compiling, so that its place in the rows is kept."""


def build_map(
    system: System,
    parameters: Mapping[str, Values],
    cells: Sequence[Cell],
    wanted: Sequence[Key],
    far: Sequence[Mapping[str, Values]] = (),
) -> ParameterMap:
    """Return the map of `cells`, each a value that `parameters` has, and of the forms `wanted`.

    Parameters
    ----------
    system
        System whose structure the programme has.
    parameters
        Its parameters, with every row that is to be moved.
    cells
        Parameter values to be moved.
    wanted
        Forms to be moved with them.
    far
        Parameters at the ends of where the values will be moved, at which the map must hold too.
    """
    filled = _with_values(parameters, {cell: FILL for cell in cells if parameters[cell[0]][cell[1]] == 0.0})
    point = compile_point(system, filled, wanted)
    names = sorted({name for name, _ in cells})
    measured = {name: _measure(system, filled, [c for c in cells if c[0] == name], point) for name in names}
    found = {name: entries for name, entries in measured.items() if entries is not None}
    given_up = set(names) - set(found)
    if not given_up:
        built = _assembled(point, filled, cells, found)
        given_up = _wrong_parameters(_Trial(system, filled, built, found, far))
        if not given_up:
            return built
    kept = build_map(system, parameters, [cell for cell in cells if cell[0] not in given_up], wanted, far)
    return replace(kept, given_up=kept.given_up | given_up)


def check_map(mapped: ParameterMap, system: System, parameters: Mapping[str, Values]) -> bool:
    """Tell whether the map gives at the values of `parameters` the programme that is compiled from them."""
    values = np.array([parameters[name][index] for name, index in mapped.cells], dtype=np.float64)
    fresh = compile_point(system, parameters, mapped.point.forms.keys)
    return same_programme(mapped.moved(values), fresh)


class _Entries(NamedTuple):
    """Numbers of one array that cells move."""

    positions: list[int]
    cells: list[Cell]
    slopes: list[float]


def _with_values(parameters: Mapping[str, Values], values: Mapping[Cell, float]) -> dict[str, Values]:
    changed: dict[str, Values] = dict(parameters)
    for name in {name for name, _ in values}:
        changed[name] = {**parameters[name], **{index: value for (of, index), value in values.items() if of == name}}
    return changed


def _measure(
    system: System, parameters: Mapping[str, Values], cells: Sequence[Cell], point: Point
) -> dict[str, _Entries] | None:
    """Return by array what `cells`, all of one parameter, move; None if rows change or a number has no one owner."""
    steps = {cell: _step(parameters[cell[0]][cell[1]]) for cell in cells}
    there = {cell: parameters[cell[0]][cell[1]] + step for cell, step in steps.items()}
    other = compile_point(system, _with_values(parameters, there), point.forms.keys)
    if not other.has_structure_of(point):
        return None
    owners = _Owners(cells)
    found: dict[str, _Entries] = {}
    for name, before, after in zip(Numbers._fields, point.numbers, other.numbers, strict=True):
        with np.errstate(invalid="ignore"):
            changes = np.where(before == after, 0.0, after - before)
        entries = _Entries([], [], [])
        for position in np.flatnonzero(changes).tolist():
            cell = owners.of(_parts(point, name, position))
            if cell is None:
                return None
            entries.positions.append(position)
            entries.cells.append(cell)
            entries.slopes.append(float(changes[position]) / steps[cell])
        if entries.positions:
            found[name] = entries
    return found


def _step(value: float) -> float:
    return STEP * abs(value) if value else STEP


class _Owners:
    """Finds the one parameter value whose index stands in the names of a row and a column."""

    def __init__(self, cells: Sequence[Cell]) -> None:
        self._cells = set(cells)
        self._name = cells[0][0]
        dimensions = range(len(quantity(self._name).indices))
        self._known = [{index[position] for _, index in cells} for position in dimensions]

    def of(self, parts: Iterable[object]) -> Cell | None:
        """Return the owner; None if there is none or several."""
        names = set(parts)
        candidates = product(*(known & names for known in self._known))
        found = [cell for index in candidates if (cell := (self._name, index)) in self._cells]
        return found[0] if len(found) == 1 else None


def _parts(point: Point, name: str, position: int) -> tuple[object, ...]:
    """Return the index values in the names of the row and column at which a number stands."""
    compiled, forms = point
    if name == "cost":
        return compiled.columns[position].place
    if name in ("row_lower", "row_upper"):
        return compiled.rows[position].place
    if name == "constants":
        return forms.keys[position].place
    if name == "forms":
        row = int(np.searchsorted(forms.matrix.indptr, position, side="right")) - 1
        return (*forms.keys[row].place, *compiled.columns[int(forms.matrix.indices[position])].place)
    column = int(np.searchsorted(compiled.matrix.indptr, position, side="right")) - 1
    return (*compiled.rows[int(compiled.matrix.indices[position])].place, *compiled.columns[column].place)


def _assembled(
    point: Point,
    parameters: Mapping[str, Values],
    cells: Sequence[Cell],
    measured: Mapping[str, Mapping[str, _Entries]],
) -> ParameterMap:
    place = {cell: position for position, cell in enumerate(cells)}
    slopes: dict[str, Slopes] = {}
    for array in Numbers._fields:
        rows: list[int] = []
        columns: list[int] = []
        numbers: list[float] = []
        for name in sorted(measured):
            entries = measured[name].get(array)
            if entries is not None:
                rows += entries.positions
                columns += [place[cell] for cell in entries.cells]
                numbers += entries.slopes
        if rows:
            positions, row = np.unique(np.array(rows, dtype=np.int64), return_inverse=True)
            matrix = csr_array(coo_array((numbers, (row, columns)), shape=(positions.size, len(cells))))
            slopes[array] = Slopes(positions, matrix)
    values = np.array([parameters[name][index] for name, index in cells], dtype=np.float64)
    return ParameterMap(point, tuple(cells), values, slopes, frozenset())


class _Trial(NamedTuple):
    """A map that was measured, and where it is tried."""

    system: System
    parameters: Mapping[str, Values]
    built: ParameterMap
    measured: Mapping[str, Mapping[str, _Entries]]
    far: Sequence[Mapping[str, Values]]

    def places(self) -> Iterator[Floats]:
        """Yield values of every cell: near, each moved by another factor, then at the ends."""
        values = self.built.values
        yield values * (1.0 - STEP * (1.0 + np.arange(values.size) % 7) / 7.0)
        for parameters in self.far:
            yield np.array([parameters[name][index] for name, index in self.built.cells], dtype=np.float64)


def _wrong_parameters(trial: _Trial) -> set[str]:
    """Return the parameters to be given up: those wrong by themselves, else those that are wrong together."""
    names = {name for name, _ in trial.built.cells}
    for place in trial.places():
        wrong = _blamed(trial, place, names)
        if wrong:
            alone = {name for name in wrong if _blamed(trial, place, {name})}
            return alone or wrong
    return set()


def _blamed(trial: _Trial, place: Floats, names: set[str]) -> set[str]:
    """Return those of `names` that move a number which comes out wrong when all of `names` are moved to `place`."""
    if not names:
        return set()
    built, measured = trial.built, trial.measured
    values = np.where([name in names for name, _ in built.cells], place, built.values)
    there = dict(zip(built.cells, values.tolist(), strict=True))
    fresh = compile_point(trial.system, _with_values(trial.parameters, there), built.point.forms.keys)
    moved = built.moved(values)
    if same_programme(moved, fresh):
        return set()
    if not fresh.has_structure_of(moved):
        return names
    wrong: set[str] = set()
    for array, one, two in zip(Numbers._fields, moved.numbers, fresh.numbers, strict=True):
        off = set(np.flatnonzero(~close(one, two)).tolist())
        blamed = {name for name in names if off & set(measured[name].get(array, _Entries([], [], [])).positions)}
        wrong |= blamed if blamed or not off else names
    return wrong or names
