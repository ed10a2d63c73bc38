"""Names of the paths of demand, prices and allocation among which project, scenario and command line choose."""

from __future__ import annotations

from typing import Literal

DemandPathName = Literal["plan", "low", "base", "high"]
"""Variant of demand.csv."""
PricePathName = Literal["low", "base", "high"]
"""Variant of prices.csv."""
AllocationName = Literal["benchmark", "rules"]
"""How free allowances are given: benchmarks of free_allocation.csv, or the rule of each firm's market."""
