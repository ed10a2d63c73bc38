"""`futures` in words that programs may rely on."""

from dataclasses import replace

import pytest
from systems import REGION, make_system

from carbonpath.charts.options import ChartOptions
from carbonpath.core.answers.paths import FUTURES
from carbonpath.core.errors import ScenarioError
from carbonpath.core.tables import read_table
from carbonpath.model.futures import Future, solve_futures
from carbonpath.system.change import Change
from carbonpath.workflow.futures import FuturesFile, Prospect, find_prospect
from carbonpath.workflow.project import load_project

ASKED = {
    "scenario": "small",
    "until": 2020,
    "source": "by hand",
    "confidence": "assumed",
    "futures": {"low": {"title": "cheap imports", "probability": 0.5}, "high": {"probability": 0.5}},
}


def plant_or_import():
    """Return 1 Mt a year from a plant (150 million CNY per Mt/y, one year, clean) or from imports (1 t CO2 per t)."""
    return make_system(
        {"plant": "Mt/y", "import": ""},
        {"good": "equal"},
        {
            "output_activity_ratio": {("plant", "good", "1"): 1.0, ("import", "good", "1"): 1.0},
            "emission_activity_ratio": {("import", "co2", "1"): 1.0},
            "variable_cost": {("import", "1"): 100.0},
            "capital_cost": {("plant",): 150.0},
            "operational_life": {("plant",): 1.0},
            "demand": {("good",): 1.0},
            "boundary_weight": {("scope1", "co2"): 1.0},
        },
        years=(2020, 2021),
        discount_rate=0.0,
    )


@pytest.fixture
def prospect():
    """Return the plan for imports at 20 or at 300: built in 2020 in both futures, in 2021 only where they are dear."""
    system = plant_or_import()
    price = Change("variable_cost", {"region": REGION, "technology": "import"}, "set", 20.0)
    futures = [Future("low", 0.5, (price,)), Future("high", 0.5, (replace(price, value=300.0),))]
    asked = FuturesFile.model_validate(ASKED)
    return Prospect(asked, system, solve_futures(system, futures, asked.until), "scope1")


def test_each_future_is_told_with_what_not_knowing_it_costs(prospect):
    told = prospect.as_json()
    low, high = told["futures"]
    assert (low["title"]["en"], low["probability"]) == ("cheap imports", 0.5)
    assert (low["cost"], low["foreseen_cost"], low["regret"]) == pytest.approx((170.0, 40.0, 130.0))
    assert (high["cost"], high["regret"]) == pytest.approx((300.0, 0.0), abs=1e-6)
    assert told["expected_cost"] == pytest.approx(235.0)
    assert told["value_of_information"] == pytest.approx(65.0)
    assert low["emissions"] == pytest.approx({"2020": 0.0, "2021": 1.0})
    assert (low["peak_year"], low["cumulative_emissions"]) == (2021, pytest.approx(1.0))


def test_what_is_built_before_the_future_is_known_is_told_once(prospect):
    (one,) = prospect.as_json()["investments"]
    assert (one["item"], one["technology"], one["year"], one["value"]) == ("new_capacity", "plant", 2020, 1.0)


def test_tables_are_written(prospect, tmp_path):
    titles = {name: title.en for name, title in prospect.titles().items()}
    assert titles == {"low": "cheap imports", "high": "high"}
    files = prospect.write(tmp_path, ChartOptions("en", scenario_labels=titles)).paths
    assert [path.name for path in files] == ["futures.csv", "results_low.csv", "results_high.csv", "futures.png"]
    assert len(read_table(files[0], FUTURES)) == len(prospect.table())


def test_a_file_that_cannot_be_used_is_told(toy_project):
    path = toy_project / "mine.yaml"
    path.write_text("scenario: coal-cap\nsource: x\nconfidence: assumed\nfuture: {}\n", encoding="utf-8")
    with pytest.raises(ScenarioError):
        find_prospect(load_project(toy_project), path)
