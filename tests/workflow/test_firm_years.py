"""Surveyed years in the accounts of carbon markets."""

from __future__ import annotations

from dataclasses import replace

import pytest

from carbonpath.indicators.ets_position import indicate
from carbonpath.indicators.tables import Specification
from carbonpath.inventory.activity import prepare_activity
from carbonpath.inventory.build import account_activity
from carbonpath.system.district_tables import load_district_tables
from carbonpath.workflow.carbon_market import load_carbon_market
from carbonpath.workflow.firm_years import firm_years
from carbonpath.workflow.inventory import build_project_inventory
from carbonpath.workflow.journal import Journal, silent
from carbonpath.workflow.project import load_project


@pytest.fixture(scope="module")
def surveyed(shipped_project):
    """Return project, inventory and tables of the shipped district."""
    project = load_project(shipped_project)
    inventory = build_project_inventory(project, Journal("", silent))
    return project, inventory, load_district_tables(project.inventory_folder / "system")


def later(inventory, years):
    """Return the inventory of the same numbers, as if they had been surveyed some years later."""
    activity = inventory.surveys.activity.assign(year=inventory.surveys.activity["year"] + years)
    prepared = prepare_activity(activity, inventory.factors, inventory.specification)
    surveys = replace(inventory.surveys, activity=activity)
    return replace(inventory, surveys=surveys, prepared=prepared, emissions=account_activity(prepared))


def accounted(surveyed, years=0):
    """Return units and the indicators of markets, as if the firms had been surveyed some years later."""
    project, inventory, district = surveyed
    inventory = later(inventory, years) if years else inventory
    market = load_carbon_market(project, district, "base", inventory.years)
    found = firm_years(inventory, district, market)
    return found.units, indicate(found.tables, Specification())


def amount(indicators, name, firm, market, year):
    """Return one amount, Mt."""
    rows = indicators[(indicators["indicator"] == f"ets_{name}") & (indicators["firm"] == firm)]
    return float(rows.loc[(rows["item"] == market) & (rows["year"] == year), "value"].iloc[0])


@pytest.fixture(scope="module")
def now(surveyed):
    """Return units and indicators of the years surveyed."""
    return accounted(surveyed)


@pytest.fixture(scope="module")
def then(surveyed):
    """Return units and indicators of the same numbers in 2025 to 2027."""
    return accounted(surveyed, 5)


def test_units_on_gas_of_their_own_works_are_out(now):
    """12.1 PJ of pool gas and 239 234.4 t x 20.9 GJ/t of coal: 70.8 % own gas in 2020."""
    units, _ = now
    works = units[(units["firm"] == "F01") & (units["year"] == 2020)].set_index("facility")

    assert works.loc["gas_power_hthp", "own_gas"] == pytest.approx(12.1e6 / (12.1e6 + 239234.4 * 20.9))
    assert set(works["status"]) == {"own_gas"}
    assert set(units.loc[units["firm"] == "F04", "status"]) == {"inside"}


def test_allowances_of_a_power_firm_by_benchmark(now):
    """2020: (700 000 + 2 200 000) MWh x 0.979 + 6 400 000 GJ x 0.126 = 3 645 500 t."""
    _, indicators = now

    assert amount(indicators, "allowances", "F04", "national_power", 2020) == pytest.approx(3.6455, abs=3e-6)


def test_emissions_to_be_covered_are_those_of_the_inventory(surveyed, now):
    _, inventory, _ = surveyed
    rows = inventory.emissions
    rows = rows[(rows["gas"] == "CO2") & (rows["scope"] == 1) & (rows["year"] == 2021)].groupby("firm")["value"].sum()
    _, indicators = now

    assert amount(indicators, "emissions", "F04", "national_power", 2021) == pytest.approx(rows["F04"] / 1e6)
    parts = [amount(indicators, "emissions", "F03", market, 2021) for market in ("national_power", "pilot")]
    assert sum(parts) == pytest.approx(rows["F03"] / 1e6)


def test_under_the_draft_such_units_get_what_they_emit_and_count_nowhere_else(surveyed, then):
    """2025: what the works report less its vehicles = steel market + power market."""
    units, indicators = then
    works = units[(units["firm"] == "F01") & (units["year"] == 2025)]
    power = amount(indicators, "emissions", "F01", "national_power", 2025)

    assert set(works["status"]) == {"as_emitted"}
    assert amount(indicators, "surplus", "F01", "national_power", 2025) == pytest.approx(0, abs=1e-6)
    _, inventory, _ = surveyed
    rows = inventory.emissions
    rows = rows[(rows["gas"] == "CO2") & (rows["scope"] == 1) & (rows["year"] == 2020) & (rows["firm"] == "F01")]
    released = rows.groupby("facility")["value"].sum() / 1e6
    stations = ["ccpp", "gas_power_hthp", "gas_power_cofiring", "gas_power_low"]
    assert power == pytest.approx(released[stations].sum())


def test_a_steelworks_is_given_what_its_report_counts_a_little_more_or_less(then):
    """Alpha is at most 3 % either way, on the whole report."""
    _, indicators = then
    emitted = amount(indicators, "emissions", "F01", "national_steel", 2025)
    given = amount(indicators, "allowances", "F01", "national_steel", 2025)

    assert 0 < abs(given / emitted - 1) <= 0.03
    assert given * 1e6 == pytest.approx(round(given * 1e6), abs=1e-3)


def test_a_clinker_line_counts_alone(then):
    """F06: 103 879.7 t of coal x 20.9 x 0.02618 x 0.99 x 44/12 + 620 000 t x 0.535 = 0.53803 Mt."""
    _, indicators = then

    line = 103879.7 * 20.9 * 0.02618 * 0.99 * 44 / 12 + 620000 * 0.535
    assert amount(indicators, "emissions", "F06", "national_cement", 2025) == pytest.approx(line / 1e6)
