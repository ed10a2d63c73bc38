"""The surveyed years in the tables from which carbon markets are accounted: the same rules as for a run.

A facility stands for the library entry that the bureau's list gives it. Emissions are CO2 of scope 1 as the inventory
has them; a steelworks that is covered as a whole is covered by what its own report counts, without purchased energy.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from carbonpath.core.schemas import RESULT
from carbonpath.core.tables import as_table
from carbonpath.core.units import conversion_factor
from carbonpath.indicators.allocation import place_of_unit
from carbonpath.indicators.carbon_market import CarbonMarket, PowerUnits
from carbonpath.indicators.tables import Tables
from carbonpath.inventory.bridge import report_bridge
from carbonpath.inventory.unit_heat import unit_heat
from carbonpath.system.district_tables import DistrictTables
from carbonpath.workflow.history import HISTORY, MILLION
from carbonpath.workflow.inventory import ProjectInventory
from carbonpath.workflow.registers import host_facilities

AS_EMITTED = "AS_EMITTED"
"""Stands for the library entry of units that are given what they emit."""
OUT = "OUT"
"""Stands for the library entry of units that are out of the market for power."""
UNITS = ["firm", "facility", "entry", "year", "energy", "own_gas", "biomass", "status"]
"""Columns of the generating units; status: inside, as_emitted, own_gas, biomass or not_listed."""

_BY = ["firm", "facility", "year"]
_ENTITIES = ["technology", "firm", "library_id", "sector", "role", "main_output"]
_GOODS = ["commodity", "base", "kind", "fuel", "tce_per_unit"]


@dataclass(frozen=True, slots=True)
class FirmYears:
    """What carbon markets are accounted from, for the surveyed years."""

    tables: Tables
    """Emissions, output and capacity of facilities as the answer of a model would give them."""
    units: pd.DataFrame
    """Generating units (columns UNITS): shares of own gas and biomass in their heat, and whether they take part."""


def firm_years(inventory: ProjectInventory, district: DistrictTables, market: CarbonMarket) -> FirmYears:
    """Return the surveyed years for the accounts of carbon markets.

    Parameters
    ----------
    inventory
        Inventory of the surveyed years.
    district
        Tables of the bureau.
    market
        Participants and rules.
    """
    facilities = district["facilities"]
    units = _units(inventory, facilities, market)
    made = _made(inventory, district, market)
    rows = pd.concat([_emitted(inventory), made, _capacity(district, made), _reports(inventory, market)])
    rows = rows.assign(library_id=_entries(rows, facilities, units))
    rows = rows.assign(
        technology=rows["firm"] + "." + rows["facility"] + "." + rows["library_id"], scenario=HISTORY, region=HISTORY
    )
    goods = sorted(set(rows["commodity"].fillna("")) - {""})
    entities = rows[["technology", "firm", "library_id"]].drop_duplicates()
    tables = Tables(
        as_table(rows.fillna({"commodity": "", "emission": ""}), RESULT),
        entities.assign(sector="", role="process", main_output="")[_ENTITIES],
        pd.DataFrame([(name, name, "", "", 0.0) for name in goods], columns=_GOODS),
        pd.DataFrame(columns=["group", "technology", "weight"]),
        carbon_market=_with_units_as_emitted(market),
    )
    return FirmYears(tables, units)


def _units(inventory: ProjectInventory, facilities: pd.DataFrame, market: CarbonMarket) -> pd.DataFrame:
    """Return the units that make power, or are listed in the market for power."""
    heat = unit_heat(inventory.prepared, host_facilities(facilities))
    entries = _entry_of(facilities)
    rows = inventory.surveys.activity
    power = rows[(rows["activity"] == "output") & (rows["item"] == "electricity")]
    generating = set(zip(power["firm"], power["facility"], strict=True))
    heat["entry"] = [entries.get(place, "") for place in zip(heat["firm"], heat["facility"], strict=True)]
    listed = heat["entry"].isin(market.power_entries())
    makes = np.array([place in generating for place in zip(heat["firm"], heat["facility"], strict=True)], dtype=bool)
    units = heat[listed | makes].assign(listed=listed)
    units["status"] = [_status(unit, market) for unit in units.to_dict("records")]
    return units[UNITS].sort_values(_BY, ignore_index=True)


def _status(unit: Mapping[object, object], market: CarbonMarket) -> str:
    year, own_gas, biomass = int(str(unit["year"])), float(str(unit["own_gas"])), float(str(unit["biomass"]))
    place = place_of_unit(market.allowances, year, own_gas, biomass)
    return "not_listed" if place == "inside" and not unit["listed"] else place


def _emitted(inventory: ProjectInventory) -> pd.DataFrame:
    rows = inventory.emissions
    rows = rows[(rows["gas"] == "CO2") & (rows["scope"] == 1)]
    sums = rows.groupby(_BY)["value"].sum().div(MILLION).reset_index()
    return sums.assign(quantity="technology_emissions", emission="co2", unit="Mt")


def _made(inventory: ProjectInventory, district: DistrictTables, market: CarbonMarket) -> pd.DataFrame:
    """Return production of what markets ask for, and the activity of facilities in their main output."""
    main = dict(zip(district["technologies"]["library_id"], district["technologies"]["main_output"], strict=True))
    asked = {enterprise.product for enterprise in market.enterprises} | {firm.product for firm in market.pilot}
    asked |= {main.get(entry, "") for entry in market.power_entries()}
    goods = district["commodities"]
    goods = goods[goods["commodity"].isin(asked)].drop_duplicates("survey_item").set_index("survey_item")
    rows = inventory.surveys.activity
    rows = rows[(rows["activity"] == "output") & rows["item"].isin(goods.index)]
    units = rows["item"].map(goods["unit"])
    factors = [conversion_factor(one, other) for one, other in zip(rows["unit"], units, strict=True)]
    rows = rows.assign(
        commodity=rows["item"].map(goods["commodity"]), unit=units, value=rows["value"] * factors / MILLION
    )
    made = rows.groupby([*_BY, "commodity", "unit"])["value"].sum().reset_index().assign(quantity="production")
    entries = _entry_of(district["facilities"])
    of_place = [main.get(entries.get(place, ""), "") for place in zip(made["firm"], made["facility"], strict=True)]
    activity = made[made["commodity"] == of_place].assign(quantity="activity", commodity="")
    return pd.concat([made, activity])


def _capacity(district: DistrictTables, made: pd.DataFrame) -> pd.DataFrame:
    """Return the capacity that stands in each year, once for a library entry of a firm."""
    entries = _entry_of(district["facilities"])
    running = made.loc[made["quantity"] == "activity", _BY].drop_duplicates()
    running["library_id"] = [entries[place] for place in zip(running["firm"], running["facility"], strict=True)]
    first = running.drop_duplicates(["firm", "library_id", "year"])
    assets = district["assets"][["firm", "library_id", "capacity", "unit", "start_year", "latest_retire_year"]]
    both = first.merge(assets, on=["firm", "library_id"])
    both = both[(both["start_year"] <= both["year"]) & (both["year"] <= both["latest_retire_year"])]
    sums = both.groupby([*_BY, "unit"])["capacity"].sum().rename("value").reset_index()
    return sums.assign(quantity="total_capacity")


def _reports(inventory: ProjectInventory, market: CarbonMarket) -> pd.DataFrame:
    """Return what the reports of firms that are covered as a whole count beyond their facilities' CO2."""
    whole = [enterprise.firm for enterprise in market.enterprises if enterprise.whole_firm]
    bridge = report_bridge(inventory.emissions, inventory.prepared)
    lines = bridge.pivot_table(index=["firm", "year"], columns="line", values="tco2e", aggfunc="sum", fill_value=0.0)
    counted = lines["firm_report"] - lines.get("purchased_energy", 0.0)
    own = _emitted(inventory).groupby(["firm", "year"])["value"].sum()
    beyond = (counted / MILLION - own).rename("value").reset_index()
    chosen = beyond[beyond["firm"].isin(whole)]
    return chosen.assign(facility="report", quantity="technology_emissions", emission="co2", unit="Mt")


