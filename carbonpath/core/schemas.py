"""Written schemas of the tables in which the stages meet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Kind = Literal["str", "int", "float"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table."""

    name: str
    """Name, singular, lower snake case."""
    kind: Kind
    """Kind of value; blank text is allowed in ``str`` columns only."""
    meaning: str
    """What a value says, with its unit where it is always the same."""


@dataclass(frozen=True, slots=True)
class Schema:
    """Columns of a table, in order."""

    name: str
    """Name of the table in prose, e.g. ACTIVITY."""
    columns: tuple[Column, ...]
    """Columns in the order in which they are written."""

    @property
    def names(self) -> list[str]:
        """Column names in order."""
        return [column.name for column in self.columns]

    @property
    def kinds(self) -> Mapping[str, Kind]:
        """Kind of value by column name."""
        return {column.name: column.kind for column in self.columns}


_FIRM = Column("firm", "str", "reporting firm, e.g. F01")
_FACILITY = Column("facility", "str", "process unit within the firm; blank: the whole firm")
_SECTOR = Column("sector", "str", "sector of the facility: steel, power, petrochemical, ...")
_CATEGORY = Column("category", "str", "IPCC 2006 category code, e.g. 2C1; blank for data that emit nothing themselves")
_YEAR = Column("year", "int", "calendar year")
_VALUE = Column("value", "float", "the number, in `unit`")
_UNIT = Column("unit", "str", "unit of the value, a name that core.units knows")
_SCENARIO = Column("scenario", "str", "name of the scenario")
_REGION = Column("region", "str", "region of the system")

_WHAT = (
    _FIRM,
    _FACILITY,
    _SECTOR,
    _CATEGORY,
    Column("activity", "str", "what happened: one of ACTIVITIES"),
    Column("item", "str", "fuel, material, product or property subject, an id of the reference tables"),
    Column("counterparty", "str", "firm on the other side of a purchase or sale; `outside`: beyond the district"),
    _YEAR,
)
_READ = (
    _VALUE,
    _UNIT,
    Column("source", "str", "file!sheet!cell from which the number was read"),
    Column("quality", "str", "measured, invoiced, estimated or default"),
)

ACTIVITY = Schema("ACTIVITY", (*_WHAT, *_READ))
"""What firms did, one row a number of a survey workbook; where it has months, one row the year that follows."""

MONTHLY = Schema("MONTHLY", (*_WHAT, Column("month", "int", "calendar month, 1 to 12"), *_READ))
"""What firms did month by month, where they say so; ACTIVITY has the years."""

ACTIVITIES: Mapping[str, str] = {
    "combusted": "fuel burnt in the facility, for heat or power or in a vehicle",
    "input": "material, reductant or feedstock that enters the process of the facility",
    "feedstock": "material whose carbon passes into products of the facility and is not emitted there",
    "output": "product or by-product that leaves the process of the facility",
    "purchased": "bought by the firm from the counterparty",
    "sold": "sold by the firm to the counterparty",
    "flared": "burnt in a flare without use",
    "net_calorific_value": "measured net calorific value of the item, GJ per unit",
    "carbon_content_mass": "measured carbon content of the item, tC per t",
    "carbon_content": "measured carbon content of the item, tC per GJ",
    "oxidation_factor": "measured share of carbon oxidised, 0 to 1",
    "property": "another measured property, named by the item (e.g. cao_in_clinker)",
}
"""Values of the column `activity` of ACTIVITY and their meaning."""

CONTENT = Schema(
    "CONTENT",
    (
        *ACTIVITY.columns,
        Column("mass", "float", "t of the item; 0 where the amount is no mass"),
        Column("energy", "float", "GJ of the item by its net calorific value; 0 where it holds none"),
        Column("co2_content", "float", "tCO2 that all carbon of the item would make"),
        Column("co2_burnt", "float", "tCO2 of what is combusted or flared, by the oxidation of the inventory; else 0"),
    ),
)
"""Amounts of ACTIVITY with the energy and carbon that the inventory sees in them; measured properties are left out."""

