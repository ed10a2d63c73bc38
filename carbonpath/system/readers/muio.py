"""What the dialect of MUIO does differently: sets that select entries, user-defined constraints, ready annuities."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

import numpy as np

from carbonpath.core.problems import Problem
from carbonpath.system.readers.coding import Entries, Floats
from carbonpath.system.readers.dataset import DataSet
from carbonpath.system.readers.readings import Coded, Flags

SELECTED_BY = {
    "OutputActivityRatio": "MODExTECHNOLOGYperFUELout",
    "InputActivityRatio": "MODExTECHNOLOGYperFUELin",
    "EmissionActivityRatio": "MODExTECHNOLOGYperEMISSION",
    "InputToNewCapacityRatio": "INPUTxNEWxCAPACITYperFUEL",
    "InputToTotalCapacityRatio": "INPUTxTOTALxCAPACITYperFUEL",
}
"""Family of sets that says which entries of a parameter count, by parameter."""

INPUT_COMMODITIES = "INPUTxFUEL"
"""Set of the commodities that building and keeping capacity may use."""

AT_MOST, EQUAL = 0.0, 1.0
"""Values of UDCTag; any other switches the constraint off."""


def is_muio(data: DataSet) -> bool:
    """Tell whether a data set has the sets that MUIO writes."""
    return "MODEperTECHNOLOGY" in data.families


def check_muio(data: DataSet) -> list[Problem]:
    """Return what MUIO means otherwise than this reader could tell: its storage."""
    return [Problem("CP-315", data.file, value=name) for name in data.sets.get("STORAGE", ()) if is_muio(data)]


def selected(coded: Coded) -> Coded:
    """Return the data set with only those entries that its own sets select."""
    chosen = {name: _select(coded, name, entries) for name, entries in coded.entries.items()}
    return replace(coded, entries=chosen)


def financing(coded: Coded) -> Floats | None:
    """Return the present value of paying back one unit of investment, by region and technology; None if not stated.

    MUIO writes capital recovery factor and annuity rounded to four digits, so their product is not quite one even
    where both rates are equal.
    """
    if "CapitalRecoveryFactor" not in coded.entries or "PvAnnuity" not in coded.entries:
        return None
    return coded.array("CapitalRecoveryFactor") * coded.array("PvAnnuity")


def user_limits(coded: Coded) -> Iterator[tuple[str, Entries]]:
    """Return the right-hand sides of user-defined constraints: those that bind from above, and equations."""
    tags = coded.array("UDCTag")
    constants = coded.everywhere("UDCConstant")
    of_each = tags[constants.positions[0], constants.positions[1]]
    yield "max_user_constraint", constants.where(of_each == AT_MOST)
    yield "equal_user_constraint", constants.where(of_each == EQUAL)


def _select(coded: Coded, name: str, entries: Entries) -> Entries:
    family = coded.data.families.get(SELECTED_BY.get(name, ""))
    if family is None or not entries.values.size:
        return entries
    if name == "EmissionActivityRatio":
        kept = _pairs(coded, family, "EMISSION")[entries.positions[2], entries.positions[1], entries.positions[3]]
    elif name.startswith("InputTo"):
        kept = _members(coded, family)[entries.positions[2], entries.positions[1]]
    else:
        kept = _pairs(coded, family, "FUEL")[entries.positions[2], entries.positions[1], entries.positions[3]]
    return entries.where(kept)


def _pairs(coded: Coded, family: Mapping[str, tuple[str, ...]], index: str) -> Flags:
    items, technologies, modes = (_places(coded, name) for name in (index, "TECHNOLOGY", "MODE_OF_OPERATION"))
    allowed = np.zeros((len(items), len(technologies), len(modes)), dtype=bool)
    for item, words in family.items():
        members = [word for word in words if word not in ("(", ")")]
        for mode, technology in zip(members[::2], members[1::2], strict=True):
            allowed[items[item], technologies[technology], modes[mode]] = True
    return allowed


def _members(coded: Coded, family: Mapping[str, tuple[str, ...]]) -> Flags:
    items, technologies = _places(coded, "FUEL"), _places(coded, "TECHNOLOGY")
    allowed = np.zeros((len(items), len(technologies)), dtype=bool)
    for item in coded.data.sets.get(INPUT_COMMODITIES, ()):
        allowed[items[item], [technologies[member] for member in family.get(item, ())]] = True
    return allowed


def _places(coded: Coded, name: str) -> Mapping[str, int]:
    return {member: place for place, member in enumerate(coded.sets[name])}
