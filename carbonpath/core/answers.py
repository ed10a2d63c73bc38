"""Written schemas of the tables that answer a question beside the chain."""

from __future__ import annotations

from carbonpath.core.schemas import CATEGORY, FACILITY, FIRM, SCENARIO, SECTOR, UNIT, VALUE, YEAR, Column, Schema

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
            "kind",
            "str",
            "single: alone; sequential: after those before it; shapley: mean over orders, shapley_half_width: half of "
            "its 95 % interval; sweep: step of a rising price; total: all",
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
        Column("exact", "str", "yes; no: the mean of several smaller steps, or of drawn orders"),
        Column("boundary", "str", "emissions that count, e.g. scope1+import"),
    ),
)
"""Abatement curves: what technologies and a rising carbon price save and cost."""

SAMPLE = Schema(
    "SAMPLE",
    (
        Column("sample", "int", "number of the sample in its study, from 0"),
        SCENARIO,
        Column("status", "str", "optimal, infeasible, or how it failed; blank: not solved yet"),
        Column("kind", "str", "factor or outcome"),
        Column("name", "str", "name of the factor or of the outcome"),
        VALUE,
        Column("label", "str", "name of the alternative, where the factor is a switch"),
    ),
)
"""Samples of a study, one row a factor and an outcome; a sample without a plan has no outcomes."""

SENSITIVITY = Schema(
    "SENSITIVITY",
    (
        Column("analysis", "str", "name of the analysis"),
        SCENARIO,
        Column("outcome", "str", "outcome of the study"),
        Column("factor", "str", "factor of the study; blank where the measure is of the outcome alone"),
        Column("other", "str", "second factor of a pair; blank where there is none"),
        Column("measure", "str", "what is measured, e.g. mu_star, S1, probability"),
        Column("at", "float", "value of the factor, or year, at which it is measured; 0 where there is none"),
        Column("at_other", "float", "value of the second factor; 0 where there is none"),
        VALUE,
        Column("low", "float", "lower end of the 95 % interval; the value itself where there is none"),
        Column("high", "float", "upper end of the 95 % interval; the value itself where there is none"),
        Column("unit", "str", "unit of the outcome; blank where it is not known"),
        Column("share", "float", "share of the samples on which it rests; the rest have no plan or failed"),
    ),
)
"""What a study says: indices, responses and probabilities."""

PEAK_WINDOW = Schema(
    "PEAK_WINDOW",
    (
        SCENARIO,
        Column("boundary", "str", "emissions that count, e.g. scope1+import"),
        Column("rule", "str", "peak: emissions peak in the year; no_rise: they never rise after it"),
        Column("year", "int", "year; without a row where no path does so"),
        Column("cost", "float", "least cost of such a path, present value, million CNY"),
        Column("extra", "float", "what it costs more than the least-cost path, million CNY"),
        Column("share", "float", "the same relative to the least cost"),
        Column("level", "float", "its highest emissions, Mt"),
    ),
)
"""What a peak in each year would cost."""

EXTENT = Schema(
    "EXTENT",
    (
        SCENARIO,
        Column("quantity", "str", "quantity of the vocabulary"),
        Column("name", "str", "group, boundary or technology"),
        Column("zh", "str", "name in Chinese"),
        Column("en", "str", "name in English"),
        Column("first", "int", "first year that is added up"),
        Column("last", "int", "last year that is added up"),
        UNIT,
        Column("slack", "float", "relative slack of cost"),
        Column("at_least_cost", "float", "amount in the least-cost plan"),
        Column("least", "float", "smallest amount within the slack"),
        Column("most", "float", "largest amount within the slack; 0 where nothing bounds it"),
        Column("bounded", "str", "yes; no: nothing bounds the largest amount"),
    ),
)
"""How far quantities may move at nearly the least cost."""

ALTERNATIVE = Schema(
    "ALTERNATIVE",
    (
        SCENARIO,
        Column("plan", "str", "least cost, or the number of the alternative"),
        Column("item", "str", "cost, distance, peak_year, peak_level, cumulative_emissions, new_capacity"),
        Column("technology", "str", "technology of new_capacity; blank otherwise"),
        Column("zh", "str", "name of the technology in Chinese"),
        Column("en", "str", "name of the technology in English"),
        VALUE,
        UNIT,
    ),
)
"""Plans of nearly the least cost that build as differently as they can."""

PROJECT = Schema(
    "PROJECT",
    (
        SCENARIO,
        Column("rank", "int", "place in the list, the cheapest first, from 1"),
        Column(
            "technology", "str", "technology with its owner; `conditions`, `operation`, `total` beside the projects"
        ),
        FIRM,
        SECTOR,
        Column("zh", "str", "name in Chinese"),
        Column("en", "str", "name in English"),
        Column("first_year", "int", "first year of building; 0 where nothing is built"),
        Column("last_year", "int", "last year of building; 0 where nothing is built"),
        Column("capacity", "float", "capacity built, in `capacity_unit`"),
        Column("capacity_unit", "str", "unit of the capacity"),
        Column("investment", "float", "investment over all years, not discounted, million CNY"),
        Column("extra", "float", "its part beyond the reference, million CNY"),
        Column("abatement", "float", "present value of emissions saved, Mt, after the projects before it"),
        Column("cost", "float", "present value of the extra cost, million CNY"),
        Column("unit_cost", "float", "extra cost per tonne, CNY; 0 where nothing is saved"),
        Column("year", "int", "year of `annual`"),
        Column("annual", "float", "emissions saved in that year, Mt"),
        Column("responsible", "str", "unit of the administration that answers for it"),
        Column("basis", "str", "measure: named by a measure of the scenario; sector: by the list of units by sector"),
        Column("boundary", "str", "emissions that count, e.g. scope1+import"),
    ),
)
"""Investment projects of a scenario: what, whose, how much, what it saves, when, and who answers for it."""

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

FUTURES = Schema(
    "FUTURES",
    (
        Column("future", "str", "name of the future; blank for what is built before it is known"),
        Column(
            "item",
            "str",
            "probability, cost, foreseen_cost, regret, peak_year, peak_level, cumulative_emissions, or an investment",
        ),
        Column("technology", "str", "technology of an investment; blank otherwise"),
        Column("zh", "str", "name of the technology in Chinese"),
        Column("en", "str", "name of the technology in English"),
        Column("year", "int", "year of an investment; 0 otherwise"),
        VALUE,
        UNIT,
    ),
)
"""A plan for several futures: what each costs, and what is built before it is known."""


ANSWERS = (
    INTERVALS,
    KEY_CATEGORIES,
    KEY_TRENDS,
    RECALCULATION,
    TRACE,
    RECONCILIATION,
    ABATEMENT,
    SAMPLE,
    SENSITIVITY,
    PEAK_WINDOW,
    EXTENT,
    ALTERNATIVE,
    PROJECT,
    ENERGY_BALANCE,
    TRANSFERS,
    BRIDGE,
    FUTURES,
)
"""Schemas of the tables of answers that are written to disk."""
