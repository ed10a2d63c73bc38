"""The smallest system with an answer known by hand, to see whether this machine can solve at all."""

from __future__ import annotations

import pandas as pd

from carbonpath.core.tables import as_table, empty_table
from carbonpath.system.system import COMMODITIES, GROUPS, TECHNOLOGIES, System, as_parameter

YEARS = (2020, 2021)
DELIVERED = 3.0
"""Demand a year, Mt."""
COST = 100.0
"""Variable cost, million CNY per Mt."""
EMITTED = 2.0
"""Emissions, Mt CO2 per Mt."""


def trial_system() -> System:
    """Return a mill that must deliver 3 Mt of steel a year; nothing to decide, no capacity, no discounting.

    Its cost is 300 million CNY a year, its emissions are 6 Mt.
    """
    mill: dict[str, object] = {
        "technology": "F01.MILL",
        "firm": "F01",
        "library_id": "MILL",
        "sector": "steel",
        "role": "process",
    }
    mill |= {"main_output": "F01.steel", "activity_unit": "Mt", "zh": "轧机", "en": "mill"}
    steel: dict[str, object] = {
        "commodity": "F01.steel",
        "base": "steel",
        "firm": "F01",
        "kind": "material",
        "unit": "Mt",
    }
    steel |= {"balance": "equal", "tce_per_unit": 0.0, "zh": "钢材", "en": "steel"}
    flow = {"technology": "F01.MILL", "commodity": "F01.steel", "mode": "1"}
    return System(
        name="trial",
        regions=("trial",),
        years=YEARS,
        timeslices={"annual": 1.0},
        modes=("1",),
        emissions=("co2",),
        technologies=as_table([mill], TECHNOLOGIES),
        commodities=as_table([steel], COMMODITIES),
        groups=empty_table(GROUPS),
        parameters={
            "output_activity_ratio": _by_year("output_activity_ratio", 1.0, **flow),
            "variable_cost": _by_year("variable_cost", COST, technology="F01.MILL", mode="1"),
            "emission_activity_ratio": _by_year(
                "emission_activity_ratio", EMITTED, technology="F01.MILL", emission="co2", mode="1"
            ),
            "demand": _by_year("demand", DELIVERED, commodity="F01.steel"),
            "discount_rate": as_parameter(
                "discount_rate", pd.DataFrame([{"region": "trial", "value": 0.0, "source": "by hand"}])
            ),
        },
    )


def _by_year(parameter: str, value: float, **index: str) -> pd.DataFrame:
    rows = [{"region": "trial", **index, "year": year, "value": value, "source": "by hand"} for year in YEARS]
    return as_parameter(parameter, pd.DataFrame(rows))
