"""Carbon of commodities from the reference tables, for what no firm has measured."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from carbonpath.core.errors import DataError, require_valid
from carbonpath.core.problems import Problem
from carbonpath.core.units import conversion_factor
from carbonpath.reference.factors import Factors
from carbonpath.reference.guidelines import GENERAL_TABLE
from carbonpath.system.carbon import CO2_PER_CARBON, Carbon, CarbonTable
from carbonpath.system.district_checks import lines
from carbonpath.system.district_tables import DistrictTables

ENERGY_UNITS = frozenset({"GJ", "MWh"})
"""Units of commodities that are energy: their carbon needs no heating value."""
PURE_CO2 = Carbon(1.0, 1.0, "CO2 itself")
"""Carbon of a stream of CO2, factor ``co2``."""


@dataclass(frozen=True, slots=True)
class _Number:
    """One number of the reference tables."""

    value: float
    unit: str
    source: str
    """Document, clause and confidence."""


_Numbers = Mapping[tuple[str, str], _Number]
"""Numbers by fuel or material and property."""


@dataclass(frozen=True, slots=True)
class _Reference:
    """What the reference tables say of fuels and materials."""

    fuels: _Numbers
    materials: _Numbers
    biogenic: Mapping[str, float]
    """Share of the carbon that is biogenic, by fuel."""


def default_carbon(tables: DistrictTables, factors: Factors, table: str = GENERAL_TABLE) -> CarbonTable:
    """Return the carbon of every commodity whose factor the reference tables know.

    Column `carbon` of commodities.csv names the factor: ``fuel:ID`` (carbon content per energy, heating value,
    oxidation, less the biogenic share, which is no CO2 of scope 1), ``process:ID`` (tCO2 or tC per t of a material) or
    ``co2``. A fuel of which the tables know no carbon content (mixed works gas) has none here: a firm must measure it.

    Parameters
    ----------
    tables
        Files of the district.
    factors
        Reference tables.
    table
        Guideline table that is asked; what it lacks comes from the general one.

    Raises
    ------
    DataError
        CP-214 for each factor that the reference tables do not know, CP-221 where a commodity cannot be converted to
        the unit of its factor.
    """
    reference = _Reference(
        fuels=_numbers(factors.fuel_factors, "fuel", table),
        materials=_numbers(factors.process_factors, "material", table),
        biogenic=dict(zip(factors.fuels["fuel"], factors.fuels["biogenic_share"].astype(float), strict=True)),
    )
    entries = tables["commodities"]
    named = entries[entries["carbon"] != ""]
    found: dict[str, Carbon] = {}
    problems: list[Problem] = []
    columns = (named[name] for name in ("commodity", "carbon", "unit"))
    for line, name, factor, unit in zip(lines(named), *columns, strict=True):
        try:
            carbon = _carbon(str(factor), str(unit), reference)
        except DataError as wrong:
            place = f"carbon, line {line}"
            problems += [Problem(p.code, "commodities.csv", place, p.value, p.details) for p in wrong.problems]
            continue
        if carbon is not None:
            found[str(name)] = carbon
    require_valid(problems, DataError)
    return CarbonTable(found, {})


def _carbon(factor: str, unit: str, reference: _Reference) -> Carbon | None:
    kind, _, name = factor.partition(":")
    if factor == "co2":
        return PURE_CO2
    if kind == "fuel" and name in reference.biogenic:
        return _of_fuel(name, unit, reference)
    if kind == "process":
        return _of_material(name, unit, reference)
    raise DataError(Problem("CP-214", value=factor, details={"other": "fuels.csv", "column": "fuel"}))


def _of_fuel(name: str, unit: str, reference: _Reference) -> Carbon | None:
    content = reference.fuels.get((name, "carbon_content"))
    if content is None:
        return None
    oxidation = reference.fuels.get((name, "oxidation_factor"))
    fossil = content.value * CO2_PER_CARBON * (1.0 - reference.biogenic[name])
    return Carbon(
        content=fossil * _energy(name, unit, reference),
        oxidation=1.0 if oxidation is None else oxidation.value,
        source=content.source,
    )


def _energy(name: str, unit: str, reference: _Reference) -> float:
    """Return GJ per unit of the commodity."""
    if unit in ENERGY_UNITS:
        return conversion_factor(unit, "GJ")
    heating = reference.fuels.get((name, "net_calorific_value"))
    if heating is None:
        raise DataError(Problem("CP-221", value=unit, details={"target": "GJ"}))
    return heating.value * conversion_factor(unit, heating.unit.removeprefix("GJ/"))


def _of_material(name: str, unit: str, reference: _Reference) -> Carbon:
    for property_name, scale in (("emission_factor", 1.0), ("carbon_content_mass", CO2_PER_CARBON)):
        number = reference.materials.get((name, property_name))
        if number is not None:
            per_unit = conversion_factor(unit, number.unit.partition("/")[2])
            return Carbon(number.value * scale * per_unit, 1.0, number.source)
    details = {"other": "process_factors.csv", "column": "material"}
    raise DataError(Problem("CP-214", value=f"process:{name}", details=details))


def _numbers(rows: pd.DataFrame, subject: str, table: str) -> _Numbers:
    """Return the numbers of `table`, and of the general table where it has none."""
    found: dict[tuple[str, str], _Number] = {}
    for asked in (GENERAL_TABLE, table):
        own = rows[rows["table"] == asked]
        columns = (own[name] for name in (subject, "property", "value", "unit", "source", "clause", "confidence"))
        for name, property_name, value, unit, source, clause, confidence in zip(*columns, strict=True):
            found[name, property_name] = _Number(float(value), str(unit), f"{source}, {clause} ({confidence})")
    return found
