"""A district of two firms, small enough to check by hand, and short ways to alter its files.

F01 makes coke, iron and steel; its coke-oven gas goes into a pool that mill and power station burn, the station with
some coal. F02 makes glass with natural gas and some of the pool's gas. Numbers are round, not realistic.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from carbonpath.core.schemas import CONTENT, EMISSIONS
from carbonpath.core.tables import as_table
from carbonpath.system.assemble import SystemSpecification
from carbonpath.system.carbon import Carbon, CarbonTable
from carbonpath.system.district import District, build_district
from carbonpath.system.district_schemas import DISTRICT_SCHEMAS
from carbonpath.system.district_tables import DistrictTables, load_district_tables

SHIPPED = Path(__file__).parents[2] / "inventories" / "qingshan"

Rows = list[dict[str, Any]]

DEFAULTS: Mapping[str, dict[str, Any]] = {
    "technologies": {
        "owners": "F01",
        "sector": "steel",
        "role": "process",
        "fixed_cost_share": 0.04,
        "variable_cost": 0.0,
        "operational_life": 20,
        "availability_factor": 1.0,
        "earliest_year": 2020,
        "process_co2": 0.0,
        "carbon_balance": "no",
    },
    "technology_flows": {"carbon": "none"},
    "commodities": {"kind": "material", "scope": "firm", "balance": "equal", "tce_per_unit": 0.0},
    "assets": {"firm": "F01", "start_year": 2000, "latest_retire_year": 2050},
    "prices": {"variant": "base", "year": 2020, "vat_included": 0.0},
    "demand": {"variant": "plan"},
    "exchanges": {"carbon_moves": "no"},
    "facilities": {"firm": "F01", "sector": "steel", "category": "2C1"},
}

SMALL: Mapping[str, Rows] = {
    "technologies": [
        {"library_id": "OVEN", "main_output": "coke", "capacity_unit": "Mt/y", "carbon_balance": "yes"}
        | {"capital_cost": "1000", "capital_cost_unit": "CNY/(t/y)", "variable_cost": 40.0},
        {"library_id": "FURNACE", "main_output": "hot_metal", "capacity_unit": "Mt/y", "carbon_balance": "yes"},
        {"library_id": "MILL", "main_output": "steel", "capacity_unit": "Mt/y", "carbon_balance": "yes"},
        {"library_id": "POOL", "main_output": "gas_mix", "role": "link", "carbon_balance": "yes"},
        {"library_id": "POWER", "main_output": "electricity", "capacity_unit": "MW", "sector": "power"}
        | {"capital_cost": "5000", "capital_cost_unit": "CNY/kW", "availability_factor": 0.5, "earliest_year": 2023},
        {"library_id": "COFIRE", "main_output": "gas_mix", "role": "add_on", "sector": "power"},
        {"library_id": "KILN", "main_output": "glass", "capacity_unit": "Mt/y", "owners": "F02", "sector": "glass"}
        | {"process_co2": 0.2},
        {"library_id": "IDEA", "main_output": "steel", "role": "dormant"},
    ],
    "technology_flows": [
        {"library_id": name, "commodity": base, "role": role, "coefficient": number, "unit": unit, "carbon": carbon}
        for name, base, role, number, unit, carbon in (
            ("OVEN", "coke", "output", 1, "t", "balance"),
            ("OVEN", "coal", "input", 1.5, "t", "balance"),
            ("OVEN", "coke_gas", "output", 8, "GJ", "balance"),
            ("FURNACE", "hot_metal", "output", 1, "t", "balance"),
            ("FURNACE", "coke", "input", 500, "kg", "balance"),
            ("MILL", "steel", "output", 1, "t", "none"),
            ("MILL", "hot_metal", "input", 1.1, "t", "balance"),
            ("MILL", "gas_mix", "input", 2, "GJ", "none"),
            ("MILL", "electricity", "input", 200, "kWh", "none"),
            ("POOL", "gas_mix", "output", 1, "GJ", "none"),
            ("POOL", "coke_gas", "input", 1, "GJ", "balance"),
            ("POWER", "electricity", "output", 1, "MWh", "none"),
            ("POWER", "gas_mix", "input", 10, "GJ", "none"),
            ("COFIRE", "gas_mix", "output", 1, "GJ", "none"),
            ("COFIRE", "steam_coal", "input", 1, "GJ", "burnt"),
            ("KILN", "glass", "output", 1, "t", "none"),
            ("KILN", "natural_gas", "input", 6, "GJ", "burnt"),
            ("KILN", "gas_mix", "input", 1, "GJ", "burnt"),
            ("IDEA", "steel", "output", 1, "t", "none"),
        )
    ],
    "commodities": [
        {"commodity": "coal", "unit": "t", "purchase_price": "coal", "coal": "coking", "tce_per_unit": 0.9}
        | {"carbon": "fuel:washed_coal", "survey_item": "washed_coal"},
        {"commodity": "steam_coal", "unit": "GJ", "purchase_price": "steam_coal", "coal": "coal", "tce_per_unit": 0.034}
        | {"price_ncv": "20", "price_ncv_unit": "GJ/t", "carbon": "fuel:bituminous", "survey_item": "bituminous"},
        {"commodity": "coke", "unit": "t", "carbon": "fuel:coke", "survey_item": "coke"},
        {"commodity": "coke_gas", "unit": "GJ", "carbon": "fuel:coke_oven_gas", "survey_item": "coke_oven_gas"},
        {"commodity": "gas_mix", "unit": "GJ", "carbon": "fuel:mixed_works_gas", "survey_item": "mixed_works_gas"},
        {"commodity": "natural_gas", "unit": "GJ", "scope": "district", "purchase_price": "natural_gas"}
        | {"price_ncv": "389.31", "price_ncv_unit": "GJ/1e4_nm3", "carbon": "fuel:natural_gas"}
        | {"survey_item": "natural_gas"},
        {"commodity": "hot_metal", "unit": "t", "carbon": "process:pig_iron", "survey_item": "pig_iron"},
        {"commodity": "steel", "unit": "t", "survey_item": "steel_product"},
        {"commodity": "glass", "unit": "t", "survey_item": "flat_glass"},
        {"commodity": "electricity", "unit": "MWh", "scope": "district", "purchase_price": "power"}
        | {"sale_price": "power_sale", "sale_factor": "0.9", "survey_item": "electricity"},
    ],
    "assets": [
        {"asset": "A1", "library_id": "OVEN", "capacity": 4.0, "unit": "Mt/y", "latest_retire_year": 2022},
        {"asset": "A2", "library_id": "OVEN", "capacity": 3000.0, "unit": "kt/y", "start_year": 2015},
        {"asset": "A3", "library_id": "FURNACE", "capacity": 12.0, "unit": "Mt/y"},
        {"asset": "A4", "library_id": "MILL", "capacity": 11.0, "unit": "Mt/y"},
        {"asset": "A5", "library_id": "POWER", "capacity": 1000.0, "unit": "MW"},
        {"asset": "A6", "library_id": "KILN", "firm": "F02", "capacity": 0.7, "unit": "Mt/y"},
    ],
    "capital_cost_paths": [
        {"library_id": "POWER", "year": 2022, "capital_cost": 5000.0},
        {"library_id": "POWER", "year": 2024, "capital_cost": 4000.0},
    ],
    "grid_factors": [
        {"region": "east", "year": 2020, "value": 600.0, "unit": "kgCO2/MWh"},
        {"region": "east", "year": 2024, "value": 0.4, "unit": "tCO2/MWh"},
    ],
    "prices": [
        {"item": "coal", "unit": "CNY/t", "variant": "history", "value": 1130.0, "vat_included": 0.13},
        {"item": "coal", "unit": "CNY/t", "variant": "base", "year": 2022, "value": 1356.0, "vat_included": 0.13},
        {"item": "coal", "unit": "CNY/t", "variant": "high", "year": 2022, "value": 2260.0, "vat_included": 0.13},
        {"item": "steam_coal", "unit": "CNY/t", "value": 600.0},
        {"item": "natural_gas", "unit": "CNY/Nm3", "value": 3.0},
        {"item": "power", "unit": "CNY/kWh", "value": 0.6},
        {"item": "power_sale", "unit": "CNY/kWh", "value": 0.4},
        {"item": "carbon_national_CEA", "unit": "CNY/tCO2", "year": 2021, "value": 50.0},
    ],
    "demand": [
        {"commodity": name, "year": year, "value": value, "unit": unit}
        for year in (2020, 2021, 2022, 2023, 2024)
        for name, value, unit in (
            ("F01.steel", 10.0, "Mt/y"),
            ("F02.glass", 600.0, "kt/y"),
            ("electricity", 1.0, "TWh/y"),
        )
    ],
    "context": [],
    "groups": [
        {"group": "coking", "technology": "OVEN", "weight": 1.0, "unit": "Mt"},
        {"group": "ironmaking", "technology": "F01.FURNACE", "weight": 2.0, "unit": "Mt"},
    ],
    "limits": [
        {
            "kind": "max_activity",
            "name": "F01.OVEN",
            "year": 2021,
            "value": 6000.0,
            "unit": "kt/y",
            "reason": "licence",
        },
        {"kind": "max_activity", "name": "F01.OVEN", "year": 2023, "value": 8.0, "unit": "Mt/y"},
    ],
    "exchanges": [{"from_firm": "F01", "to_firm": "F02", "commodity": "gas_mix", "carbon_moves": "yes"}],
    "free_allocation": [{"library_id": "POWER", "year": 2020, "benchmark": 0.8, "unit": "t per unit of output"}],
    "free_share": [{"year": 2021, "value": 1.0}, {"year": 2023, "value": 0.5}],
    "facilities": [
        {"facility": "ovens", "library_id": "OVEN"},
        {"facility": "furnace", "library_id": "FURNACE"},
        {"facility": "mill", "library_id": "MILL"},
        {"facility": "power", "library_id": "POWER"},
        {"facility": "cofire", "library_id": "COFIRE", "host": "power"},
        {"facility": "kiln", "firm": "F02", "library_id": "KILN"},
        {"facility": "yard", "library_id": ""},
    ],
}

CARBON = CarbonTable(
    {
        "coal": Carbon(2.6, 0.99, "by hand"),
        "steam_coal": Carbon(0.1, 0.98, "by hand"),
        "coke": Carbon(3.0, 0.99, "by hand"),
        "coke_gas": Carbon(0.045, 0.99, "by hand"),
        "gas_mix": Carbon(0.045, 1.0, "by hand"),
        "natural_gas": Carbon(0.056, 0.99, "by hand"),
        "hot_metal": Carbon(0.17, 1.0, "by hand"),
    },
    {},
)
"""Round numbers: tCO2 per t or GJ."""


def filled(name: str, rows: Rows) -> pd.DataFrame:
    """Return rows as a table of a district, what they leave out filled with the defaults of this module."""
    schema = DISTRICT_SCHEMAS[name]
    blank = {column.name: "" if column.kind == "str" else 0 for column in schema.columns}
    common = {**blank, **DEFAULTS.get(name, {}), "source": "by hand", "confidence": "assumed"}
    return as_table(pd.DataFrame([{**common, **row} for row in rows], columns=schema.names), schema)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with the files of the small district, to be broken at will."""
    for name, rows in SMALL.items():
        filled(name, rows).to_csv(tmp_path / f"{name}.csv", index=False)
    return tmp_path


