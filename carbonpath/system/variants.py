"""Variants of demand and prices: one that stands nowhere would quietly mean no demand, or the prices of the past."""

from __future__ import annotations

from collections.abc import Iterator

from carbonpath.core.problems import Problem
from carbonpath.system.district_tables import DistrictTables
from carbonpath.system.prices import HISTORY
from carbonpath.system.specification import SystemSpecification


def check_variants(tables: DistrictTables, specification: SystemSpecification) -> Iterator[Problem]:
    """Yield CP-941 for demand.csv and prices.csv if they have rows, but none of the variant chosen."""
    chosen = {"demand": specification.demand_variant, "prices": specification.price_variant}
    for name, variant in chosen.items():
        known = sorted(set(tables[name]["variant"]) - {HISTORY})
        if known and variant not in known:
            yield Problem("CP-941", f"{name}.csv", "variant", variant, {"known": ", ".join(known)})
