"""Reports of firms by the lines of their forms."""

from __future__ import annotations

import pytest

from carbonpath.inventory.bridge import report_bridge
from carbonpath.inventory.build import account_activity
from carbonpath.inventory.report import line_of, report_lines


@pytest.fixture
def district(row, prepare):
    """Return a steelworks, a refinery and a power plant with every line of their reports."""
    return prepare(
        row("F01", "", "", "purchased", "washed_coal", 1000, "t", "outside"),
        row("F01", "oven", "1A1c", "input", "washed_coal", 1000, "t"),
        row("F01", "sinter", "2C1", "input", "limestone", 50, "t"),
        row("F01", "converter", "2C1", "input", "electrode", 1, "t"),
        row("F01", "", "", "purchased", "scrap_steel", 100, "t", "outside"),
        row("F01", "converter", "2C1", "input", "scrap_steel", 100, "t"),
        row("F01", "converter", "2C1", "output", "crude_steel", 500, "t"),
        row("F01", "lorry", "1A3e", "combusted", "diesel", 3, "t"),
        row("F02", "heater", "1A1b", "combusted", "fuel_oil", 100, "t"),
        row("F02", "lorry", "1A3e", "combusted", "diesel", 3, "t"),
        row("F02", "fcc", "1A1b", "input", "fcc_coke", 20, "t"),
        row("F02", "flare", "1B2", "flared", "refinery_dry_gas", 2, "t"),
        row("F02", "", "", "purchased", "electricity", 100, "MWh", "outside"),
        row("F02", "", "", "purchased", "heat_steam", 50, "GJ", "outside"),
        row("F02", "heater", "1A1b", "output", "carbon_dioxide", 9, "t"),
        row("F02", "", "", "sold", "carbon_dioxide", 9, "t", "outside"),
        row("F04", "unit", "1A1a", "combusted", "bituminous", 400, "t"),
        row("F04", "unit", "1A1a", "input", "carbonate_caco3", 10, "t"),
        guideline="",
        guidelines={
            "F01": "CETS-AG-03.01-V01-2024", "F02": "NDRC-2014-petrochemical", "F04": "CETS-AG-01.01-2022"
        },
    )  # fmt: skip


def test_the_lines_add_up_to_the_report_of_the_bridge(district):
    emissions = account_activity(district)

    lines = report_lines(emissions, district).groupby("firm")["tco2e"].sum()
    bridge = report_bridge(emissions, district)
    reports = bridge[bridge["line"] == "firm_report"].set_index("firm")["tco2e"]
    assert dict(lines) == pytest.approx(dict(reports), rel=1e-12)


def test_each_firm_has_the_lines_of_its_form_in_their_order(district):
    lines = report_lines(account_activity(district), district)

    by_firm = lines.groupby("firm", sort=True)["line"].agg(lambda found: list(dict.fromkeys(found)))
    assert by_firm["F01"] == ["fuel", "carbonate", "electrode", "material", "product"]
    assert by_firm["F02"] == ["combustion", "process", "flare", "recovered_co2", "electricity", "heat"]
    assert by_firm["F04"] == ["combustion"]


def test_vehicles_count_where_the_guideline_counts_them(district):
    lines = report_lines(account_activity(district), district)

    burnt = lines[lines["line"] == "combustion"]
    assert set(burnt.loc[burnt["firm"] == "F02", "item"]) == {"fuel_oil", "diesel"}
    assert lines.loc[lines["line"] == "recovered_co2", "tco2e"].sum() == pytest.approx(-9)


@pytest.mark.parametrize(
    ("method", "item", "line"),
    [
        ("stationary_combustion", "coke", "combustion"),
        ("flaring", "flare_gas", "flare"),
        ("purchased_energy", "electricity", "electricity"),
        ("purchased_energy", "heat_steam", "heat"),
        ("cement", "clinker", "process"),
    ],
)
def test_line_of_a_method(method, item, line):
    assert line_of(method, item) == line