@pytest.fixture(scope="session")
def tables() -> DistrictTables:
    """Return the tables of the small district."""
    return {name: filled(name, rows) for name, rows in SMALL.items()}


@pytest.fixture
def tables_with(tables: DistrictTables) -> Callable[..., DistrictTables]:
    """Return a maker of the small district's tables: rows given by name stand behind those of the table."""

    def make(**added: Rows) -> DistrictTables:
        return {**tables, **{name: filled(name, [*SMALL.get(name, []), *rows]) for name, rows in added.items()}}

    return make


@pytest.fixture(scope="session")
def district(tables: DistrictTables) -> District:
    """Return the small district."""
    return build_district("small", tables)


@pytest.fixture
def carbon() -> CarbonTable:
    """Return carbon in round numbers."""
    return CARBON


@pytest.fixture
def specification() -> SystemSpecification:
    """Return five years from 2020."""
    return SystemSpecification("small", 2020, 2024, 0.08)


@pytest.fixture
def content_of() -> Callable[[Rows], pd.DataFrame]:
    """Return a maker of CONTENT rows of 2020: tonnes or gigajoules, with the carbon of this module."""

    def make(rows: Rows) -> pd.DataFrame:
        return as_table([_content_row(**row) for row in rows], CONTENT)

    return make


