"""What every technology of the district takes and gives: processes, purchases, sales and exchanges between firms."""

from __future__ import annotations

import pandas as pd

from carbonpath.system.district import District
from carbonpath.system.parameter_table import MODE, every_year, parameter_table
from carbonpath.system.specification import SystemSpecification

_COLUMNS = ["technology", "commodity", "role", "ratio"]


def exchange_table(district: District) -> pd.DataFrame:
    """Return the exchanges between firms.

    Returns
    -------
    pd.DataFrame
        Columns technology (``F01.F09.coke_oven_gas``: from, to, what), from_firm, to_firm, base, input, output (the
        commodity at either end), carbon_moves.
    """
    table = district.tables["exchanges"].rename(columns={"commodity": "base"})
    table["technology"] = table["from_firm"] + "." + table["to_firm"] + "." + table["base"]
    table["input"] = table["from_firm"] + "." + table["base"]
    table["output"] = table["to_firm"] + "." + table["base"]
    return table


def flow_ratios(
    district: District, market: pd.DataFrame, exchanges: pd.DataFrame, specification: SystemSpecification
) -> dict[str, pd.DataFrame]:
    """Return ``input_activity_ratio`` and ``output_activity_ratio`` of every technology.

    A purchase makes one unit of its commodity, a sale takes one, an exchange takes one unit at one firm and makes one
    at the other.
    """
    flows = pd.concat([district.flows[_COLUMNS], _traded(market), *_exchanged(exchanges)], ignore_index=True)
    rows = flows.rename(columns={"ratio": "value"}).assign(mode=MODE, source="technology_flows.csv")
    return {
        name: parameter_table(name, every_year(rows[rows["role"] == role], specification), specification)
        for name, role in (("input_activity_ratio", "input"), ("output_activity_ratio", "output"))
    }


def _traded(market: pd.DataFrame) -> pd.DataFrame:
    trades = market.drop_duplicates("technology").assign(ratio=1.0)
    trades["role"] = trades["role"].map({"purchase": "output", "sale": "input"})
    return trades[_COLUMNS]


def _exchanged(exchanges: pd.DataFrame) -> list[pd.DataFrame]:
    return [exchanges.assign(role=role, commodity=exchanges[role], ratio=1.0)[_COLUMNS] for role in ("input", "output")]
