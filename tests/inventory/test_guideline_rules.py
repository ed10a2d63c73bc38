"""Measured properties that a guideline does not accept."""

from __future__ import annotations

import pytest

from carbonpath.inventory.build import account_activity
from carbonpath.inventory.checks import check_accounts
from carbonpath.inventory.reported import as_reported


@pytest.fixture
def rows(row):
    """Return a furnace with coke and coal whose heat and carbon were measured."""
    return (
        row("F01", "furnace", "2C1", "input", "coke", 1000, "t"),
        row("F01", "furnace", "2C1", "input", "anthracite", 100, "t"),
        row("F01", "", "", "net_calorific_value", "coke", 30.0, "GJ/t"),
        row("F01", "", "", "net_calorific_value", "anthracite", 29.0, "GJ/t"),
        row("F01", "", "", "carbon_content", "anthracite", 0.0263, "tC/GJ"),
    )


def _carbon(activity):
    return dict(zip(activity.rows["item"], activity.carbon.value, strict=True))


def test_coke_keeps_the_heating_value_of_the_table(rows, prepare):
    """CETS-AG-03.01-V01-2024 clause 6.2.2.2: 28.435 GJ/t x 0.02942, whatever was measured."""
    assert _carbon(prepare(*rows))["coke"] == pytest.approx(28.435 * 0.02942)
    assert _carbon(prepare(*rows, guideline="NDRC-2013-steel"))["coke"] == pytest.approx(30.0 * 0.0295, rel=5e-3)


def test_the_value_that_does_not_count_is_told(rows, prepare):
    activity = prepare(*rows)

    found = [problem for problem in check_accounts(account_activity(activity), activity) if problem.code == "CP-365"]

    assert [(problem.value, problem.severity) for problem in found] == [("30.0", "warning")]
    assert "CETS-AG-03.01" in found[0].told("en")["message"]


def test_carbon_per_energy_counts_in_the_account_and_not_in_the_report(rows, prepare):
    """Clause 6.2.3: carbon of Table A.1 (0.02749 tC/GJ of anthracite), with the measured heating value."""
    activity = prepare(*rows)

    assert _carbon(activity)["anthracite"] == pytest.approx(29.0 * 0.0263)
    assert _carbon(as_reported(activity))["anthracite"] == pytest.approx(29.0 * 0.02749)


def test_other_guidelines_accept_what_was_measured(rows, prepare):
    activity = prepare(*rows, guideline="NDRC-2013-steel")

    assert _carbon(as_reported(activity)) == _carbon(activity)
