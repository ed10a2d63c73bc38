"""Outcomes told from the whole table INDICATOR."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

import pandas as pd

from carbonpath.core.tables import as_table, empty_table
from carbonpath.indicators.build import build_indicators
from carbonpath.indicators.tables import GDP, LIMITS, Specification, Tables
from carbonpath.study.outcome import Reading
from carbonpath.system.system import System

GROUP_LIMITS = ("max_group_activity", "min_group_activity", "max_group_share", "min_group_share")
"""Parameters that stand beside an indicator as its limit."""


class IndicatorReader:
    """Builds the table once, when the first outcome asks for it."""

    def __init__(self, system: System, result: Callable[[], pd.DataFrame], gdp: pd.DataFrame | None = None) -> None:
        """Keep what is needed.

        Parameters
        ----------
        system
            System that was solved.
        result
            Makes the table RESULT.
        gdp
            Table GDP, for intensities; None if it is not known.
        """
        self._system, self._result = system, result
        self._gdp = empty_table(GDP) if gdp is None else gdp

    @cached_property
    def table(self) -> pd.DataFrame:
        """The table INDICATOR."""
        result, system = self._result(), self._system
        scenario = str(result["scenario"].iloc[0]) if len(result) else ""
        limits = [
            system.parameter(name).assign(parameter=name, scenario=scenario)
            for name in GROUP_LIMITS
            if not system.parameter(name).empty
        ]
        limited = as_table(pd.concat(limits), LIMITS) if limits else empty_table(LIMITS)
        tables = Tables(result, system.technologies, system.commodities, system.groups, limited, self._gdp)
        return build_indicators(tables, Specification())

    def read(self, reading: Reading) -> list[float]:
        """Return the value of each year of a reading; not a number where the table has none."""
        block = reading.block
        if block is None:
            return []
        rows = self.table
        rows = rows[(rows["indicator"] == block.indicator) & (rows["firm"] == block.firm)]
        rows = rows[(rows["sector"] == block.sector) & (rows["item"] == block.item)]
        if block.boundary:
            rows = rows[rows["boundary"] == block.boundary]
        if block.region:
            rows = rows[rows["region"] == block.region]
        if block.year is None:
            return [float(rows.sort_values("year", kind="stable")["value"].iloc[-1]) if len(rows) else float("nan")]
        by_year = rows.groupby("year")["value"].first()
        return [float(by_year.get(year, float("nan"))) for year in reading.years]