EMISSIONS = Schema(
    "EMISSIONS",
    (
        _FIRM,
        _FACILITY,
        _SECTOR,
        _CATEGORY,
        Column("scope", "int", "1 direct at the place of release, 2 purchased power and heat, 0 memo (biogenic CO2)"),
        Column("item", "str", "fuel or material from which it comes"),
        Column("gas", "str", "CO2, CH4, N2O"),
        _YEAR,
        Column("value", "float", "mass of the gas"),
        Column("unit", "str", "t"),
        Column("co2_equivalent", "float", "tCO2e with the GWP metric of `gwp_metric`; 0 for memo rows"),
        Column("gwp_metric", "str", "AR5GWP100 etc."),
        Column("method", "str", "name of the accounting method"),
        Column("tier", "int", "1 default factor, 2 national or guideline factor, 3 measured at the firm"),
        Column("factor_source", "str", "where the factors come from, with their confidence"),
        Column("uncertainty", "float", "half-width of the 95 % interval of the row, in percent"),
        Column("activity_uncertainty", "float", "its part from the activity data, in percent"),
        Column("factor_uncertainty", "float", "its part from the factors, in percent"),
        Column("factor_lower", "float", "lower limit of the 95 % interval of the factors, in percent, negative"),
        Column("factor_upper", "float", "upper limit of the 95 % interval of the factors, in percent"),
        Column("source", "str", "survey cells behind the row, separated by ;"),
    ),
)
"""What firms emitted, one row a source stream, gas and facility."""

RESULT = Schema(
    "RESULT",
    (
        _SCENARIO,
        Column("quantity", "str", "name in the vocabulary"),
        _REGION,
        Column("technology", "str", "technology with its owner, e.g. F01.BF_STD; blank where not indexed"),
        Column("commodity", "str", "commodity, e.g. electricity or F01.blast_furnace_gas; blank where not indexed"),
        Column("emission", "str", "emission, e.g. co2; blank where not indexed"),
        Column("mode", "str", "mode of operation; blank where not indexed"),
        Column("timeslice", "str", "timeslice; blank for annual quantities"),
        _YEAR,
        _VALUE,
        _UNIT,
    ),
)
"""What the model answered; zero rows are left out."""

INDICATOR = Schema(
    "INDICATOR",
    (
        _SCENARIO,
        Column("indicator", "str", "name of the indicator"),
        _REGION,
        Column("firm", "str", "firm; blank: the district"),
        Column("sector", "str", "sector; blank: all"),
        Column("item", "str", "fuel, mode, route, source or use; blank where there is none"),
        _YEAR,
        _VALUE,
        _UNIT,
        Column("boundary", "str", "what is counted, e.g. scope1, scope1+import, coal_including_coking"),
    ),
)
"""What officials read: shares, totals, peaks."""

INTERVALS = Schema(
    "INTERVALS",
    (
        Column("level", "str", "district (scope 1 and net import), sector or firm (scope 1)"),
        Column("name", "str", "sector or firm; blank for the district"),
        _YEAR,
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
        _YEAR,
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
        _YEAR,
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
        _FIRM,
        _FACILITY,
        _CATEGORY,
        Column("scope", "int", "1, 2 or 0 as in EMISSIONS"),
        Column("item", "str", "fuel or material"),
        _GAS,
        _YEAR,
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
        _FIRM,
        _FACILITY,
        _SECTOR,
        _CATEGORY,
        Column("scope", "int", "1, 2 or 0 as in EMISSIONS"),
        Column("item", "str", "fuel or material"),
        _GAS,
        _YEAR,
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
        _FIRM,
        _YEAR,
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
        _SCENARIO,
        Column(
            "kind", "str", "single: alone; sequential: after those before it; sweep: step of a rising price; total: all"
        ),
        Column("rank", "int", "place along the curve, the cheapest first, from 1"),
        Column("technology", "str", "technology; `operation`: other use of what is there; blank for a step or a total"),
        _FIRM,
        _SECTOR,
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

SCHEMAS = (ACTIVITY, MONTHLY, CONTENT, EMISSIONS, RESULT, INDICATOR, ABATEMENT)
"""Schemas of the tables that are written to disk. PARAMETER tables take their columns from the vocabulary."""

INVENTORY_TABLES = (INTERVALS, KEY_CATEGORIES, KEY_TRENDS, RECALCULATION, TRACE, RECONCILIATION)
"""Tables in which the inventory tells of itself; no stage reads them."""