def _content_row(facility: str, activity: str, item: str, value: float, unit: str, **other: Any) -> dict[str, object]:
    bases = {row["survey_item"]: row["commodity"] for row in SMALL["commodities"]}
    held = CARBON.of("", bases.get(item, ""))
    content = held.content * value
    burnt = content * held.oxidation if activity in ("combusted", "flared") else 0.0
    filled = {"firm": "F01", "year": 2020, "mass": 0.0, "energy": 0.0, "co2_content": content, "co2_burnt": burnt}
    filled |= {"mass": value} if unit == "t" else {"energy": value} if unit == "GJ" else {}
    return {**filled, "facility": facility, "activity": activity, "item": item, "value": value, "unit": unit, **other}


@pytest.fixture
def emissions_of() -> Callable[[Rows], pd.DataFrame]:
    """Return a maker of EMISSIONS rows: CO2 of 2020 at scope 1 in t."""

    def make(rows: Rows) -> pd.DataFrame:
        common = {"firm": "F01", "year": 2020, "gas": "CO2", "scope": 1, "unit": "t", "tier": 1}
        numbers = dict.fromkeys(("co2_equivalent", "uncertainty", "activity_uncertainty", "factor_uncertainty"), 0.0)
        return as_table([{**common, **numbers, **row} for row in rows], EMISSIONS)

    return make


