"""Holding the base year at what the firms reported, and residual emissions at their level."""

from __future__ import annotations

import pandas as pd

from carbonpath.system.calibration import Calibration, residual_name
from carbonpath.system.parameter_table import every_year, parameter_table
from carbonpath.system.specification import SystemSpecification
from carbonpath.system.system import System, as_parameter


def with_base_year(system: System, calibration: Calibration, specification: SystemSpecification) -> System:
    """Return the system whose base-year activity is the surveyed one, within the tolerance of the calibration.

    Residual emissions are a technology of activity one in every year. What is held replaces a limit of limits.csv on
    the same technology and year.
    """
    held = _surveyed(calibration, specification)
    standing = _residual(calibration, specification)
    if held.empty and standing.empty:
        return system
    tables = {}
    for name, slack in (("min_activity", -calibration.tolerance), ("max_activity", calibration.tolerance)):
        own = pd.concat([held.assign(value=held["value"] * (1 + slack)), standing], ignore_index=True)
        both = pd.concat([parameter_table(name, own, specification), system.parameter(name)], ignore_index=True)
        tables[name] = as_parameter(name, both.drop_duplicates(["region", "technology", "year"]))
    return system.with_parameters(tables)


def _surveyed(calibration: Calibration, specification: SystemSpecification) -> pd.DataFrame:
    activity = calibration.base_activity
    return pd.DataFrame(
        {
            "technology": list(activity),
            "value": [float(value) for value in activity.values()],
            "year": specification.first_year,
            "source": "survey of the base year",
        }
    )


def _residual(calibration: Calibration, specification: SystemSpecification) -> pd.DataFrame:
    names = [residual_name(firm) for firm, _ in calibration.residuals]
    return every_year(pd.DataFrame({"technology": names, "value": 1.0, "source": "held constant"}), specification)
