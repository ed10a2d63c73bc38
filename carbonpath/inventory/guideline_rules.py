"""Which measured properties a guideline does not accept: it prescribes its own default whatever was measured.

Some rules hold wherever the firm is accounted (coke keeps the heating value of the table, CETS-AG-03.01 clause
6.2.2.2); others hold for the firm's report alone (carbon per energy is that of the table, clause 6.2.3), while the
territorial account keeps what was measured.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
import pandas as pd

from carbonpath.core.problems import Problem
from carbonpath.inventory.keys import Mask
from carbonpath.reference.factors import Factors

ACCOUNT = ("account",)
"""Rules that hold in the territorial account."""
REPORT = ("account", "report")
"""Rules that hold in the firm's report."""


def refused(
    properties: pd.DataFrame, guideline_by_firm: Mapping[str, str], factors: Factors, views: Iterable[str]
) -> Mask:
    """Tell which measured properties the guideline of their firm does not accept.

    Parameters
    ----------
    properties
        Measured properties as `Activity.properties` has them.
    guideline_by_firm
        Guideline id of each firm.
    factors
        Reference tables.
    views
        Views whose rules hold.
    """
    rules = factors.guideline_rules[factors.guideline_rules["view"].isin(tuple(views))]
    guideline = properties["firm"].astype("str").map(dict(guideline_by_firm))
    found = np.zeros(len(properties), dtype=bool)
    for rule in rules.to_dict("records"):
        same = (guideline == rule["guideline"]) & (properties["property"].astype("str") == rule["property"])
        if rule["item"]:
            same &= properties["item"].astype("str") == rule["item"]
        found |= same.to_numpy()
    return found


def check_refused(properties: pd.DataFrame, guideline_by_firm: Mapping[str, str], factors: Factors) -> list[Problem]:
    """Return the measured properties that do not count anywhere (CP-365, warning)."""
    chosen = properties[refused(properties, guideline_by_firm, factors, ACCOUNT)]
    problems: list[Problem] = []
    for row in chosen.to_dict("records"):
        firm = str(row["firm"])
        details = {"firm": firm, "item": str(row["item"]), "property": str(row["property"])}
        details |= {"guideline": guideline_by_firm[firm], "unit": str(row["unit"])}
        problems.append(
            Problem("CP-365", place=str(row["source"]), value=repr(row["value"]), details=details, severity="warning")
        )
    return problems
