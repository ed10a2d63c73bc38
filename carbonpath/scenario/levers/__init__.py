"""Levers, one file each, listed in reading order.

A lever is the pydantic model of its block in a scenario file, with its key there (`lever`), the changes that it asks
for (`changes`) and what is allowed but odd (`warnings`).
"""

from __future__ import annotations

from carbonpath.scenario.levers.build_rate import BuildRate
from carbonpath.scenario.levers.capacity import Capacity
from carbonpath.scenario.levers.capacity_ban import CapacityBan
from carbonpath.scenario.levers.carbon_capture import CarbonCapture
from carbonpath.scenario.levers.circular import Circular
from carbonpath.scenario.levers.clean_transport import CleanTransport
from carbonpath.scenario.levers.coal_cap import CoalCap
from carbonpath.scenario.levers.committed import Committed
from carbonpath.scenario.levers.demand import Demand
from carbonpath.scenario.levers.district_heating import DistrictHeating
from carbonpath.scenario.levers.dual_control import DualControl
from carbonpath.scenario.levers.emission_cap import EmissionCap
from carbonpath.scenario.levers.free_allocation import FreeAllocation
from carbonpath.scenario.levers.green_power import GreenPower
from carbonpath.scenario.levers.hydrogen_island import HydrogenIsland
from carbonpath.scenario.levers.investment_budget import InvestmentBudget
from carbonpath.scenario.levers.non_fossil_share import NonFossilShare
from carbonpath.scenario.levers.price import Price
from carbonpath.scenario.levers.relocation import Relocation
from carbonpath.scenario.levers.retirement import Retirement
from carbonpath.scenario.levers.retrofit import Retrofit
from carbonpath.scenario.levers.share import Share
from carbonpath.scenario.levers.supply import Supply
from carbonpath.scenario.levers.technology_cost import TechnologyCost

Lever = (
    CoalCap
    | CleanTransport
    | HydrogenIsland
    | CapacityBan
    | Capacity
    | Retirement
    | Committed
    | Relocation
    | Retrofit
    | Share
    | Supply
    | GreenPower
    | NonFossilShare
    | DistrictHeating
    | Circular
    | CarbonCapture
    | DualControl
    | EmissionCap
    | FreeAllocation
    | Price
    | TechnologyCost
    | InvestmentBudget
    | BuildRate
    | Demand
)

LEVERS: tuple[type[Lever], ...] = (
    CoalCap,
    CleanTransport,
    HydrogenIsland,
    CapacityBan,
    Capacity,
    Retirement,
    Committed,
    Relocation,
    Retrofit,
    Share,
    Supply,
    GreenPower,
    NonFossilShare,
    DistrictHeating,
    Circular,
    CarbonCapture,
    DualControl,
    EmissionCap,
    FreeAllocation,
    Price,
    TechnologyCost,
    InvestmentBudget,
    BuildRate,
    Demand,
)
"""Every lever a scenario file may pull."""
