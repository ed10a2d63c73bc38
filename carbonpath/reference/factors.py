"""Every number that an inventory takes from elsewhere, read from the package data."""

from __future__ import annotations

from dataclasses import dataclass, fields
from importlib.resources import as_file, files

import pandas as pd

from carbonpath.core.schemas import Schema
from carbonpath.core.tables import read_table
from carbonpath.reference import schemas


@dataclass(frozen=True, slots=True, eq=False)
class Factors:
    """Reference tables; each number with its source and confidence (columns: `carbonpath.reference.schemas`)."""

    sources: pd.DataFrame
    """Documents."""
    fuels: pd.DataFrame
    """Fuels."""
    fuel_factors: pd.DataFrame
    """Numbers of fuels, by guideline table."""
    materials: pd.DataFrame
    """Materials and products."""
    process_factors: pd.DataFrame
    """Numbers of materials, by guideline table."""
    guidelines: pd.DataFrame
    """Accounting guidelines by version."""
    guideline_rules: pd.DataFrame
    """Measured properties that a guideline does not accept."""
    gwp: pd.DataFrame
    """Global warming potentials."""
    purchased_energy: pd.DataFrame
    """Emission factors of purchased power and heat."""
    constants: pd.DataFrame
    """Conversions that documents fix."""
    mobile_factors: pd.DataFrame
    """CO2, CH4 and N2O of vehicles."""
    oxidation_by_equipment: pd.DataFrame
    """Oxidation factors by equipment."""
    equipment: pd.DataFrame
    """Equipment where none is named."""
    categories: pd.DataFrame
    """IPCC categories."""
    uncertainty: pd.DataFrame
    """Uncertainty of activity data and factors."""
    data_quality: pd.DataFrame
    """Which uncertainty of activity data serves which rows."""

    def constant(self, name: str) -> float:
        """Return a constant by name.

        Raises
        ------
        KeyError
            If there is no such constant.
        """
        found = self.constants.loc[self.constants["constant"] == name, "value"]
        if found.empty:
            raise KeyError(name)
        return float(found.iloc[0])


TABLES: dict[str, Schema] = {
    "sources": schemas.SOURCES,
    "fuels": schemas.FUELS,
    "fuel_factors": schemas.FUEL_FACTORS,
    "materials": schemas.MATERIALS,
    "process_factors": schemas.PROCESS_FACTORS,
    "guidelines": schemas.GUIDELINES,
    "guideline_rules": schemas.GUIDELINE_RULES,
    "gwp": schemas.GWP,
    "purchased_energy": schemas.PURCHASED_ENERGY,
    "constants": schemas.CONSTANTS,
    "mobile_factors": schemas.MOBILE_FACTORS,
    "oxidation_by_equipment": schemas.OXIDATION,
    "equipment": schemas.EQUIPMENT,
    "categories": schemas.CATEGORIES,
    "uncertainty": schemas.UNCERTAINTY,
    "data_quality": schemas.DATA_QUALITY,
}
"""Schema of each table of `Factors`, which is also the name of its CSV."""


def load_factors() -> Factors:
    """Return the reference tables shipped with the package.

    Raises
    ------
    DataError
        If a table does not fit its schema.
    """
    with as_file(files(__package__) / "data") as folder:
        tables = {name: read_table(folder / f"{name}.csv", TABLES[name]) for name in (f.name for f in fields(Factors))}
    return Factors(**tables)
