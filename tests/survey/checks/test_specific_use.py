"""Use per unit of product."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest

from carbonpath.survey.checks.context import CheckContext
from carbonpath.survey.checks.specific_use import check_specific_use

Activity = Callable[..., pd.DataFrame]


@pytest.mark.parametrize(
    ("coke", "unit", "severities"),
    [(360.0, "kt", []), (0.036, "万t", ["error"]), (700.0, "kt", ["warning"]), (36000.0, "万t", ["error"])],
    ids=["ordinary", "a thousandth", "twice", "a slip of 万t"],
)
def test_coke_per_pig_iron(activity: Activity, coke: float, unit: str, severities: list[str]) -> None:
    rows = activity(("bf", "input", "coke", coke, unit), ("bf", "output", "pig_iron", 100.0, "万t"))
    problems = check_specific_use(rows, CheckContext())
    assert [problem.severity for problem in problems] == severities
    assert all((p.code, p.place) == ("CP-298", "表!D4") for p in problems)


def test_other_facilities_and_other_kinds_of_unit_are_not_compared(activity: Activity) -> None:
    rows = activity(
        ("bf", "output", "pig_iron", 100.0, "t"),
        ("sinter", "input", "coke", 9.0, "t"),
        ("bf", "output", "blast_furnace_gas", 495.0, "GJ"),
        ("bf", "input", "anthracite", 400.0, "GJ"),
    )
    assert check_specific_use(rows, CheckContext()) == []


def test_the_rule_for_power_units_spares_power_from_quenching(activity: Activity) -> None:
    rows = activity(
        ("oven", "combusted", "mixed_works_gas", 3.2e6, "GJ"), ("oven", "output", "electricity", 1e5, "MWh")
    )
    assert check_specific_use(rows.assign(category="1A1c"), CheckContext()) == []
    assert len(check_specific_use(rows.assign(category="1A1a"), CheckContext())) == 1
