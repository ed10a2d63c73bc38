"""Gross domestic product of the district: what targets per unit of product are measured against."""

from __future__ import annotations

import pandas as pd

from carbonpath.core.horizon import interpolate
from carbonpath.system.district_tables import DistrictTables
from carbonpath.system.parameter_table import parameter_table
from carbonpath.system.specification import SystemSpecification

ITEM = "gdp_index"
"""Item of context.csv."""


def gross_product(tables: DistrictTables, specification: SystemSpecification) -> pd.DataFrame:
    """Return ``gross_product`` of the demand variant; no rows where context.csv does not tell it."""
    context = tables["context"]
    rows = context[(context["item"] == ITEM) & (context["variant"] == specification.demand_variant)]
    points = dict(zip(rows["year"], rows["value"], strict=True))
    path = interpolate(points, specification.years) if points else {}
    table = pd.DataFrame({"year": list(path), "value": list(path.values()), "source": f"context.csv: {ITEM}"})
    return parameter_table("gross_product", table, specification)
