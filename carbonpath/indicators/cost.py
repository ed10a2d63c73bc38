"""Cost of a path: discounted in all, by kind and year, and investment by sector; million CNY of 2020."""

from __future__ import annotations

import pandas as pd

from carbonpath.indicators.rows import as_indicator, complete, select, stack, sum_by
from carbonpath.indicators.tables import Specification, Tables

KINDS = {
    "capital_investment": "investment",
    "storage_investment": "investment",
    "fixed_operating_cost": "fixed",
    "variable_operating_cost": "variable",
    "emission_cost": "carbon",
}
"""Item of each cost quantity of the model."""

UNIT = "million CNY"


def indicate(tables: Tables, specification: Specification) -> pd.DataFrame:
    """Return ``total_cost`` (discounted), ``annual_cost`` by kind and in all, ``investment`` by sector and in all."""
    total = select(tables, "total_discounted_cost")
    spent = [select(tables, quantity).assign(item=item) for quantity, item in KINDS.items()]
    costs = pd.concat(spent, ignore_index=True)
    built = costs.loc[costs["item"] == "investment"]
    yearly = (sum_by(costs, "item"), sum_by(costs))
    investment = (sum_by(built, "sector"), sum_by(built))
    return stack(
        [
            as_indicator(sum_by(total), "total_cost", UNIT, "discounted"),
            *(as_indicator(complete(part, tables), "annual_cost", UNIT) for part in yearly),
            *(as_indicator(complete(part, tables), "investment", UNIT) for part in investment),
        ]
    )
