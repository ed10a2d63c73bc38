"""Time and memory of accounting many firms: 10,000 firms x 12 months x 20 lines, and whether it grows linearly.

Run: ``python benchmarks/inventory_accounting.py [firms ...]``. Aim on 2 cores: 10,000 firms in under 30 s and 3 GB.
One core is used, so on a machine with other work the CPU seconds tell what the elapsed seconds would be without it.
"""

from __future__ import annotations

import resource
import sys
import time

import numpy as np
import pandas as pd

from carbonpath.core.schemas import ACTIVITY
from carbonpath.core.tables import as_table
from carbonpath.inventory.build import build_inventory
from carbonpath.inventory.specification import Specification
from carbonpath.reference.factors import load_factors

MONTHS = 12

LINES = (
    ("boiler", "1A1a", "combusted", "bituminous", "t"),
    ("boiler", "1A1a", "combusted", "natural_gas", "万Nm3"),
    ("boiler", "1A1a", "combusted", "biomass_wood", "t"),
    ("boiler", "1A1a", "input", "carbonate_caco3", "t"),
    ("furnace", "1A2a", "combusted", "coke_oven_gas", "万Nm3"),
    ("furnace", "1A2a", "combusted", "fuel_oil", "t"),
    ("oven", "1A1c", "input", "washed_coal", "万t"),
    ("oven", "1A1c", "output", "coke", "万t"),
    ("oven", "1A1c", "output", "coke_oven_gas", "亿m3"),
    ("steel", "2C1", "input", "coke", "万t"),
    ("steel", "2C1", "output", "crude_steel", "万t"),
    ("steel", "2C1", "input", "limestone", "万t"),
    ("kiln", "2A1", "output", "clinker", "万t"),
    ("float", "2A3", "input", "carbonate_na2co3", "t"),
    ("fcc", "1A1b", "input", "fcc_coke", "t"),
    ("hydrogen", "2B10", "input", "natural_gas", "万Nm3"),
    ("flare", "1B2", "flared", "refinery_dry_gas", "t"),
    ("lorries", "1A3b", "combusted", "diesel", "t"),
    ("", "", "purchased", "electricity", "MWh"),
    ("", "", "net_calorific_value", "bituminous", "GJ/t"),
)
"""Lines of one firm: facility, category, activity, item, unit; the last is reported once a year."""


def activity_of(firms: int) -> pd.DataFrame:
    """Return ACTIVITY of `firms` firms that report monthly, with invented amounts."""
    monthly = pd.DataFrame(LINES[:-1], columns=["facility", "category", "activity", "item", "unit"])
    yearly = pd.DataFrame(LINES[-1:], columns=monthly.columns)
    one = pd.concat([monthly] * MONTHS + [yearly], ignore_index=True)
    table = pd.concat([one] * firms, ignore_index=True)
    names = np.array([f"F{number:05d}" for number in range(firms)], dtype=object)
    table["firm"] = np.repeat(names, len(one))
    chance = np.random.default_rng(7)
    measured = table["activity"] == "net_calorific_value"
    table["value"] = np.where(measured, 20 + 3 * chance.random(len(table)), 1000 * chance.random(len(table)))
    table["source"] = table["firm"] + ".xlsx!" + table.index.astype("str")
    table["counterparty"] = np.where(table["activity"] == "purchased", "outside", "")
    return as_table(table.assign(year=2020, quality="measured", sector="steel"), ACTIVITY)


def main(sizes: list[int]) -> None:
    """Print rows, seconds and peak memory for each number of firms."""
    factors = load_factors()
    specification = Specification(default_guideline="NDRC-2015-other-industry")
    print(f"{'firms':>8} {'rows':>10} {'emissions':>10} {'seconds':>8} {'CPU s':>8} {'CPU us/row':>10} {'peak GB':>8}")
    for firms in sizes:
        activity = activity_of(firms)
        start, used = time.perf_counter(), time.process_time()
        emissions = build_inventory(activity, factors, specification)
        seconds, cpu = time.perf_counter() - start, time.process_time() - used
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
        per_row = 1e6 * cpu / len(activity)
        print(
            f"{firms:8d} {len(activity):10d} {len(emissions):10d} {seconds:8.1f} {cpu:8.1f} {per_row:10.2f} {peak:8.2f}"
        )


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [100, 1000, 10000])
