"""Forms of a small steelworks."""

from __future__ import annotations

import math

import pytest

from carbonpath.core.sheets import Figure
from carbonpath.inventory.build import account_activity
from carbonpath.inventory.forms.details import report_details
from carbonpath.inventory.forms.steel import steel_forms
from carbonpath.inventory.forms.words import FirmFacts, FormInput


@pytest.fixture
def given(row, prepare):
    """Return a works that buys coal by month, sells some, burns the rest and makes steel."""
    activity = prepare(
        row("F01", "", "", "purchased", "bituminous", 1200, "t", "outside", source="bought"),
        row("F01", "", "", "sold", "bituminous", 200, "t", "outside", source="sold"),
        row("F01", "furnace", "1A2a", "combusted", "bituminous", 1000, "t", source="burnt"),
        row("F01", "converter", "2C1", "output", "crude_steel", 500, "t", source="steel"),
    )
    emissions = account_activity(activity)
    months = {"bought": [100.0] * 12, "sold": [200.0] + [0.0] * 11}
    facts = FirmFacts("F01", "Works")
    return FormInput(facts, 2020, "en", activity, emissions, report_details(emissions, activity), months)


def cells(sheet, name, parameter):
    row = next(row for row in sheet.rows if row[0] == name and row[1] == parameter)
    return [cell.value for cell in row if isinstance(cell, Figure)]


def test_months_are_net_like_the_year(given):
    *months, year = cells(steel_forms(given)[2], "net purchased fuel: bituminous coal", "net consumption")

    assert year == 1000
    assert months == [-100.0] + [100.0] * 11
    assert math.fsum(months) == year


def test_steel_is_deducted_and_told_as_output(given):
    """Coal with its own carbon less 500 t of steel at its factor."""
    enterprise = steel_forms(given)[2]

    (emission,) = cells(enterprise, "total emissions", "CO2\ntCO2")
    assert emission == pytest.approx(math.fsum(given.report["tco2e"]))
    assert cells(enterprise, "crude steel", "output") == [500.0]


def test_every_row_is_as_long_as_its_header(given):
    assert all(len(row) == len(sheet.headers) for sheet in steel_forms(given) for row in sheet.rows)
