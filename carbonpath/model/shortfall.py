"""What is impossible by addition alone: demand above all capacity, caps below what is committed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from carbonpath.core.problems import Problem
from carbonpath.model.labels import Units, label_of, source_of
from carbonpath.model.parameters import Index, Values, told_index
from carbonpath.model.sets import ModelSets
from carbonpath.system.system import System

ROUNDING = 1e-9
"""By how much, relatively, a limit may be missed by rounding."""


def check_shortfalls(system: System, parameters: Mapping[str, Values], sets: ModelSets) -> list[Problem]:
    """Return CP-521 for each demand above all capacity, CP-522 for each cap below what its members must do.

    These need no solver, but a system without them may still be impossible.

    Parameters
    ----------
    system
        The system.
    parameters, sets
        As `carbonpath.model.data.read_model_data` reads them.
    """
    most = _MostActivity(parameters, sets)
    return [*_short_of_capacity(system, parameters, sets, most), *_below_committed(system, parameters, sets)]


class _MostActivity:
    """How much a technology can do in a year if all that may be built is built; never too little."""

    def __init__(self, parameters: Mapping[str, Values], sets: ModelSets) -> None:
        self._parameters = parameters
        self._vintages = sets.vintages
        self._keeping = set(sets.capacity)
        self._factor: dict[Index, float] = {}
        for (r, t, _, y), factor in parameters["capacity_factor"].items():
            self._factor[r, t, y] = max(self._factor.get((r, t, y), 1.0), factor)

    def __call__(self, place: Index) -> float:
        given = self._parameters
        most = given["max_activity"].get(place, np.inf)
        if place not in self._keeping:
            return most
        per_capacity = given["capacity_to_activity"].get(place[:2], 1.0) * given["availability_factor"].get(place, 1.0)
        return min(most, self._capacity(place) * per_capacity * self._factor.get(place, 1.0))

    def _capacity(self, place: Index) -> float:
        region, technology, _ = place
        new = [self._parameters["max_new_capacity"].get((region, technology, v), np.inf) for v in self._vintages[place]]
        most = self._parameters["residual_capacity"].get(place, 0.0) + sum(new)
        return min(most, self._parameters["max_capacity"].get(place, np.inf))


def _short_of_capacity(
    system: System, parameters: Mapping[str, Values], sets: ModelSets, most: _MostActivity
) -> Iterator[Problem]:
    for index, demand in sorted(parameters["demand"].items()):
        if index in sets.partners:
            continue
        region, commodity, year = index
        best: dict[str, float] = {}
        for technology, _, ratio in sets.producers.get(index, ()):
            best[technology] = max(best.get(technology, 0.0), ratio)
        most_made = sum(ratio * most((region, technology, year)) for technology, ratio in best.items() if ratio > 0.0)
        if demand > most_made + ROUNDING * max(1.0, demand):
            details = {
                "year": str(year),
                "unit": Units(system).of("demand", index),
                "most": f"{most_made:.6g}",
                "subject_zh": label_of(system, "commodity", commodity, "zh"),
                "subject_en": label_of(system, "commodity", commodity, "en"),
            }
            source = source_of(system, "demand", index)
            yield Problem("CP-521", source, told_index("demand", index), f"{demand:.6g}", details)


def _below_committed(system: System, parameters: Mapping[str, Values], sets: ModelSets) -> Iterator[Problem]:
    name = "max_group_activity"
    for index, limit in sorted(parameters[name].items()):
        region, group, year = index
        members = sets.members.get(index, ())
        if any(weight < 0.0 for _, weight in members):
            continue
        floors = (weight * parameters["min_activity"].get((region, t, year), 0.0) for t, weight in members)
        committed = sum(floors)
        if committed > limit + ROUNDING * max(1.0, abs(limit)):
            details = {
                "year": str(year),
                "unit": Units(system).of(name, index),
                "committed": f"{committed:.6g}",
                "group": group,
            }
            yield Problem("CP-522", source_of(system, name, index), told_index(name, index), f"{limit:.6g}", details)
