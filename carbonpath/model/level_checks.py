"""Checks of what stands at the level of the year, and of numbers by timeslice that it would not read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from carbonpath.core.problems import Problem
from carbonpath.model.given import Given
from carbonpath.model.parameters import told_index
from carbonpath.system.outline import YEAR_SLICE, Outline

LOAD_TOLERANCE = 1e-6
"""How far the parts of a load profile may miss one."""

BY_TIMESLICE = {
    "capacity_factor": "technology",
    "technology_to_storage": "technology",
    "technology_from_storage": "technology",
    "demand_profile": "commodity",
}
"""Parameters that say nothing of what stands at the level of the year, and whose level it is."""


def check_levels(outline: Outline, given: Given) -> list[Problem]:
    """Return levels of what does not exist, and parameters by timeslice of what has one number a year.

    Returns
    -------
    list[Problem]
        CP-530 for a name that no table has, CP-531 for a timeslice that is called as the year, CP-532 for a parameter
        by timeslice, CP-533 for a load profile of what runs by timeslice, CP-534 for one that does not add up to one.
    """
    return [*_check_names(outline), *_check_unread(outline, given), *_check_loads(outline, given)]


def _check_names(outline: Outline) -> Iterator[Problem]:
    for dimension, yearly, known in (
        ("technology", outline.yearly_technologies, outline.technologies.keys()),
        ("commodity", outline.yearly_commodities, outline.balances.keys()),
    ):
        for name in sorted(yearly - known):
            yield Problem("CP-530", place=dimension, value=name)
    if outline.levelled and YEAR_SLICE in outline.timeslices:
        yield Problem("CP-531", place="timeslices", value=YEAR_SLICE)


def _check_unread(outline: Outline, given: Given) -> Iterator[Problem]:
    yearly = {"technology": outline.yearly_technologies, "commodity": outline.yearly_commodities}
    for name, dimension in BY_TIMESLICE.items():
        for member in sorted(yearly[dimension] & set(given.coded(name).members[1])):
            index = next(index for index in given[name] if index[1] == member)
            yield Problem("CP-532", outline.source(name, index), told_index(name, index), member)


def _check_loads(outline: Outline, given: Given) -> Iterator[Problem]:
    totals: dict[tuple[str, str, int], float] = defaultdict(float)
    for (r, t, _, y), share in given["load_profile"].items():
        totals[r, t, y] += share
    for place, total in sorted(totals.items()):
        if place[1] not in outline.yearly_technologies:
            yield Problem("CP-533", place="load_profile", value=place[1])
        elif not abs(total - 1.0) <= LOAD_TOLERANCE:
            yield Problem("CP-534", place=f"load_profile[{', '.join(map(str, place))}]", value=f"{total:g}")
