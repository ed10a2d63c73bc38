"""The surveyed years as indicators."""

import pytest

from carbonpath.indicators.identity import read_identity
from carbonpath.workflow.history import surveyed_indicators
from carbonpath.workflow.inventory import build_project_inventory
from carbonpath.workflow.journal import Journal, silent
from carbonpath.workflow.project import load_project


@pytest.fixture(scope="module")
def table(request):
    """Return the surveyed years of the shipped district."""
    project = load_project(request.config.rootpath)
    return surveyed_indicators(project, build_project_inventory(project, Journal("", silent)))


def test_kaya_factors_of_every_surveyed_year(table):
    identity = read_identity(table, "kaya", "scope1")
    assert identity.years == (2020, 2021, 2022)
    assert identity.at(2020)[0, 0] == pytest.approx(463.3)


def test_sectors_make_what_the_firms_reported(table):
    made = table[(table["indicator"] == "sector_output") & (table["year"] == 2021)].set_index("sector")
    assert made.loc["steel", "value"] == pytest.approx(14.8995)
    assert made.loc["petrochemical", "value"] == pytest.approx(7.6 + 0.88)
    assert made.loc["transport", "unit"] == "Gtkm"


def test_sectors_add_up_to_the_district(table):
    emissions = table[table["indicator"] == "emissions"]
    sums = emissions[emissions["sector"] != ""].groupby("year")["value"].sum()
    assert sums.to_dict() == pytest.approx(emissions[emissions["sector"] == ""].set_index("year")["value"].to_dict())
