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
    lines = ["territorial", "other_gases", "vehicles", "enterprise_balance", "prescribed_defaults", "firm_report"]
    assert list(ours.index) == lines
    assert ours["prescribed_defaults"] == 0
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


def _lines(activity):
    return report_bridge(account_activity(activity), activity).set_index("line")["tco2e"]


def test_the_report_of_steelworks_takes_the_carbon_of_the_table(row, prepare):
    """Clause 6.2.3: 100 t x 29 GJ/t x (0.02749 - 0.0263) x 44/12 more than what was measured."""
    lines = _lines(
        prepare(
            row("F01", "", "", "purchased", "anthracite", 100, "t", "outside"),
            row("F01", "furnace", "2C1", "input", "anthracite", 100, "t"),
            row("F01", "", "", "net_calorific_value", "anthracite", 29, "GJ/t"),
            row("F01", "", "", "carbon_content", "anthracite", 0.0263, "tC/GJ"),
        )
    )

    assert lines["prescribed_defaults"] == pytest.approx(100 * 29 * (0.02749 - 0.0263) * 44 / 12)
    assert lines["firm_report"] == pytest.approx(100 * 29 * 0.02749 * 44 / 12)


@pytest.mark.parametrize(
    ("guideline", "counted"), [("CETS-AG-01.01-2022", False), ("NDRC-2013-power", True)], ids=["market", "NDRC"]
)
def test_desulphurisation_is_in_the_report_where_the_guideline_counts_it(row, prepare, guideline, counted):
    rows = (
        row("F04", "unit", "1A1a", "combusted", "bituminous", 1000, "t"),
        row("F04", "unit", "1A1a", "input", "carbonate_caco3", 10, "t"),
    )
    lines = _lines(prepare(*rows, guideline=guideline))
    agent = lines["territorial"] - _lines(prepare(rows[0], guideline=guideline))["territorial"]

    assert lines.get("desulphurisation", 0.0) == pytest.approx(0.0 if counted else -agent)
    assert agent == pytest.approx(10 * 0.9 * 0.44, rel=1e-3)


def test_carbon_dioxide_handed_over_is_deducted_from_the_report_only(row, prepare):
    lines = _lines(
        prepare(
            row("F04", "boiler", "1A1a", "combusted", "bituminous", 1000, "t"),
            row("F04", "boiler", "1A1a", "output", "carbon_dioxide", 500, "t"),
            row("F04", "", "", "sold", "carbon_dioxide", 500, "t", "outside"),
            guideline="NDRC-2015-other-industry",
        )
    )

    assert lines["recovered_co2"] == pytest.approx(-500)
    assert lines["firm_report"] == pytest.approx(lines["territorial"] + lines["other_gases"] - 500)
