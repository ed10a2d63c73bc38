"""Written schemas of the tables that tell positions in carbon markets."""

from __future__ import annotations

from carbonpath.core.schemas import FIRM, YEAR, Column, Schema

_MT = {
    "emissions": "CO2 that the account has to cover",
    "allowances": "verified free allowances",
    "pre_allocation": "issued in advance, by the emissions of the year before",
    "opening": "allowances carried into the year",
    "used": "of these, what covers the shortfall of the year",
    "offset_limit": "most that offsets may cover of what is due",
    "must_buy": "still missing after what is carried over and all offsets allowed",
    "sold": "surplus that has to be sold because it cannot be carried over",
    "lapsed": "surplus that lapses",
    "closing": "allowances carried into the next year",
}

ETS_COMPLIANCE = Schema(
    "ETS_COMPLIANCE",
    (
        FIRM,
        Column("account", "str", "national (power, steel, cement together) or pilot"),
        YEAR,
        Column("pre_allocation_known", "str", "yes where a rule is known and the year before is told; else blank"),
        *(Column(name, "float", f"{meaning}, Mt") for name, meaning in _MT.items()),
    ),
)
"""Compliance of firms: carry-over, pre-allocation, offsets and what must be bought."""

_ACCOUNT = (FIRM, Column("market", "str", "national_power, national_steel, national_cement or pilot"), YEAR)

ETS_POSITIONS = Schema(
    "ETS_POSITIONS",
    (
        *_ACCOUNT,
        Column("emissions", "float", "CO2 of scope 1 that the market covers, Mt"),
        Column("allowances", "float", "free allowances by the rule of the market, Mt"),
        Column("surplus", "float", "allowances less emissions, Mt"),
        Column("method", "str", "benchmark, intensity, historical_emission or historical_intensity"),
        Column("plan_zh", "str", "allocation plan of the year, in Chinese"),
        Column("plan_en", "str", "allocation plan of the year, in English"),
        Column("status", "str", "final, draft, recalled, or partly (not all of its numbers are known)"),
        Column("extended", "str", "yes where the plan is used beyond its last year"),
        Column("last_year", "int", "last year of the plan"),
    ),
)
"""Allowances of firms against their emissions, with the plan behind each number."""

ETS_COSTS = Schema(
    "ETS_COSTS",
    (
        *_ACCOUNT,
        Column(
            "prices", "str", "price path: low, base or high; run: the price of the run itself, where it has another"
        ),
        Column("price", "float", "CNY/t"),
        Column("cost", "float", "what a shortfall costs; negative: what a surplus earns; million CNY"),
    ),
)
"""Cost of positions under each price path."""
