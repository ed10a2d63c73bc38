"""Which rows of a parameter a change of a study means."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cached_property
from itertools import product

from carbonpath.core.errors import DataError, ScenarioError
from carbonpath.core.problems import Problem
from carbonpath.core.units import conversion_factor
from carbonpath.core.vocabulary import parameter_names, quantity
from carbonpath.model.labels import Units
from carbonpath.model.parameters import Index
from carbonpath.study.factor import Wanted
from carbonpath.system.system import System


def check_names(parameter: str, where: Mapping[str, Wanted], file: str, place: str) -> Iterator[Problem]:
    """Yield what is unknown in the name of a parameter (CP-462) and of its indices (CP-431)."""
    if parameter not in parameter_names():
        near = difflib.get_close_matches(parameter, parameter_names(), n=1)
        yield Problem("CP-462", file, place, parameter, {"nearest": near[0] if near else ""})
        return
    indices = quantity(parameter).indices
    unknown = [name for name in where if name not in indices]
    if unknown:
        yield Problem("CP-431", file, place, parameter, {"index": ", ".join(unknown), "known": ", ".join(indices)})


def matching(indices: Iterable[Index], parameter: str, where: Mapping[str, Wanted]) -> list[Index]:
    """Return those of `indices` of `parameter` that `where` matches, sorted."""
    names = quantity(parameter).indices
    wanted = [(names.index(name), listed(value)) for name, value in where.items()]
    return sorted(index for index in indices if all(_matches(index[position], names) for position, names in wanted))


def complete(parameter: str, where: Mapping[str, Wanted], system: System, years: Sequence[int]) -> list[Index]:
    """Return the indices that `where` names in full, whether or not there are rows; none if a pattern is among them.

    Without a year all of `years` are meant, without a region the only one.
    """
    filled: dict[str, Wanted] = {"year": tuple(years), **where}
    if len(system.regions) == 1:
        filled = {"region": system.regions[0], **filled}
    names = quantity(parameter).indices
    if any(name not in filled for name in names):
        return []
    lists = [listed(filled[name]) for name in names]
    if any(isinstance(item, str) and _is_pattern(item) for items in lists for item in items):
        return []
    return sorted(product(*lists))


@dataclass(frozen=True)
class Ground:
    """A system on which changes are resolved, and the words for what does not fit."""

    system: System
    """The system."""
    rows: Mapping[str, Sequence[Index]]
    """Indices that each parameter of the system has."""
    file: str
    """Study file, for problems."""

    @cached_property
    def units(self) -> Units:
        """Units of the system's numbers."""
        return Units(self.system)

    def find(
        self, parameter: str, where: Mapping[str, Wanted], years: Sequence[int], *, sets: bool, place: str
    ) -> list[Index]:
        """Return the rows that a change means: those that match, or for one that sets, those it names in full.

        Raises
        ------
        ScenarioError
            CP-463 if there is none.
        """
        found = matching(self.rows.get(parameter, ()), parameter, where)
        if "year" in quantity(parameter).indices:
            found = [index for index in found if index[-1] in years]
        if sets:
            found = complete(parameter, where, self.system, years) or found
        if not found:
            told = ", ".join(f"{name}={wanted}" for name, wanted in where.items())
            raise ScenarioError(Problem("CP-463", self.file, place, parameter, {"where": told}))
        return found

    def unit_factors(self, parameter: str, indices: Sequence[Index], unit: str, place: str) -> list[float]:
        """Return by what to multiply a number in `unit` to have it in the unit of each row.

        Raises
        ------
        ScenarioError
            CP-470 if it does not fit one of them.
        """
        factors = []
        for index in indices:
            factor = _unit_factor(self.units.of(parameter, index), unit)
            if factor is None:
                details = {"target": self.units.of(parameter, index)}
                raise ScenarioError(Problem("CP-470", self.file, place, unit, details))
            factors.append(factor)
        return factors


def listed(wanted: Wanted) -> tuple[str | int, ...]:
    """Return what is wanted as a list."""
    return wanted if isinstance(wanted, tuple) else (wanted,)


def _unit_factor(target: str, unit: str) -> float | None:
    if not unit:
        return 1.0
    for wanted in (target, f"{target}/y", target.removesuffix("/y")):
        try:
            return conversion_factor(unit, wanted)
        except DataError:
            continue
    return None


def _matches(part: str | int, wanted: tuple[str | int, ...]) -> bool:
    return any(part == name or (isinstance(name, str) and fnmatchcase(str(part), name)) for name in wanted)


def _is_pattern(name: str) -> bool:
    return any(sign in name for sign in "*?[")