@pytest.fixture(scope="session")
def shipped_tables() -> DistrictTables:
    """Return the tables of the illustrative district."""
    return load_district_tables(SHIPPED / "system")


@pytest.fixture(scope="session")
def stated() -> Callable[[int], pd.DataFrame]:
    """Return the function that states what the illustrative firms did in a year, as ACTIVITY."""
    specification = importlib.util.spec_from_file_location("qingshan_statement", SHIPPED / "statement.py")
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    found: Callable[[int], pd.DataFrame] = module.statement
    return found


@pytest.fixture
def survey(content_of: Callable[[Rows], pd.DataFrame]) -> pd.DataFrame:
    """Return what the two firms reported for 2020, in t, GJ and MWh; gas and iron balance exactly.

    The pool takes 50 PJ of coke-oven gas and 2 PJ of coal: 20 to the mill, 31.4 to the station, 0.6 to F02.
    """
    rows = [
        ("ovens", "input", "washed_coal", 9.6e6, "t"),
        ("ovens", "output", "coke", 6.0e6, "t"),
        ("ovens", "output", "coke_oven_gas", 50e6, "GJ"),
        ("furnace", "input", "coke", 6.0e6, "t"),
        ("furnace", "output", "pig_iron", 11.0e6, "t"),
        ("mill", "input", "pig_iron", 11.0e6, "t"),
        ("mill", "output", "steel_product", 10.0e6, "t"),
        ("mill", "combusted", "mixed_works_gas", 20e6, "GJ"),
        ("mill", "input", "electricity", 2.1e6, "MWh"),
        ("power", "combusted", "mixed_works_gas", 29.4e6, "GJ"),
        ("power", "output", "electricity", 3.1e6, "MWh"),
        ("cofire", "combusted", "bituminous", 2.0e6, "GJ"),
        ("kiln", "combusted", "natural_gas", 3.6e6, "GJ"),
        ("kiln", "combusted", "mixed_works_gas", 0.6e6, "GJ"),
        ("kiln", "output", "flat_glass", 0.6e6, "t"),
        ("yard", "combusted", "diesel", 1000.0, "t"),
    ]
    columns = ("facility", "activity", "item", "value", "unit")
    return content_of(
        [{**dict(zip(columns, row, strict=True)), "firm": "F02" if row[0] == "kiln" else "F01"} for row in rows]
    )
