"""What the indicators read: the answer of the model and the entities that its names stand for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

import pandas as pd

from carbonpath.core.errors import VerificationError
from carbonpath.core.problems import Problem
from carbonpath.core.schemas import Column, Schema
from carbonpath.core.tables import empty_table
from carbonpath.indicators.carbon_market import CarbonMarket

LIMITS = Schema(
    "LIMITS",
    (
        Column("scenario", "str", "name of the scenario"),
        Column("parameter", "str", "max_group_activity, min_group_share and their like"),
        Column("region", "str", "region of the system"),
        Column("group", "str", "group that is limited, e.g. coal_use"),
        Column("reference_group", "str", "group in the denominator of a share; blank: none"),
        Column("year", "int", "calendar year"),
        Column("value", "float", "limit, in the unit of the group or as a share"),
    ),
)
"""Limits on groups that stand beside an indicator: the coal cap, the rule of clean transport."""

GDP = Schema(
    "GDP",
    (
        Column("region", "str", "region of the system"),
        Column("year", "int", "calendar year"),
        Column("value", "float", "gross domestic product in constant prices, any base"),
    ),
)
"""Gross domestic product, for intensities."""

POPULATION = Schema(
    "POPULATION",
    (
        Column("region", "str", "region of the system"),
        Column("year", "int", "calendar year"),
        Column("value", "float", "thousand persons"),
    ),
)
"""Population, for the Kaya identity."""


QUANTITIES = (
    "activity",
    "production",
    "use",
    "technology_emissions",
    "annual_emissions",
    "capital_investment",
    "storage_investment",
    "fixed_operating_cost",
    "variable_operating_cost",
    "emission_cost",
    "total_discounted_cost",
    "total_capacity",
    "new_capacity",
)
"""Quantities of RESULT that indicators read."""

SHARED = "shared"
"""Stands for the firm where a technology belongs to nobody: blank means the whole district."""

_OF_TECHNOLOGY = ["technology", "firm", "sector", "library_id", "role", "main_output"]
_OF_COMMODITY = ["commodity", "base", "kind", "fuel", "tce_per_unit"]


@dataclass(frozen=True)
class Tables:
    """Results of one or several scenarios with the entities they name; joined once, for all indicators."""

    result: pd.DataFrame
    """Table RESULT."""
    technologies: pd.DataFrame
    """Table TECHNOLOGIES of the system."""
    commodities: pd.DataFrame
    """Table COMMODITIES of the system."""
    groups: pd.DataFrame
    """Table GROUPS of the system."""
    limits: pd.DataFrame = field(default_factory=lambda: empty_table(LIMITS))
    """Table LIMITS; without rows where nothing is limited."""
    gdp: pd.DataFrame = field(default_factory=lambda: empty_table(GDP))
    """Table GDP; without rows where it is unknown."""
    population: pd.DataFrame = field(default_factory=lambda: empty_table(POPULATION))
    """Table POPULATION; without rows where it is unknown."""
    carbon_market: CarbonMarket | None = None
    """Participants and rules of carbon markets; None: the district says nothing of them."""

    @cached_property
    def joined(self) -> Mapping[str, pd.DataFrame]:
        """Rows of RESULT by quantity, with what their technology and commodity stand for.

        Raises
        ------
        VerificationError
            CP-722 and CP-723 with every technology and commodity that the system lacks.
        """
        rows = self.result.loc[self.result["quantity"].isin(QUANTITIES)]
        rows = _with_entities(rows, self.technologies[_OF_TECHNOLOGY], "technology", "CP-722")
        rows = _with_entities(rows, self.commodities[_OF_COMMODITY], "commodity", "CP-723")
        rows["firm"] = rows["firm"].where(rows["firm"] != "", SHARED)
        rows["tce_per_unit"] = rows["tce_per_unit"].astype(float).fillna(0.0)
        return {str(quantity): part for quantity, part in rows.groupby("quantity", sort=False)}

    @cached_property
    def years(self) -> pd.DataFrame:
        """Years of each scenario, as columns ``scenario`` and ``year``."""
        activity = self.result.loc[self.result["quantity"] == "activity", ["scenario", "year"]]
        return activity.drop_duplicates().sort_values(["scenario", "year"], kind="stable")


@dataclass(frozen=True, slots=True)
class Specification:
    """Choices that indicators leave open."""

    peak_tolerance: float = 1e-4
    """Relative distance from the maximum within which the first year counts as the peak year: the accuracy that a
    least-cost solution deserves, so that a tie of two years is not decided by rounding."""
    plateau_width: float = 0.01
    """Relative distance from the maximum within which years count as the plateau around the peak."""


def _with_entities(rows: pd.DataFrame, entities: pd.DataFrame, key: str, code: str) -> pd.DataFrame:
    """Return `rows` with the columns of `entities`; blank where the key is blank."""
    unknown = sorted(set(rows[key].unique()) - set(entities[key]) - {""})
    if unknown:
        raise VerificationError(*(Problem(code, value=name) for name in unknown))
    joined = rows.merge(entities, on=key, how="left", validate="m:1")
    texts = [name for name in entities.columns if name not in (key, "tce_per_unit")]
    joined[texts] = joined[texts].fillna("")
    return joined
