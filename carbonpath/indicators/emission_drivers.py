"""What drives emissions since the first year, by the Kaya identity and by output and intensity of each sector.

Contributions are found year by year and added up, so that the difference between two years is the contribution of the
period between them (see `carbonpath.indicators.lmdi`).
"""

from __future__ import annotations

from itertools import pairwise

import pandas as pd

from carbonpath.core.schemas import INDICATOR
from carbonpath.core.tables import as_table
from carbonpath.indicators import drivers, emissions, energy_mix, sector_output
from carbonpath.indicators.decomposition import decompose_period
from carbonpath.indicators.emissions import BOUNDARIES
from carbonpath.indicators.identity import By, read_identity
from carbonpath.indicators.rows import KEYS, stack
from carbonpath.indicators.tables import Specification, Tables


def indicate(tables: Tables, specification: Specification) -> pd.DataFrame:
    """Return ``emission_driver`` in Mt since the first year: by factor of the district, by sector and factor."""
    if tables.gdp.empty or tables.population.empty:
        return stack([])
    sources = stack(
        [module.indicate(tables, specification) for module in (drivers, emissions, energy_mix, sector_output)]
    )
    return stack(
        [
            _cumulated(rows, by, boundary)
            for _, rows in sources.groupby(list(KEYS), sort=False)
            for boundary in BOUNDARIES
            for by in ("kaya", "sector")
        ]
    )


def _cumulated(rows: pd.DataFrame, by: By, boundary: str) -> pd.DataFrame:
    identity = read_identity(rows, by, boundary)
    steps = [decompose_period(identity, first, last).assign(year=last) for first, last in pairwise(identity.years)]
    if not steps:
        return stack([])
    table = pd.concat(steps, ignore_index=True)
    table["value"] = table.groupby(["sector", "factor"], sort=False)["contribution"].cumsum()
    where = {key: str(rows[key].iloc[0]) for key in KEYS}
    told = table.rename(columns={"factor": "item"})
    return as_table(told.assign(indicator="emission_driver", firm="", unit="Mt", boundary=boundary, **where), INDICATOR)
