"""Quality checks of an ACTIVITY table; each returns problems and never raises."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd

from carbonpath.core.problems import Problem
from carbonpath.survey.checks.capacity import check_capacity
from carbonpath.survey.checks.completeness import check_completeness
from carbonpath.survey.checks.context import CheckContext
from carbonpath.survey.checks.ledger import check_ledger
from carbonpath.survey.checks.property_range import check_property_range
from carbonpath.survey.checks.sign import check_sign
from carbonpath.survey.checks.specific_use import check_specific_use
from carbonpath.survey.checks.year_jump import check_year_jump

Check = Callable[[pd.DataFrame, CheckContext], list[Problem]]

CHECKS: tuple[Check, ...] = (
    check_completeness,
    check_sign,
    check_property_range,
    check_specific_use,
    check_year_jump,
    check_ledger,
    check_capacity,
)
"""Checks in the order in which their findings are read."""


def check_activity(
    activity: pd.DataFrame,
    *,
    templates: Mapping[str, str] | None = None,
    years: tuple[int, ...] = (),
    capacities: pd.DataFrame | None = None,
) -> list[Problem]:
    """Return the findings of every check; most are warnings, slips of unit and negative amounts are errors.

    Parameters
    ----------
    activity
        ACTIVITY rows of any number of firms and years.
    templates
        Template of each firm (`ImportedSurvey.facts.template`); decides which rows it must have.
    years
        Years that each firm must report; none: those of the table.
    capacities
        Columns firm, item, capacity, unit (e.g. Mt/y, MW), and facility and year where they matter; a blank facility
        means all facilities of the firm together.
    """
    context = CheckContext(templates or {}, years, capacities)
    return [problem for check in CHECKS for problem in check(activity, context)]
