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


FIRM = Column("firm", "str", "reporting firm, e.g. F01")
FACILITY = Column("facility", "str", "process unit within the firm; blank: the whole firm")
SECTOR = Column("sector", "str", "sector of the facility: steel, power, petrochemical, ...")
CATEGORY = Column("category", "str", "IPCC 2006 category code, e.g. 2C1; blank for data that emit nothing themselves")
YEAR = Column("year", "int", "calendar year")
VALUE = Column("value", "float", "the number, in `unit`")
UNIT = Column("unit", "str", "unit of the value, a name that core.units knows")
SCENARIO = Column("scenario", "str", "name of the scenario")
REGION = Column("region", "str", "region of the system")

_WHAT = (
    FIRM,
    FACILITY,
    SECTOR,
    CATEGORY,
    Column("activity", "str", "what happened: one of ACTIVITIES"),
    Column("item", "str", "fuel, material, product or property subject, an id of the reference tables"),
    Column("counterparty", "str", "firm on the other side of a purchase or sale; `outside`: beyond the district"),
    YEAR,
)
_READ = (
    VALUE,
    UNIT,
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
        FIRM,
        FACILITY,
        SECTOR,
        CATEGORY,
        Column("scope", "int", "1 direct at the place of release, 2 purchased power and heat, 0 memo (biogenic CO2)"),
        Column("item", "str", "fuel or material from which it comes"),
        Column("gas", "str", "CO2, CH4, N2O"),
        YEAR,
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
        SCENARIO,
        Column("quantity", "str", "name in the vocabulary"),
        REGION,
        Column("technology", "str", "technology with its owner, e.g. F01.BF_STD; blank where not indexed"),
        Column("commodity", "str", "commodity, e.g. electricity or F01.blast_furnace_gas; blank where not indexed"),
        Column("emission", "str", "emission, e.g. co2; blank where not indexed"),
        Column("mode", "str", "mode of operation; blank where not indexed"),
        Column("timeslice", "str", "timeslice; blank for annual quantities"),
        YEAR,
        VALUE,
        UNIT,
    ),
)
"""What the model answered; zero rows are left out."""

INDICATOR = Schema(
    "INDICATOR",
    (
        SCENARIO,
        Column("indicator", "str", "name of the indicator"),
        REGION,
        Column("firm", "str", "firm; blank: the district"),
        Column("sector", "str", "sector; blank: all"),
        Column("item", "str", "fuel, mode, route, source or use; blank where there is none"),
        YEAR,
        VALUE,
        UNIT,
        Column("boundary", "str", "what is counted, e.g. scope1, scope1+import, coal_including_coking"),
    ),
)
"""What officials read: shares, totals, peaks."""

STAGES = (ACTIVITY, MONTHLY, CONTENT, EMISSIONS, RESULT, INDICATOR)
"""Schemas of the tables in which the stages meet. PARAMETER tables take their columns from the vocabulary."""
