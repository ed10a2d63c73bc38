"""Levers, one file each, listed in reading order.

A lever is the pydantic model of its block in a scenario file, with its key there (`lever`), the changes that it asks
for (`changes`) and what is allowed but odd (`warnings`).
"""

from __future__ import annotations

from carbonpath.scenario.levers.capacity import Capacity
from carbonpath.scenario.levers.clean_transport import CleanTransport
from carbonpath.scenario.levers.coal_cap import CoalCap
from carbonpath.scenario.levers.demand import Demand
from carbonpath.scenario.levers.hydrogen_island import HydrogenIsland
from carbonpath.scenario.levers.price import Price
from carbonpath.scenario.levers.share import Share

Lever = CoalCap | CleanTransport | HydrogenIsland | Capacity | Share | Price | Demand

LEVERS: tuple[type[Lever], ...] = (CoalCap, CleanTransport, HydrogenIsland, Capacity, Share, Price, Demand)
"""Every lever a scenario file may pull."""
