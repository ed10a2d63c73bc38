"""Written schemas of tables that answer a question about the inventory."""

from __future__ import annotations

from carbonpath.core.schemas import CATEGORY, FACILITY, FIRM, SECTOR, YEAR, Column, Schema

INTERVALS = Schema(
    "INTERVALS",
    (
        Column("level", "str", "district (scope 1 and net import), sector or firm (scope 1)"),
        Column("name", "str", "sector or firm; blank for the district"),
        YEAR,
        Column("base_year", "int", "year with which it is compared; the same year: no change is told"),
        Column("tco2e", "float", "total of the year, tCO2e"),
        Column("approach_1_pct", "float", "half-width of the 95 % interval by error propagation, percent of the total"),
        Column("lower_pct", "float", "lower limit of the 95 % interval by simulation, percent of the total"),
        Column("upper_pct", "float", "upper limit of the 95 % interval by simulation, percent of the total"),
        Column("change_pct", "float", "change since the base year, percent of the base year"),
        Column("change_1_pct", "float", "half-width of the interval of the change by error propagation"),
        Column("change_lower_pct", "float", "lower limit of the change by simulation"),
        Column("change_upper_pct", "float", "upper limit of the change by simulation"),
    ),
)
"""95 % intervals of totals and of their change since the base year, by both approaches of IPCC 2006 Volume 1."""

_GAS = Column("gas", "str", "CO2, CH4, N2O")

_OF_CATEGORY = (Column("category", "str", "IPCC 2006 category code"), _GAS)

_KEY = Column("key", "str", "yes if it is needed to reach 95 %")

KEY_CATEGORIES = Schema(
    "KEY_CATEGORIES",
    (
        YEAR,
        *_OF_CATEGORY,
        Column("co2_equivalent", "float", "scope 1, tCO2e"),
        Column("uncertainty", "float", "half-width of the 95 % interval, percent"),
        Column("level", "float", "share of the sum of absolute amounts, 0 to 1"),
        Column("cumulative", "float", "sum of the shares so far, 0 to 1"),
        _KEY,
        Column("level_with_uncertainty", "float", "share of the level weighted with uncertainty, 0 to 1"),
        Column("key_with_uncertainty", "str", "yes if it is needed to reach 95 % of that"),
    ),
)
"""Key categories by level, largest first."""

KEY_TRENDS = Schema(
    "KEY_TRENDS",
    (
        YEAR,
        Column("base_year", "int", "year with which it is compared"),
        *_OF_CATEGORY,
        Column("base", "float", "scope 1 of the base year, tCO2e"),
        Column("now", "float", "scope 1 of the year, tCO2e"),
        Column("uncertainty", "float", "half-width of the 95 % interval of the year, percent"),
        Column("trend", "float", "share of what moved otherwise than the whole, 0 to 1"),
        Column("cumulative", "float", "sum of the shares so far, 0 to 1"),
        _KEY,
        Column("trend_with_uncertainty", "float", "share of the trend weighted with uncertainty, 0 to 1"),
        Column("key_with_uncertainty", "str", "yes if it is needed to reach 95 % of that"),
    ),
)
"""Key categories by trend, largest first."""

RECALCULATION = Schema(
    "RECALCULATION",
    (
        FIRM,
        FACILITY,
        CATEGORY,
        Column("scope", "int", "1, 2 or 0 as in EMISSIONS"),
        Column("item", "str", "fuel or material"),
        _GAS,
        YEAR,
        Column("method", "str", "name of the accounting method"),
        Column("old_tco2e", "float", "before, tCO2e"),
        Column("new_tco2e", "float", "after, tCO2e"),
        Column("change_tco2e", "float", "change, the sum of the next two"),
        Column("activity_tco2e", "float", "part of the activity data"),
        Column("factor_tco2e", "float", "part of factors and rules"),
        Column("reason", "str", "activity, factor, gwp, activity and factor, new source, removed source"),
        Column("old_amount", "str", "amount before, with its unit"),
        Column("new_amount", "str", "amount after, with its unit"),
        Column("old_factor", "str", "factors before, with their origin"),
        Column("new_factor", "str", "factors after, with their origin"),
        Column("source", "str", "survey cells behind it, separated by ;"),
    ),
)
"""What changed between two states of an inventory and why, largest change first."""

