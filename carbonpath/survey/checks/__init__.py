"""Quality checks of an ACTIVITY table; each returns problems and never raises."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd

from carbonpath.core.problems import Problem
from carbonpath.survey.checks.capacity import check_capacity
from carbonpath.survey.checks.carbon_balance import check_carbon_balance
from carbonpath.survey.checks.completeness import check_completeness
from carbonpath.survey.checks.context import CheckContext
from carbonpath.survey.checks.duplicates import check_duplicates
from carbonpath.survey.checks.energy_balance import check_energy_balance
from carbonpath.survey.checks.gas_balance import check_gas_balance
from carbonpath.survey.checks.hidden_total import check_hidden_total
from carbonpath.survey.checks.ledger import check_ledger
from carbonpath.survey.checks.property_range import check_property_range
from carbonpath.survey.checks.sign import check_sign
from carbonpath.survey.checks.specific_use import check_specific_use
from carbonpath.survey.checks.vanished import check_vanished
from carbonpath.survey.checks.year_jump import check_year_jump

Check = Callable[[pd.DataFrame, CheckContext], list[Problem]]

CHECKS: tuple[Check, ...] = (
    check_completeness,
    check_sign,
    check_property_range,
    check_specific_use,
    check_year_jump,
    check_vanished,
    check_capacity,
    check_carbon_balance,
    check_energy_balance,
    check_gas_balance,
    check_ledger,
    check_duplicates,
    check_hidden_total,
)
"""Checks in the order in which their findings are read."""


def check_activity(
    activity: pd.DataFrame,
    *,
    templates: Mapping[str, str] | None = None,
    years: tuple[int, ...] = (),
    capacities: pd.DataFrame | None = None,
    content: pd.DataFrame | None = None,
    credit_codes: Mapping[str, str] | None = None,
    hosts: Mapping[tuple[str, str], str] | None = None,
) -> list[Problem]:
    """Return the findings of every check; most are warnings, what cannot be true is an error.

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
    content
        Table CONTENT of the same rows; None leaves out the balances of carbon, energy and gas.
    credit_codes
        Unified social credit code of each firm that gives one.
    hosts
        Facility to which a fuel burnt in another belongs, by firm and facility.
    """
    rows = activity.reset_index(drop=True)
    known = None if content is None else content.reset_index(drop=True)
    context = CheckContext(templates or {}, years, capacities, known, credit_codes or {}, hosts or {})
    return [problem for check in CHECKS for problem in check(rows, context)]
