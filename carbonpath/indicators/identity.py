"""Emissions as a product of factors: the Kaya identity of the district, and output times intensity of each sector."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd

from carbonpath.core.errors import DataError
from carbonpath.core.problems import Problem
from carbonpath.indicators.lmdi import Matrix

By = Literal["kaya", "sector"]

KAYA = ("population", "affluence", "energy_intensity", "carbon_intensity")
"""Persons, product a person, energy per product, CO2 per energy."""
SECTOR = ("output", "output_intensity")
"""Output of a sector, and its CO2 per unit of output."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Factors by year whose product is the emissions of each category."""

    factors: tuple[str, ...]
    """Names of the factors."""
    categories: tuple[str, ...]
    """Sectors; one blank name for the whole district."""
    matrices: Mapping[int, Matrix]
    """By year: one row a category, one column a factor."""

    @property
    def years(self) -> tuple[int, ...]:
        """Years in which every factor is known."""
        return tuple(sorted(self.matrices))

    def at(self, year: int) -> Matrix:
        """Return the factors of a year.

        Raises
        ------
        DataError
            CP-727 if they are not known in that year.
        """
        if year not in self.matrices:
            raise DataError(Problem("CP-727", value=str(year), details={"known": ", ".join(map(str, self.years))}))
        return self.matrices[year]

    def total(self, year: int) -> float:
        """Return the emissions of a year, Mt."""
        return float(self.at(year).prod(axis=1).sum())


def read_identity(indicators: pd.DataFrame, by: By, boundary: str) -> Identity:
    """Return the identity of one scenario, or of the surveyed years.

    Parameters
    ----------
    indicators
        Table INDICATOR of one scenario: ``emissions`` with ``population``, ``gdp`` and ``primary_energy``, or with
        ``sector_output``.
    by
        ``kaya``: the district in four factors; ``sector``: each sector in two.
    boundary
        Boundary of the emissions.

    Raises
    ------
    DataError
        CP-728 for every indicator that the table lacks.
    """
    rows = indicators.loc[(indicators["firm"] == "") & (indicators["item"] == "")]
    needed = ("emissions", "population", "gdp", "primary_energy") if by == "kaya" else ("emissions", "sector_output")
    missing = [name for name in needed if not (rows["indicator"] == name).any()]
    if missing:
        raise DataError(*(Problem("CP-728", value=name) for name in missing))
    emissions = rows.loc[(rows["indicator"] == "emissions") & (rows["boundary"] == boundary)]
    return _kaya(rows, emissions) if by == "kaya" else _sectors(rows, emissions)


def _kaya(rows: pd.DataFrame, emissions: pd.DataFrame) -> Identity:
    whole = rows.loc[rows["sector"] == ""]
    people, product, energy = (_path(whole, name) for name in ("population", "gdp", "primary_energy"))
    released = emissions.loc[emissions["sector"] == ""].set_index("year")["value"]
    steps = pd.DataFrame({"p": people, "g": product, "e": energy, "c": released}).dropna()
    factors = pd.DataFrame(
        {0: steps["p"], 1: steps["g"] / steps["p"], 2: steps["e"] / steps["g"], 3: steps["c"] / steps["e"]}
    )
    return Identity(KAYA, ("",), {int(year): row[None, :] for year, row in _rows_by_year(factors)})


def _sectors(rows: pd.DataFrame, emissions: pd.DataFrame) -> Identity:
    """Return output and intensity; a sector whose output nobody measures counts all its change as intensity.

    A sector that stands still emits nothing because it makes nothing: its intensity is then any number but zero.
    """
    told = emissions.loc[emissions["sector"] != ""].pivot_table(index="year", columns="sector", values="value")
    made = rows.loc[rows["indicator"] == "sector_output"].pivot_table(index="year", columns="sector", values="value")
    released = told.fillna(0.0).to_numpy(dtype=float)
    output = made.reindex(index=told.index, columns=told.columns).fillna(0.0).to_numpy(dtype=float)
    output = np.where((output == 0.0) & ((released != 0.0) | ~told.columns.isin(made.columns)), 1.0, output)
    intensity = np.divide(released, output, out=np.ones_like(released), where=output != 0.0)
    both = np.stack([output, intensity], axis=2)
    matrices = {int(year): both[place] for place, year in enumerate(told.index)}
    return Identity(SECTOR, tuple(map(str, told.columns)), matrices)


def _path(whole: pd.DataFrame, indicator: str) -> pd.Series:
    return whole.loc[whole["indicator"] == indicator].set_index("year")["value"]


def _rows_by_year(factors: pd.DataFrame) -> list[tuple[int, Matrix]]:
    return list(zip(factors.index.tolist(), factors.to_numpy(dtype=float), strict=True))
