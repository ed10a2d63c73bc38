"""Positions of a run under price paths."""

import pytest
from stored_runs import store_run

from carbonpath.core.errors import DataError
from carbonpath.workflow.analysis_files import Page
from carbonpath.workflow.carbon_market import FILE
from carbonpath.workflow.ets import ets_position, write_position
from carbonpath.workflow.project import load_project


@pytest.fixture
def project(toy_project):
    """Return the shipped project with a run."""
    store_run(toy_project / "runs", "combined", 0)
    return load_project(toy_project)


def test_cost_is_what_is_missing_times_the_price_of_the_market(project):
    table = ets_position(project, "combined", "high").table
    row = table[(table["market"] == "national_power") & (table["year"] == 2035)].iloc[0]
    assert row["cost"] == pytest.approx(-row["surplus"] * 400)


def test_amounts_do_not_depend_on_the_price(project):
    low, high = (ets_position(project, "combined", variant).table for variant in ("low", "high"))
    assert low.drop(columns="cost").equals(high.drop(columns="cost"))
    assert not low["cost"].equals(high["cost"])


def test_every_price_path_is_told(project):
    position = ets_position(project, "combined")
    power = position.costs[(position.costs["market"] == "national_power") & (position.costs["year"] == 2035)]
    firm = power[power["firm"] == "F04"].set_index("prices")

    assert firm["price"].to_dict() == {"low": 110.0, "base": 200.0, "high": 400.0}
    assert firm.loc["high", "cost"] == pytest.approx(2.0 * firm.loc["base", "cost"])


def test_every_position_names_its_plan_and_whether_it_is_extended(project):
    table = ets_position(project, "combined").table.set_index(["market", "year"]).sort_index()
    steel = table.loc["national_steel"]

    assert table.loc["pilot"].set_index("firm").loc["F02", "method"].unique().tolist() == ["historical_emission"]
    assert steel.loc[2025, ["plan_en", "status", "extended"]].tolist() == ["plan 2024-25", "final", ""]
    assert steel.loc[2035, ["plan_en", "status", "extended", "last_year"]].tolist() == [
        "draft 2026",
        "draft",
        "yes",
        2026,
    ]


def test_a_run_that_left_no_system_booked_nothing_that_is_known(project):
    assert ets_position(project, "combined").booked.empty


def test_tables_and_chart_are_written(project, tmp_path):
    drawn = write_position(project, ets_position(project, "combined"), tmp_path / "out", Page("en"))

    names = ["positions.csv", "costs.csv", "compliance.csv", "allowance-cost.png"]
    assert [path.name for path in drawn.paths] == names
    assert drawn.problems == ()


def test_the_price_path_of_the_project_is_the_standard(project):
    assert ets_position(project, "combined").prices == "base"


def test_what_is_not_verified_is_told(project):
    told = ets_position(project, "combined").as_json()
    assert any(entry["subject"] == "coal_le300mw.power" for entry in told["unverified"])
    assert "assumed" in told["sources"]["national_steel"]


def test_a_project_in_no_market_is_told_what_to_do(project):
    (project.inventory_folder / FILE).unlink()
    with pytest.raises(DataError) as caught:
        ets_position(project, "combined")
    assert caught.value.problems[0].code == "CP-731"


def test_surveyed_years_have_positions_and_units_too(shipped_project):
    position = ets_position(load_project(shipped_project), "history")
    told = position.as_json()

    assert (told["scenario"], told["run"]) == ("history", "")
    assert set(position.table["year"]) == {2020, 2021, 2022}
    assert {unit["status"] for unit in told["units"]} == {"inside", "own_gas"}
    captive = {unit["status"] for unit in told["units"] if (unit["firm"], unit["facility"]) == ("F03", "power_station")}
    assert captive == {"inside"}


def test_surveyed_years_of_a_project_in_no_market(project):
    (project.inventory_folder / FILE).unlink()
    with pytest.raises(DataError) as caught:
        ets_position(project, "history")
    assert caught.value.problems[0].code == "CP-731"
