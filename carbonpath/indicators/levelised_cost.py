r"""Levelised cost: what a unit of the main output costs over the life of a technology in the plan.

.. math::
    \ell_t = \frac{\sum_y \delta^{start}_y I_{ty} - \delta^{end} S_{ty}
      + \delta^{middle}_y \big(F_{ty} + V_{ty} + E_{ty} + \sum_c \lambda_{cy} (u_{tcy} - p_{tcy})\big)}
      {\sum_y \delta^{middle}_y A_{ty}}

with investment, salvage, fixed, variable and carbon cost, inputs less by-products at the prices of the plan, and
activity. Of a technology that the plan builds as it likes, it equals the price of what it makes: nobody earns more than
the cost of money.
"""

from __future__ import annotations

import pandas as pd

COSTS = ("fixed_operating_cost", "variable_operating_cost", "emission_cost")
"""Quantities of RESULT paid in the middle of a year."""


def levelised_costs(result: pd.DataFrame, duals: pd.DataFrame, outputs: pd.Series, discount_rate: float) -> pd.Series:
    """Return million CNY per unit of activity by technology, of those that the plan builds and runs.

    Parameters
    ----------
    result, duals
        RESULT and shadow prices of one scenario.
    outputs
        Main output by technology.
    discount_rate
        Share a year.
    """
    first, last = int(result["year"].min()), int(result["year"].max())
    rows = result.loc[result["technology"] != ""]
    start = (1.0 + discount_rate) ** -(rows["year"] - first)
    middle = (1.0 + discount_rate) ** -(rows["year"] - first + 0.5)
    end = (1.0 + discount_rate) ** -(last - first + 1)
    amount = rows["value"]
    paid = amount * start.where(rows["quantity"] == "capital_investment", 0.0)
    paid = paid - amount * end * (rows["quantity"] == "salvage_value")
    paid = paid + amount * middle * rows["quantity"].isin(COSTS)
    paid = paid + _traded(rows, duals, outputs) * middle
    costs = paid.groupby(rows["technology"]).sum()
    made = (amount * middle).loc[rows["quantity"] == "annual_activity"].groupby(rows["technology"]).sum()
    built = rows.loc[(rows["quantity"] == "capital_investment") & (amount > 0.0), "technology"].unique()
    return (costs / made).reindex(sorted(built)).dropna()


def _traded(rows: pd.DataFrame, duals: pd.DataFrame, outputs: pd.Series) -> pd.Series:
    """Return what inputs cost and by-products earn; the main output is what is asked about."""
    prices = duals.loc[duals["quantity"] == "commodity_price"].groupby(["commodity", "year"])["value"].mean()
    keys = pd.MultiIndex.from_frame(rows[["commodity", "year"]])
    price = pd.Series(prices.reindex(keys).fillna(0.0).to_numpy(), index=rows.index)
    own = rows["commodity"] == rows["technology"].map(outputs)
    used = (rows["quantity"] == "use").astype(float) - ((rows["quantity"] == "production") & ~own).astype(float)
    return rows["value"] * price * used
