"""A limit of a technology by year: of its capacity, of what is built in a year, or of its activity."""

from __future__ import annotations

from typing import Literal

from carbonpath.core.errors import ScenarioError
from carbonpath.scenario.owners import owner_shares
from carbonpath.scenario.proportion import Proportion, amount_changes
from carbonpath.scenario.site import Site
from carbonpath.system.change import Change


class Limit(Proportion):
    """A limit of a technology by year; without an owner, of all who have it together."""

    technology: str
    """Full name (``F01.BF_STD``, ``BUY.electricity``), or the name without its owner: all who have it together."""
    firm: str = ""
    """Owner, where several firms have the technology and one of them is meant."""
    kind: Literal[
        "max_capacity", "min_capacity", "max_new_capacity", "min_new_capacity", "max_activity", "min_activity"
    ]
    """What is limited, and from which side."""


def limit_changes(site: Site, limit: Limit) -> list[Change]:
    """Return the changes that set a limit from its first year on, each owner with its part.

    Raises
    ------
    ScenarioError
        CP-444, CP-445 or CP-450 if the technology is not found, CP-423 or CP-446 if nothing is demanded of what it is
        a part of, CP-448 if the unit does not fit, CP-454 if the technology keeps no capacity.
    """
    changes = []
    for technology, share in owner_shares(site.at("technology"), limit.technology, limit.firm):
        unit = technology.activity_unit if limit.kind.endswith("activity") else technology.capacity_unit
        if not unit:
            raise ScenarioError(site.at("kind").problem("CP-454", limit.kind, technology=technology.name))
        where = {"region": site.region, "technology": technology.name}
        changes += amount_changes(site, limit.kind, where, limit, unit, share)
    return changes
