"""The CSV files in which a district describes its energy and material system, and what their columns say."""

from __future__ import annotations

from collections.abc import Mapping

from carbonpath.core.schemas import Column, Schema

_SOURCE = (
    Column("source", "str", "document from which the number comes"),
    Column("confidence", "str", "seen-twice, seen, recalled, derived or assumed"),
)
_YEAR = Column("year", "int", "calendar year")
_VALUE = Column("value", "float", "the number, in `unit`")
_UNIT = Column("unit", "str", "unit, a spelling that core.units knows")
_NOTE = Column("note", "str", "what was mended or is to be known")
_LIBRARY = Column("library_id", "str", "entry of technologies.csv")

DISTRICT_SCHEMAS: Mapping[str, Schema] = {
    "technologies": Schema(
        "technologies.csv",
        (
            _LIBRARY,
            Column("owners", "str", "firms that have or may build it, separated by blanks"),
            Column("sector", "str", "sector of its emissions and investment"),
            Column("role", "str", "process, add_on, link (accounting, no capacity) or dormant (kept, not modelled)"),
            Column("zh", "str", "Chinese label"),
            Column("en", "str", "English label"),
            Column("main_output", "str", "commodity whose unit measures activity"),
            Column("capacity_unit", "str", "Mt/y, PJ/y, Gtkm/y, 10^9 Nm3/y or MW; blank: no capacity is kept"),
            Column("capital_cost", "str", "CNY of 2020 in capital_cost_unit; blank: cannot be built"),
            Column("capital_cost_unit", "str", "CNY/(t/y), CNY/kW, ..."),
            Column("fixed_cost_share", "float", "fixed cost of a year as a share of capital cost"),
            Column("variable_cost", "float", "CNY per unit of main output"),
            Column("operational_life", "int", "years"),
            Column("availability_factor", "float", "share of the year usable; 1 where capacity is practical output"),
            Column("earliest_year", "int", "first year in which it can be built"),
            Column("process_co2", "float", "tCO2 per unit of main output that is neither burnt nor balanced"),
            Column("carbon_balance", "str", "yes: emission = carbon in - carbon out of the flows marked balance"),
            Column("so2_kg", "str", "kg SO2 per unit of main output; blank: not known"),
            Column("nox_kg", "str", "kg NOx per unit of main output; blank: not known"),
            Column("pm25_kg", "str", "kg PM2.5 per unit of main output; blank: not known"),
            Column("voc_kg", "str", "kg VOC per unit of main output; blank: not known"),
            *_SOURCE,
            _NOTE,
        ),
    ),
    "technology_flows": Schema(
        "technology_flows.csv",
        (
            _LIBRARY,
            Column("commodity", "str", "commodity of commodities.csv"),
            Column("role", "str", "input or output"),
            Column("coefficient", "float", "amount per unit of main output, in `unit`"),
            _UNIT,
            Column("carbon", "str", "burnt: its carbon is emitted; balance: enters the carbon balance; none"),
            Column("confidence", "str", "weakest grade of the row"),
        ),
    ),
    "commodities": Schema(
        "commodities.csv",
        (
            Column("commodity", "str", "name"),
            Column("zh", "str", "Chinese label"),
            Column("en", "str", "English label"),
            _UNIT,
            Column("kind", "str", "fuel, by-product, material, energy carrier, service, emission"),
            Column("scope", "str", "firm: each firm has its own; district: shared"),
            Column("balance", "str", "equal or surplus (some may be let go)"),
            Column("purchase_price", "str", "item of prices.csv, or a sum of items; blank: cannot be bought"),
            Column("sale_price", "str", "item of prices.csv; blank: cannot be sold"),
            Column("sale_factor", "str", "share of the price that the seller gets"),
            Column("price_ncv", "str", "heating value that links the unit of the price with GJ"),
            Column("price_ncv_unit", "str", "unit of price_ncv, GJ per unit of the price"),
            Column("tce_per_unit", "float", "tce per unit"),
            Column("tce_source", "str", "source of tce_per_unit"),
            Column("coal", "str", "coal: counts in every coal cap; coking: counts where coking coal is in; blank"),
            Column("carbon", "str", "factor that gives its carbon: fuel:ID, process:ID or co2; blank: none"),
            Column("survey_item", "str", "item under which survey workbooks report it"),
            _NOTE,
        ),
    ),
    "assets": Schema(
        "assets.csv",
        (
            Column("asset", "str", "id in the asset register"),
            Column("firm", "str", "owner"),
            _LIBRARY,
            Column("zh", "str", "Chinese name"),
            Column("capacity", "float", "capacity, in `unit`"),
            _UNIT,
            Column("start_year", "int", "first year of operation"),
            Column("latest_retire_year", "int", "first year without it"),
            Column("policy_flag", "str", "rule that touches it"),
            *_SOURCE,
        ),
    ),
    "capital_cost_paths": Schema(
        "capital_cost_paths.csv",
        (_LIBRARY, _YEAR, Column("capital_cost", "float", "CNY of 2020 in the unit of technologies.csv"), *_SOURCE),
    ),
    "grid_factors": Schema(
        "grid_factors.csv", (_YEAR, Column("region", "str", "grid of the factor"), _VALUE, _UNIT, *_SOURCE)
    ),
    "prices": Schema(
        "prices.csv",
        (
            Column("item", "str", "priced item"),
            _UNIT,
            Column("variant", "str", "history, low, base or high"),
            _YEAR,
            _VALUE,
            Column("vat_included", "float", "rate of the value-added tax in the value; it is taken off"),
            *_SOURCE,
            _NOTE,
        ),
    ),
    "demand": Schema(
        "demand.csv",
        (
            Column("commodity", "str", "commodity with its firm, e.g. F01.steel_product"),
            Column("variant", "str", "plan, low, base or high"),
            _YEAR,
            _VALUE,
            _UNIT,
            *_SOURCE,
            _NOTE,
        ),
    ),
    "context": Schema(
        "context.csv",
        (
            Column("item", "str", "gdp_index, population, crude_steel"),
            Column("variant", "str", "plan, low, base or high"),
            _YEAR,
            _VALUE,
            _UNIT,
            *_SOURCE,
        ),
    ),
    "groups": Schema(
        "groups.csv",
        (
            Column("group", "str", "name of the group"),
            Column("technology", "str", "library entry (all owners) or technology with its owner"),
            Column("weight", "float", "group unit per unit of activity"),
            _UNIT,
        ),
    ),
    "limits": Schema(
        "limits.csv",
        (
            Column("kind", "str", "parameter of the vocabulary that limits"),
            Column("name", "str", "technology with its owner, or group"),
            Column("of", "str", "group in the denominator of a share; blank otherwise"),
            _YEAR,
            _VALUE,
            _UNIT,
            Column("reason", "str", "why the limit stands"),
            *_SOURCE,
        ),
    ),
    "exchanges": Schema(
        "exchanges.csv",
        (
            Column("from_firm", "str", "seller"),
            Column("to_firm", "str", "buyer"),
            Column("commodity", "str", "what passes"),
            Column("carbon_moves", "str", "yes: carbon counted at the seller passes to the buyer with it"),
            _NOTE,
        ),
    ),
    "free_allocation": Schema(
        "free_allocation.csv",
        (_LIBRARY, _YEAR, Column("benchmark", "float", "allowances per unit of output"), _UNIT, *_SOURCE),
    ),
    "free_share": Schema(
        "free_share.csv", (_YEAR, Column("value", "float", "share of the benchmark that is free"), *_SOURCE)
    ),
    "facilities": Schema(
        "facilities.csv",
        (
            Column("firm", "str", "firm"),
            Column("facility", "str", "process unit in the survey workbooks"),
            Column("sector", "str", "sector of its emissions"),
            Column("category", "str", "IPCC 2006 category"),
            Column("library_id", "str", "technology that stands for it in the model; blank: outside the model"),
            Column("host", "str", "facility whose fuel this one is part of; blank: none"),
            Column("zh", "str", "Chinese name"),
            Column("en", "str", "English name"),
        ),
    ),
    "timeslices": Schema(
        "timeslices.csv",
        (
            Column("timeslice", "str", "name, e.g. winter_night"),
            Column("season", "str", "season; seasons follow each other in the order of the file"),
            Column("day_part", "str", "part of the day; parts follow each other in the order of the file"),
            Column("hours", "float", "hours of the year; all add up to 8760"),
            Column("days", "float", "days of the season"),
            Column("zh", "str", "Chinese label"),
            Column("en", "str", "English label"),
            *_SOURCE,
        ),
    ),
    "profiles": Schema(
        "profiles.csv",
        (
            Column("kind", "str", "capacity_factor (of a library entry) or demand_profile (of a commodity)"),
            Column("name", "str", "library entry or commodity with its firm"),
            Column("timeslice", "str", "timeslice of timeslices.csv"),
            Column("value", "float", "power in the timeslice, in any unit: only the shape counts"),
            *_SOURCE,
        ),
    ),
    "by_timeslice": Schema(
        "by_timeslice.csv",
        (
            Column("kind", "str", "commodity (balances in every timeslice) or technology (runs in every timeslice)"),
            Column("name", "str", "commodity or library entry (of all owners), or a purchase or sale by its name"),
            Column("reason", "str", "why a balance of the year would not do"),
            *_SOURCE,
        ),
    ),
    "storages": Schema(
        "storages.csv",
        (
            _LIBRARY,
            Column("commodity", "str", "what it takes and gives back"),
            Column("round_trip", "float", "share of what is taken that comes back"),
            Column("depth", "float", "share of the cells that may be emptied"),
            Column("hours", "float", "hours at full power for which the capital cost per kWh is told"),
            Column("power_cost", "float", "CNY of 2020 per kW of converter, part of that capital cost"),
            *_SOURCE,
            _NOTE,
        ),
    ),
}
"""Files of a district's system folder by name, each with its columns."""

OPTIONAL = ("timeslices", "profiles", "by_timeslice", "storages")
"""Files that a district needs only for a model with day parts."""
