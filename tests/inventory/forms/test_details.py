"""The numbers behind each line of a report."""

from __future__ import annotations

import math

import pytest

from carbonpath.core.schemas import MONTHLY
from carbonpath.core.tables import as_table, empty_table
from carbonpath.inventory.build import account_activity
from carbonpath.inventory.forms.details import monthly_amounts, numbers_in, origin_of, report_details
from carbonpath.inventory.report import report_lines

ORIGIN = "NCV 20.9 GJ/t (measured: F04.xlsx!D4) | CC 0.0261 tC/GJ (table A.1; seen) | OF 0.99 (table; coal | fine)"


def test_numbers_are_read_from_the_origin_of_a_factor():
    assert numbers_in(ORIGIN) == {"NCV": 20.9, "CC": 0.0261, "OF": 0.99}
    assert numbers_in("EF 0.4364 tCO2/MWh hubei 2022 (mee; seen)") == {"EF": 0.4364}
    assert numbers_in("E 1e-05 t (x)") == {"E": 1e-05}


def test_each_number_has_its_own_origin():
    assert origin_of("cc", ORIGIN) == "CC 0.0261 tC/GJ (table A.1; seen)"
    assert origin_of("ef", ORIGIN) == ORIGIN


@pytest.fixture
def activity(row, prepare):
    """Return a firm that burns coal, and buys and sells power."""
    return prepare(
        row("F06", "kiln", "1A2f", "combusted", "bituminous", 1000, "t", sector="cement"),
        row("F06", "", "", "purchased", "electricity", 300, "MWh", "outside", sector="cement"),
        row("F06", "", "", "sold", "electricity", 20, "MWh", "F07", sector="cement"),
        guideline="NDRC-2015-other-industry",
    )


def test_amount_times_numbers_is_the_emission(activity):
    details = report_details(account_activity(activity), activity)

    coal = details[details["item"] == "bituminous"].iloc[0]
    assert coal["amount"] * coal["ncv"] * coal["cc"] * coal["oxidation"] * 44 / 12 == pytest.approx(coal["tco2e"])
    power = details[details["item"] == "electricity"].iloc[0]
    assert (power["amount"], power["base"]) == (pytest.approx(280), "MWh")
    assert power["amount"] * power["ef"] == pytest.approx(power["tco2e"])


def test_the_details_add_up_to_the_lines_of_the_report(activity):
    emissions = account_activity(activity)

    lines = report_lines(emissions, activity)
    sums = report_details(emissions, activity).groupby("line")["tco2e"].agg(math.fsum)

    assert dict(sums) == pytest.approx(dict(lines.groupby("line")["tco2e"].sum()))


def test_months_are_told_in_the_unit_of_the_year(activity):
    cell = activity.rows.loc[activity.rows["item"] == "bituminous"].iloc[0].astype("str").to_dict()
    keys = {name: cell[name] for name in ("firm", "facility", "sector", "category", "activity", "item", "counterparty")}
    rows = [
        {**keys, "year": 2020, "month": m, "value": 0.01, "unit": "万t", "source": "x", "quality": "measured"}
        for m in range(1, 13)
    ]

    months = monthly_amounts(activity, as_table(rows, MONTHLY))

    assert months == {cell["source"]: [pytest.approx(100.0)] * 12}
    assert monthly_amounts(activity, empty_table(MONTHLY)) == {}
