"""Written schemas of the tables that answer a question beside the chain."""

from __future__ import annotations

from carbonpath.core.schemas import CATEGORY, FACILITY, FIRM, SCENARIO, SECTOR, YEAR, Column, Schema

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

ABATEMENT = Schema(
    "ABATEMENT",
    (
        SCENARIO,
        Column(
            "kind", "str", "single: alone; sequential: after those before it; sweep: step of a rising price; total: all"
        ),
        Column("rank", "int", "place along the curve, the cheapest first, from 1"),
        Column("technology", "str", "technology; `operation`: other use of what is there; blank for a step or a total"),
        FIRM,
        SECTOR,
        Column("zh", "str", "name in Chinese"),
        Column("en", "str", "name in English"),
        Column("price", "float", "CNY per t: of a step the price at which it pays, else the price that is paid"),
        Column("abatement", "float", "present value of emissions saved, Mt"),
        Column("cost", "float", "present value of the extra cost, million CNY"),
        Column("unit_cost", "float", "extra cost per tonne, CNY; 0 where nothing is saved"),
        Column("year", "int", "year of `annual`"),
        Column("annual", "float", "emissions saved in that year, Mt"),
        Column("exact", "str", "yes; no: the mean of several smaller steps"),
        Column("boundary", "str", "emissions that count, e.g. scope1+import"),
    ),
)
"""Abatement curves: what technologies and a rising carbon price save and cost."""

ANSWERS = (INTERVALS, KEY_CATEGORIES, KEY_TRENDS, RECALCULATION, TRACE, RECONCILIATION, ABATEMENT)
"""Schemas of the tables of answers that are written to disk."""
