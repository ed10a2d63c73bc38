"""Written schemas of the reference tables, one CSV each."""

from __future__ import annotations

from carbonpath.core.schemas import Column, Schema

_TABLE = Column("table", "str", "guideline or family whose table it is; `general` where no guideline says otherwise")
_PROPERTY = Column("property", "str", "what the number says, e.g. carbon_content")
_ZH = Column("zh", "str", "Chinese label")
_EN = Column("en", "str", "English label")
_NOTE = Column("note", "str", "conflicts, limits of validity")
_VALUE = (
    Column("value", "float", "the number, in `unit`"),
    Column("unit", "str", "unit of the value, a name that core.units knows"),
)
_ORIGIN = (
    Column("source", "str", "document, an id of the table of sources"),
    Column("clause", "str", "clause, table or equation of the document"),
    Column("confidence", "str", "seen-twice, seen, recalled, derived, assumed or project"),
    _NOTE,
)

SOURCES = Schema(
    "SOURCES",
    (
        Column("source", "str", "id of the document"),
        _ZH,
        _EN,
        Column("issuer", "str", "who issued it"),
        Column("year", "str", "year of issue"),
        Column("number", "str", "number of the document"),
        Column("read", "str", "what was read: official text, transcription or memory"),
    ),
)
"""Documents from which numbers come."""

FUELS = Schema(
    "FUELS",
    (
        Column("fuel", "str", "id of the fuel"),
        _ZH,
        _EN,
        Column("state", "str", "solid, liquid or gas"),
        Column("unit", "str", "unit in which its factors are given: t, 1e4_nm3 or GJ"),
        Column("group", "str", "coal, coke, coal_gas, coal_liquid, oil, gas, hydrogen, biomass or waste"),
        Column("biogenic_share", "float", "share of its carbon that is biogenic, 0 to 1"),
        Column("feedstock", "int", "1 if refineries and crackers turn it into products"),
        _NOTE,
    ),
)
"""Fuels."""

FUEL_FACTORS = Schema(
    "FUEL_FACTORS", (_TABLE, Column("fuel", "str", "fuel to which it belongs"), _PROPERTY, *_VALUE, *_ORIGIN)
)
"""Numbers of fuels: heating value, carbon content, oxidation, standard coal, CH4 and N2O."""

MATERIALS = Schema(
    "MATERIALS",
    (
        Column("material", "str", "id of the material or product"),
        _ZH,
        _EN,
        Column("unit", "str", "unit in which its factors are given"),
        Column(
            "group", "str", "carbonate, alloy, metal, by_product, clinker, chemical, energy, material, service, ..."
        ),
        Column("feedstock", "int", "1 if refineries and crackers turn it into products"),
        _NOTE,
    ),
)
"""Materials and products."""

PROCESS_FACTORS = Schema(
    "PROCESS_FACTORS", (_TABLE, Column("material", "str", "material to which it belongs"), _PROPERTY, *_VALUE, *_ORIGIN)
)
"""Numbers of materials: emission factor, carbon content, oxidation, deduction."""

GUIDELINES = Schema(
    "GUIDELINES",
    (
        Column("guideline", "str", "id of the guideline with its version"),
        Column("version", "str", "version as printed"),
        _ZH,
        _EN,
        Column("sector", "str", "sector for which it is written"),
        Column("factor_table", "str", "table of default factors that it uses before `general`; blank: none of its own"),
        Column("oxidation", "str", "table: oxidation factors of the table; complete: all carbon is counted as CO2"),
        Column("purchased_energy", "str", "net, purchased or none: how the firm's report counts power and heat"),
        Column("vehicles", "int", "1 if the firm's report counts vehicles"),
        Column("clinker", "str", "factor: by kind of clinker; analysis: by CaO and MgO, with kiln dust and raw meal"),
        Column("desulphurisation", "int", "1 if the firm's report counts CO2 of desulphurisation"),
        Column("recovered_co2", "int", "1 if the firm's report deducts CO2 recovered and handed over"),
        Column("equipment_table", "str", "table of oxidation by equipment; blank: oxidation by fuel alone"),
        Column("from_year", "int", "first year of issue"),
        Column("to_year", "str", "last year in force; blank: still in force"),
        Column("gases", "str", "gases of the firm's report, separated by blanks"),
        Column("confidence", "str", "confidence of these rules"),
        _NOTE,
    ),
)
"""Accounting guidelines by version."""

