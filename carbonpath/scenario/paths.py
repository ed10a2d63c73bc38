"""Names of the paths of demand and prices among which project, scenario and command line choose."""

from __future__ import annotations

from typing import Literal

DemandPathName = Literal["plan", "low", "base", "high"]
"""Variant of demand.csv."""
PricePathName = Literal["low", "base", "high"]
"""Variant of prices.csv."""
