"""All indicators of the scenarios in a result."""

from __future__ import annotations

import pandas as pd

from carbonpath.core.schemas import INDICATOR
from carbonpath.core.tables import as_table
from carbonpath.indicators import INDICATORS
from carbonpath.indicators.rows import stack
from carbonpath.indicators.tables import Specification, Tables


def build_indicators(tables: Tables, specification: Specification) -> pd.DataFrame:
    """Return the INDICATOR table of every scenario in the result.

    Parameters
    ----------
    tables
        Table RESULT and the tables of the system that it answers.
    specification
        Tolerances.

    Returns
    -------
    pandas.DataFrame
        Table INDICATOR, one row an index; scenarios in the order of the result, indicators in that of `INDICATORS`,
        the rest sorted.

    Raises
    ------
    VerificationError
        If the result names what the system lacks (CP-722, CP-723), or a sum does not close (CP-724, CP-725).
    """
    table = as_table(stack([module.indicate(tables, specification) for module in INDICATORS]), INDICATOR)
    ranked = table.assign(
        scenario_rank=table["scenario"].map(_ranks(tables.result["scenario"])),
        indicator_rank=table["indicator"].map(_ranks(table["indicator"])),
    )
    keys = ["scenario_rank", "indicator_rank", "region", "boundary", "firm", "sector", "item", "year"]
    return ranked.sort_values(keys, kind="stable")[INDICATOR.names].reset_index(drop=True)


def _ranks(names: pd.Series) -> dict[str, int]:
    return {name: rank for rank, name in enumerate(names.unique())}
