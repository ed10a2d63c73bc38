"""Written schemas of tables that answer a question about paths and plans."""

from __future__ import annotations

from carbonpath.core.schemas import FIRM, SCENARIO, SECTOR, UNIT, VALUE, Column, Schema

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

FUTURES = Schema(
    "FUTURES",
    (
        Column(
            "future", "str", "name of the future; blank for the plan as a whole and what is built before it is known"
        ),
        Column(
            "item",
            "str",
            "probability, cost, foreseen_cost, regret, peak_year, peak_level, cumulative_emissions, emissions, "
            "expected_cost, value_of_information, or an investment",
        ),
        Column("technology", "str", "technology of an investment; blank otherwise"),
        Column("zh", "str", "name of the technology in Chinese"),
        Column("en", "str", "name of the technology in English"),
        Column(
            "year",
            "int",
            "year of an investment or of emissions; of the value of information the last before it is known; else 0",
        ),
        VALUE,
        UNIT,
    ),
)
"""A plan for several futures: what each costs, and what is built before it is known."""

DISPATCH = Schema(
    "DISPATCH",
    (
        SCENARIO,
        Column("year", "int", "calendar year"),
        Column("carrier", "str", "power, or heat (steam and heat for the network)"),
        Column("kind", "str", "supply: made, bought or taken from storage; use: sold or stored; level: what is taken"),
        Column("item", "str", "source of supply, sale or storage"),
        Column("season", "str", "season"),
        Column("day_part", "str", "part of the day"),
        Column("timeslice", "str", "timeslice"),
        Column("hours", "float", "hours of one day"),
        VALUE,
        UNIT,
    ),
)
"""A typical day of each season: mean power of supply and use in each part of the day."""
