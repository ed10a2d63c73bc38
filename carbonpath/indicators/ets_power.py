"""The national market for power: benchmarks of power and heat by unit, corrected for load, capped for shortfalls.

Units that burn the works' own gas are not listed by a project: the plans leave them out of the allocation, and their
emissions stay with the steelworks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from carbonpath.indicators.allocation import limited_shortfall, peaking_factor, whole_tonnes
from carbonpath.indicators.carbon_market import CarbonMarket, PowerUnits
from carbonpath.indicators.ets_accounts import BY_FIRM, BY_UNIT, Account, unit_emissions, unit_output
from carbonpath.indicators.rows import select
from carbonpath.indicators.tables import Tables

GAS = "gas"
"""Class of units that never have to buy."""
HOURS_MW_TO_MWH = 8760.0


def power_accounts(tables: Tables, market: CarbonMarket) -> Iterator[Account]:
    """Yield the account of every firm and year with units in the market for power."""
    if not market.power:
        return
    units = power_units(tables, market)
    given = pd.Series(
        [unit_allowances(unit, market) for unit in units.to_dict("records")], index=units.index, dtype=float
    )
    units = units.assign(allowances=given).dropna(subset="allowances")
    firms = units.groupby(BY_FIRM)[["emissions", "allowances"]].sum().reset_index()
    for row in firms.to_dict("records"):
        where = (row["scenario"], row["region"], row["firm"], row["year"])
        kept = limited_shortfall(market.allowances, row["year"], row["allowances"], row["emissions"])
        yield Account(*where, "national_power", row["emissions"], kept)


def power_units(tables: Tables, market: CarbonMarket) -> pd.DataFrame:
    """Return output, emissions and capacity of the units that take part."""
    output = unit_output(tables)
    output = output.loc[output["library_id"].isin(market.power_entries()) & (output["year"] >= market.power_first)]
    emissions = unit_emissions(tables).rename(columns={"value": "emissions"})
    capacity = select(tables, "total_capacity").groupby(BY_UNIT)["value"].sum().rename("capacity").reset_index()
    units = output.merge(emissions, on=BY_UNIT, how="left").merge(capacity, on=BY_UNIT, how="left")
    return units.fillna({"emissions": 0.0, "capacity": 0.0})


def unit_allowances(unit: Mapping[Any, Any], market: CarbonMarket) -> float | None:
    """Return the allowances of a unit, t; None before its class has a benchmark."""
    rule = market.power_rule(unit["library_id"])
    if rule.as_emitted:
        return whole_tonnes(unit["emissions"])
    benchmark = market.allowances.benchmark(unit["year"], rule.product_class, rule.output)
    if benchmark is None:
        return None
    output = unit["value"] / (1.0 - rule.own_use) if benchmark.generated and rule.output == "power" else unit["value"]
    given = whole_tonnes(output * benchmark.value * load_correction(unit, rule, output, market))
    return max(given, unit["emissions"]) if rule.product_class == GAS else given


def load_correction(unit: Mapping[Any, Any], rule: PowerUnits, output: float, market: CarbonMarket) -> float:
    """Return the factor for the load of a unit that generates `output`, MWh."""
    if not rule.peaking or unit["capacity"] <= 0.0:
        return 1.0
    return peaking_factor(market.allowances, unit["year"], output / (unit["capacity"] * HOURS_MW_TO_MWH))
