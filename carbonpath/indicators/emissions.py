"""Carbon dioxide by sector, by firm and in all, in two boundaries, and added up over the years.

``scope1`` is what is released in the district; ``scope1+import`` adds what net purchased power releases elsewhere.
"""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from carbonpath.indicators.rows import KEYS, as_indicator, complete, require_equal, select, stack, sum_by
from carbonpath.indicators.tables import SHARED, Specification, Tables

BOUNDARIES: Mapping[str, tuple[str, ...]] = {"scope1": ("co2",), "scope1+import": ("co2", "co2_import")}
"""Emissions of the model that each boundary counts."""

IMPORT = "power_import"
"""Sector that stands for the power stations elsewhere."""
MARKET = "market"
"""Sector of purchases, sales and exchanges between firms."""


def indicate(tables: Tables, specification: Specification) -> pd.DataFrame:
    """Return ``emissions`` in MtCO2 by sector, by firm, in all, and ``cumulative_emissions`` up to each year.

    Raises
    ------
    VerificationError
        CP-724 if the sum over technologies is not the model's total.
    """
    released = release(tables)
    _require_whole(released, tables)
    parts = [_indicate(released, boundary, tables) for boundary in BOUNDARIES]
    return stack(parts)


def release(tables: Tables) -> pd.DataFrame:
    """Return emissions of technologies with firm and sector, imported power in a sector of its own.

    Carbon that leaves a firm with gas it sells is told in the sector in which the firm emits most.
    """
    rows = select(tables, "technology_emissions")
    owners = rows["firm"].map(_main_sectors(rows))
    sector = rows["sector"].where((rows["sector"] != MARKET) | owners.isna(), owners)
    return rows.assign(sector=sector.where(rows["emission"] != "co2_import", IMPORT))


def _main_sectors(rows: pd.DataFrame) -> dict[str, str]:
    """Return the sector in which each firm emits most."""
    own = rows.loc[(rows["sector"] != MARKET) & (rows["firm"] != SHARED)]
    sums = own.groupby(["firm", "sector"])["value"].sum().reset_index().sort_values(["value", "sector"], kind="stable")
    return dict(zip(sums["firm"], sums["sector"], strict=True))


def total_emissions(tables: Tables, boundary: str) -> pd.DataFrame:
    """Return the district's emissions by scenario, region and year within `boundary`, MtCO2."""
    return complete(sum_by(_within(release(tables), boundary)), tables)


def _within(released: pd.DataFrame, boundary: str) -> pd.DataFrame:
    return released.loc[released["emission"].isin(BOUNDARIES[boundary])]


def _indicate(released: pd.DataFrame, boundary: str, tables: Tables) -> pd.DataFrame:
    counted = _within(released, boundary)
    total = complete(sum_by(counted), tables)
    running = total.assign(value=total.groupby(list(KEYS))["value"].cumsum())
    yearly = [complete(sum_by(counted, column), tables) for column in ("sector", "firm")]
    return stack(
        [
            *(as_indicator(part, "emissions", "Mt", boundary) for part in (*yearly, total)),
            as_indicator(running, "cumulative_emissions", "Mt", boundary),
        ]
    )


def _require_whole(released: pd.DataFrame, tables: Tables) -> None:
    stated = select(tables, "annual_emissions")
    for emission in sorted({*released["emission"], *stated["emission"]}):
        parts, whole = (table.loc[table["emission"] == emission] for table in (released, stated))
        require_equal(sum_by(parts), sum_by(whole), "CP-724")
