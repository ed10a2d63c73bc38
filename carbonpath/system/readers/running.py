"""In which modes and years a technology of a data set can run, and what that costs."""

from __future__ import annotations

import numpy as np

from carbonpath.system.readers.coding import Entries
from carbonpath.system.readers.readings import Coded, Flags

FLOORS = (
    "TotalTechnologyAnnualActivityLowerLimit",
    "TotalTechnologyModelPeriodActivityLowerLimit",
    "TechnologyActivityByModeLowerLimit",
    "UDCMultiplierActivity",
)
"""Parameters that can make a technology run in a year in which nothing comes of it."""


def running_modes(coded: Coded) -> tuple[Flags, Flags]:
    """Return, by region, technology, mode and year, where something comes of running, and where running is possible.

    A mode in which a technology neither makes, uses, stores nor emits anything is none. Where nothing comes of it in a
    year, running is left out, unless it could earn money or fill a lower limit.
    """
    shape = tuple(len(coded.sets[name]) for name in ("REGION", "TECHNOLOGY", "MODE_OF_OPERATION", "YEAR"))
    comes = np.zeros(shape, dtype=bool)
    for name in ("InputActivityRatio", "OutputActivityRatio", "EmissionActivityRatio"):
        r, t, _, m, y = _not_zero(coded.given(name)).positions
        comes[r, t, m, y] = True
    for name in ("TechnologyToStorage", "TechnologyFromStorage"):
        r, t, _, m = _not_zero(coded.given(name)).positions
        comes[r, t, m, :] = True
    exists = _existing(coded, comes)
    possible = comes | (exists & _bound_from_below(coded, shape)) | (exists & (coded.array("VariableCost") < 0.0))
    return comes, possible


def running_costs(coded: Coded) -> Entries:
    """Return the cost of every mode and year in which running is possible; none where it costs nothing and is known."""
    comes, possible = running_modes(coded)
    entries = coded.everywhere("VariableCost")
    return entries.where(possible.ravel() & ((entries.values != 0.0) | ~comes.ravel()))


def _existing(coded: Coded, comes: Flags) -> Flags:
    """Return the modes that a technology has at all, in every year."""
    family = coded.data.families.get("MODEperTECHNOLOGY")
    if family is None:
        return np.broadcast_to(comes.any(axis=3, keepdims=True), comes.shape)
    technologies = {name: place for place, name in enumerate(coded.sets["TECHNOLOGY"])}
    modes = {name: place for place, name in enumerate(coded.sets["MODE_OF_OPERATION"])}
    exists = np.zeros(comes.shape, dtype=bool)
    for technology, members in family.items():
        exists[:, technologies[technology], [modes[mode] for mode in members], :] = True
    return exists


def _bound_from_below(coded: Coded, shape: tuple[int, ...]) -> Flags:
    bound = np.zeros(shape, dtype=bool)
    for name in FLOORS:
        entries = _not_zero(coded.given(name))
        bound[entries.positions[0], entries.positions[1]] = True
    return bound


def _not_zero(entries: Entries) -> Entries:
    return entries.where(entries.values != 0.0)