def _entries(rows: pd.DataFrame, facilities: pd.DataFrame, units: pd.DataFrame) -> list[str]:
    """Return the library entry of each row, or what stands for it where a unit is not simply inside."""
    hosts, entries = host_facilities(facilities), _entry_of(facilities)
    status = {(unit["firm"], unit["facility"], unit["year"]): unit["status"] for unit in units.to_dict("records")}
    stands_for = {"as_emitted": AS_EMITTED, "own_gas": OUT, "biomass": OUT}
    found = []
    for firm, facility, year in rows[_BY].itertuples(index=False):
        unit = (firm, hosts.get((firm, facility), facility), year)
        found.append(stands_for.get(status.get(unit, ""), entries.get((firm, facility), "")))
    return found


def _entry_of(facilities: pd.DataFrame) -> dict[tuple[str, str], str]:
    places = zip(facilities["firm"], facilities["facility"], strict=True)
    return dict(zip(places, facilities["library_id"], strict=True))


def _with_units_as_emitted(market: CarbonMarket) -> CarbonMarket:
    """Return the market with units that are given what they emit, which then count in no other market.

    Gas of the works is counted where it burns, so that no pool has to be shared out.
    """
    enterprises = [
        replace(enterprise, pool="", excluded=(*enterprise.excluded, AS_EMITTED)) for enterprise in market.enterprises
    ]
    unit = PowerUnits(AS_EMITTED, "", "power", as_emitted=True)
    return replace(market, power=(*market.power, unit), enterprises=tuple(enterprises))
