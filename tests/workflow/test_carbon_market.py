"""Markets of the shipped district."""

import pytest

from carbonpath.core.errors import DataError
from carbonpath.system.district_tables import load_district_tables
from carbonpath.workflow.carbon_market import FILE, load_carbon_market, load_market_file
from carbonpath.workflow.project import load_project

YEARS = tuple(range(2020, 2036))


@pytest.fixture
def project(toy_project):
    """Return the shipped project."""
    return load_project(toy_project)


def tables(project):
    """Return the tables of the district."""
    return load_district_tables(project.inventory_folder / "system")


def test_every_class_has_a_benchmark_and_every_entry_is_of_the_library(project):
    market = load_carbon_market(project, tables(project), "base", YEARS)
    library = set(tables(project)["technologies"]["library_id"])
    assert all(market.allowances.benchmark(2024, units.product_class, units.output) for units in market.power)
    assert market.power_entries() <= library
    assert {entry for enterprise in market.enterprises for entry in enterprise.entries} <= library


def test_units_on_the_works_own_gas_are_in_no_allocation_of_power(project):
    market = load_carbon_market(project, tables(project), "base", YEARS)
    assert not any(entry.startswith(("BFGP", "CCPP")) for entry in market.power_entries())


def test_a_firm_leaves_the_pilot_when_its_industry_enters_the_national_market(project):
    market = load_carbon_market(project, tables(project), "base", YEARS)
    national = {enterprise.firm for enterprise in market.enterprises}
    assert {firm.firm for firm in market.pilot if firm.last == 2023} == national


def test_prices_follow_the_path_and_free_shares_fall(project):
    market = load_carbon_market(project, tables(project), "high", YEARS)
    assert market.prices["national"][2035] == 400
    assert market.free_share[2035] == 0.75


def test_without_file_no_market(project):
    (project.inventory_folder / FILE).unlink()
    assert load_carbon_market(project, tables(project), "base", YEARS) is None


def test_a_wrong_key_is_told_with_its_line(project):
    path = project.inventory_folder / FILE
    path.write_text(path.read_text(encoding="utf-8").replace("own_use: 0.06", "own_us: 0.06"), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        load_market_file(project.inventory_folder)
    assert caught.value.problems[0].code == "CP-404"


def test_benchmarks_of_the_optimisation_are_those_of_the_plans(project):
    """free_allocation.csv repeats the benchmarks of power and heat: one number, told once in the reference data."""
    market = load_carbon_market(project, tables(project), "base", YEARS)
    rules = {units.entry: units for units in market.power}
    rows = tables(project)["free_allocation"]
    power = rows[rows["library_id"].isin(list(rules))]
    told = {(row["library_id"], row["year"]): row["benchmark"] for row in power.to_dict("records")}
    given = {
        (entry, year): market.allowances.benchmark(year, rules[entry].product_class, rules[entry].output).value
        for entry, year in told
    }

    assert len(told) > 20
    assert told == given