TRACE = Schema(
    "TRACE",
    (
        FIRM,
        FACILITY,
        SECTOR,
        CATEGORY,
        Column("scope", "int", "1, 2 or 0 as in EMISSIONS"),
        Column("item", "str", "fuel or material"),
        _GAS,
        YEAR,
        Column("tco2e", "float", "its part of the total, tCO2e"),
        Column("mass_t", "float", "mass of the gas, t"),
        Column("amount", "str", "amounts in the cells behind it, with their units"),
        Column("method", "str", "name of the accounting method"),
        Column("equation", "str", "equation of the method in the symbols of its guideline"),
        Column("guideline", "str", "guideline under which the firm is accounted"),
        Column("tier", "int", "1 default factor, 2 national or guideline factor, 3 measured at the firm"),
        Column("factor_source", "str", "symbol, value, unit and origin of each factor"),
        Column("source", "str", "survey cells: file!sheet!cell, separated by ;"),
    ),
)
"""A total taken apart into the rows that add up to it, largest first."""

RECONCILIATION = Schema(
    "RECONCILIATION",
    (
        FIRM,
        YEAR,
        Column("line", "str", "line of the bridge or of the firm's report; firm_report: its total"),
        Column("verified_tco2e", "float", "as verified, tCO2e"),
        Column("computed_tco2e", "float", "as the inventory has it, tCO2e"),
        Column("difference_tco2e", "float", "computed less verified"),
        Column("difference_pct", "float", "the same in percent of what was verified"),
        Column("within", "str", "yes if the difference is within the tolerance"),
        Column("source", "str", "cell of the verified number"),
    ),
)
"""Verified totals beside those of the inventory."""

ENERGY_BALANCE = Schema(
    "ENERGY_BALANCE",
    (
        Column("firm", "str", "firm; blank: the district, whose trade is that with `outside` alone"),
        Column("item", "str", "fuel, power or heat"),
        YEAR,
        Column("unit", "str", "unit of the amounts: t, 1e4_nm3, GJ or MWh"),
        Column("bought", "float", "bought"),
        Column("made", "float", "made, by-products of processes too"),
        Column("used", "float", "burnt, flared, or fed to processes"),
        Column("sold", "float", "sold"),
        Column("gap", "float", "bought and made less used and sold: stocks, losses, what nobody reported"),
        Column("energy", "float", "energy use in GJ, own conversion counted once"),
        Column("standard_coal", "float", "energy use in tce, power at its calorific equivalent"),
        Column("standard_coal_of_supply", "float", "energy use in tce, power at the coal that supplies it"),
    ),
)
"""Energy balance in physical units and standard coal."""

TRANSFERS = Schema(
    "TRANSFERS",
    (
        Column("item", "str", "what is sold and bought"),
        YEAR,
        Column("seller", "str", "firm that sells"),
        Column("buyer", "str", "firm that buys"),
        Column("base", "str", "unit of the amounts"),
        Column("sold", "float", "as the seller states"),
        Column("bought", "float", "as the buyer states"),
        Column("sold_carbon", "float", "tC in it at the seller's carbon content; 0 where it has none that is known"),
        Column("bought_carbon", "float", "tC in it at the buyer's carbon content"),
        Column("source", "str", "cells of both sides, separated by ;"),
    ),
)
"""Ledger of what firms sell each other, both sides in one row."""

BRIDGE = Schema(
    "BRIDGE",
    (
        FIRM,
        YEAR,
        Column("line", "str", "line between the territorial account and the firm's report; firm_report: their sum"),
        Column("tco2e", "float", "what the line adds, tCO2e"),
    ),
)
"""From scope 1 at the place of release to what each firm reports under its guideline, line by line."""