GUIDELINE_RULES = Schema(
    "GUIDELINE_RULES",
    (
        Column("guideline", "str", "guideline"),
        Column("item", "str", "fuel or material; blank: any"),
        _PROPERTY,
        Column("view", "str", "account: the firm's rows everywhere; report: the firm's report alone"),
        Column("rule", "str", "default_only: what the firm measured does not count"),
        Column("clause", "str", "clause of the guideline"),
        Column("confidence", "str", "confidence of the rule"),
        _NOTE,
    ),
)
"""Measured properties that a guideline does not accept."""

EQUIPMENT = Schema(
    "EQUIPMENT",
    (
        Column("category", "str", "beginning of an IPCC code; the longest that fits serves"),
        Column("equipment", "str", "kind of furnace or boiler, as in the table of oxidation by equipment"),
        Column("source", "str", "document, an id of the table of sources"),
        Column("confidence", "str", "seen-twice, seen, recalled, derived, assumed or project"),
        _NOTE,
    ),
)
"""Equipment of facilities for which none is named."""

GWP = Schema(
    "GWP",
    (
        Column("gwp_metric", "str", "report and horizon, e.g. AR5GWP100"),
        Column("gas", "str", "gas, e.g. CH4"),
        *_VALUE,
        *_ORIGIN,
    ),
)
"""Global warming potentials."""

PURCHASED_ENERGY = Schema(
    "PURCHASED_ENERGY",
    (
        Column("kind", "str", "series: grid_average, grid_average_excl_traded_nonfossil, heat, ..."),
        Column("region", "str", "region, e.g. national, hubei"),
        Column("year", "int", "year of the data; 0: any year"),
        *_VALUE,
        *_ORIGIN,
    ),
)
"""Emission factors of purchased power and heat."""

CONSTANTS = Schema("CONSTANTS", (Column("constant", "str", "name of the constant"), *_VALUE, *_ORIGIN))
"""Conversions that documents fix."""

MOBILE_FACTORS = Schema(
    "MOBILE_FACTORS",
    (
        Column("vehicle", "str", "kind of vehicle"),
        Column("category", "str", "IPCC category"),
        Column("fuel", "str", "fuel"),
        Column("default", "int", "1 if it serves where the kind of vehicle is not known"),
        _PROPERTY,
        *_VALUE,
        *_ORIGIN,
    ),
)
"""CO2, CH4 and N2O of vehicles per energy."""

OXIDATION = Schema(
    "OXIDATION",
    (
        _TABLE,
        Column("fuel_class", "str", "class of fuel"),
        Column("equipment", "str", "kind of furnace or boiler"),
        *_VALUE,
        *_ORIGIN,
    ),
)
"""Oxidation factors by equipment."""

CATEGORIES = Schema(
    "CATEGORIES",
    (
        Column("category", "str", "IPCC code"),
        _ZH,
        _EN,
        Column("edition", "str", "2006 Guidelines or 2019 Refinement"),
    ),
)
"""IPCC categories."""

UNCERTAINTY = Schema(
    "UNCERTAINTY",
    (
        Column("component", "str", "activity, carbon_content or factor"),
        Column("subject", "str", "fuel, kind of data or kind of factor"),
        Column("lower_pct", "float", "lower limit of the 95 % interval, percent of the mean"),
        Column("upper_pct", "float", "upper limit of the 95 % interval, percent of the mean"),
        *_ORIGIN,
    ),
)
"""Uncertainty of activity data and factors."""

DATA_QUALITY = Schema(
    "DATA_QUALITY",
    (
        Column("category", "str", "beginning of an IPCC code; the longest that fits serves"),
        Column("quality", "str", "quality of the number as in ACTIVITY; blank: not told"),
        Column("subject", "str", "kind of activity data in the table of uncertainty"),
    ),
)
"""Which uncertainty of activity data serves which rows."""

OVERRIDES = Schema(
    "OVERRIDES",
    (
        Column("factor", "str", "id of the number, as `factors list` tells it"),
        *_VALUE,
        Column("source", "str", "document or reason, in the user's words"),
    ),
)
"""Numbers that a project sets in place of those of the reference tables."""
