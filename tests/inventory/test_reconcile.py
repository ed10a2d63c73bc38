"""Verified numbers beside those of the inventory."""

from __future__ import annotations

import pytest

from carbonpath.core.messages import text
from carbonpath.inventory.build import account_activity
from carbonpath.inventory.reconcile import LINES, Verified, check_verified, line_totals, reconcile


@pytest.fixture
def activity(row, prepare):
    """Return a firm that burns coal and buys power."""
    return prepare(
        row("F06", "kiln", "1A2f", "combusted", "bituminous", 1000, "t", sector="cement"),
        row("F06", "", "", "purchased", "electricity", 300, "MWh", "outside", sector="cement"),
        guideline="NDRC-2015-other-industry",
    )


def verified(tco2e, line="firm_report", firm="F06"):
    return Verified(firm, 2020, line, tco2e, "verified.xlsx!Sheet1!C2")


def test_the_report_is_the_sum_of_its_lines(activity):
    known = line_totals(account_activity(activity), activity)

    parts = known["F06", 2020, "combustion"] + known["F06", 2020, "electricity"]
    assert known["F06", 2020, "firm_report"] == pytest.approx(parts)
    assert known["F06", 2020, "electricity"] == pytest.approx(300 * 0.5568)


def test_a_difference_beyond_the_tolerance_is_told(activity):
    emissions = account_activity(activity)
    total = line_totals(emissions, activity)["F06", 2020, "firm_report"]

    near, far, line = reconcile(
        [verified(total * 1.009), verified(total * 1.02), verified(0.0, "flare")], emissions, activity, 0.01
    ).to_dict("records")

    assert (near["within"], far["within"], line["within"]) == ("yes", "", "yes")
    assert far["difference_pct"] == pytest.approx(100 * (1 / 1.02 - 1))
    assert far["source"] == "verified.xlsx!Sheet1!C2"


def test_what_cannot_be_compared_is_told(activity):
    numbers = [verified(1.0, firm="F99"), verified(1.0, "nonsense", firm="F99")]

    problems = check_verified(numbers, account_activity(activity))

    assert [(p.code, p.severity) for p in problems] == [
        ("CP-378", "error"),
        ("CP-378", "error"),
        ("CP-379", "error"),
        ("CP-380", "warning"),
    ]


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_line_has_a_label(line, language):
    assert text(f"inventory.line.{line}", language) != f"inventory.line.{line}"
