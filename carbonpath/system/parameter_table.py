"""Rows of one region made into PARAMETER tables."""

from __future__ import annotations

import pandas as pd

from carbonpath.system.specification import SystemSpecification
from carbonpath.system.system import as_parameter

MODE = "1"
"""The one mode of operation of a district's technologies."""


def parameter_table(name: str, rows: pd.DataFrame, specification: SystemSpecification) -> pd.DataFrame:
    """Return rows without region as the PARAMETER table of `name`."""
    return as_parameter(name, rows.assign(region=specification.region))


def every_year(rows: pd.DataFrame, specification: SystemSpecification) -> pd.DataFrame:
    """Return each row once for every model year."""
    return rows.merge(pd.DataFrame({"year": specification.years}), how="cross")
