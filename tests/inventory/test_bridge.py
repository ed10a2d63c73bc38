"""From the territorial view to what each firm reports."""

from __future__ import annotations

import pytest

from carbonpath.inventory.bridge import report_bridge
from carbonpath.inventory.build import account_activity
from carbonpath.inventory.enterprise import enterprise_account


def test_the_bridge_leads_from_the_territory_to_the_report(row, prepare):
    """Coal bought and burnt, vehicles outside: the lines add up to the enterprise equation."""
    activity = prepare(
        row("F01", "", "", "purchased", "bituminous", 110, "t", "outside"),
        row("F01", "boiler", "1A1a", "combusted", "bituminous", 100, "t"),
        row("F01", "", "", "purchased", "diesel", 5, "t", "outside"),
        row("F01", "vehicles", "1A3e", "combusted", "diesel", 5, "t"),
    )

    bridge = report_bridge(account_activity(activity), activity)

    ours = bridge.set_index("line")["tco2e"]
    account = enterprise_account(activity, ("F01",))
    assert list(ours.index) == ["territorial", "other_gases", "vehicles", "enterprise_balance", "firm_report"]
    assert ours["vehicles"] == pytest.approx(-5 * 42.652 * 0.0202 * 44 / 12)
    assert ours["enterprise_balance"] == pytest.approx(10 * 23.736 * 0.02618 * 44 / 12)
    assert ours["firm_report"] == pytest.approx(float(account["tco2"].sum()), rel=1e-12)
    assert ours.drop("firm_report").sum() == pytest.approx(ours["firm_report"], rel=1e-12)


def test_power_bought_is_in_the_report_where_the_guideline_counts_it(row, prepare):
    """NDRC counts 100 MWh x 0.5366 (national 2022); CETS for steel does not."""
    power = row("F01", "", "", "purchased", "electricity", 100, "MWh", "outside", year=2022)

    def report(guideline):
        activity = prepare(power, guideline=guideline)
        bridge = report_bridge(account_activity(activity), activity).set_index("line")["tco2e"]
        return float(bridge.get("firm_report", 0.0))

    assert report("NDRC-2013-chemical") == pytest.approx(53.66)
    assert report("CETS-AG-03.01-V01-2024") == 0
