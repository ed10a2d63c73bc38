"""A horizon to 2060, and a district of many firms: the same files and commands."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from shipped import shipped_base

from carbonpath.model.run import solve_system
from carbonpath.scenario.compose import scenario_changes
from carbonpath.scenario.load import load_scenario
from carbonpath.system.overlay import apply_changes
from carbonpath.workflow.fitting import fit_district, project_specification
from carbonpath.workflow.journal import Journal, silent
from carbonpath.workflow.plan import scenario_specification
from carbonpath.workflow.plans import require_plan
from carbonpath.workflow.project import load_project
from carbonpath.workflow.scenarios import NO_SETTINGS

pytestmark = pytest.mark.slow
REPOSITORY = Path(__file__).parents[2]
LIMITS = (
    "max_capacity",
    "max_new_capacity",
    "min_activity",
    "max_activity",
    "max_group_activity",
    "min_group_activity",
    "max_group_share",
    "min_group_share",
    "annual_boundary_limit",
)


@pytest.fixture(scope="module")
def make_wide():
    """Return the function of the benchmark that makes wide districts."""
    place = REPOSITORY / "benchmarks" / "wide_district.py"
    specification = importlib.util.spec_from_file_location("wide_district", place)
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module.make_wide


@pytest.fixture(scope="module")
def wide(make_wide, tmp_path_factory):
    """Return the folder of a district of twenty firms."""
    folder = tmp_path_factory.mktemp("wide") / "district"
    make_wide(folder, 2)
    return folder


@pytest.fixture(scope="module")
def wide_system(wide):
    """Return the system of twenty firms."""
    project = load_project(wide)
    return fit_district(project, Journal("", silent)).system(project_specification(project))


def test_scenario_runs_to_2060_with_a_file_of_its_own(toy_project):
    project, base = shipped_base()
    folder = toy_project / "scenarios"
    far = "title: Far\nextends: deep\nhorizon: {first: 2020, last: 2060}\n"
    (folder / "far.yaml").write_text(far, encoding="utf-8")
    scenario = load_scenario("far", folder)

    system = base.system(scenario_specification(project, scenario, NO_SETTINGS))
    outcome = solve_system(apply_changes(system, scenario_changes(scenario, system)), scenario="far")

    rows = outcome.result[outcome.result["quantity"] == "boundary_emissions"]
    total = rows[rows["emission"] == "scope1+import"].set_index("year")["value"]
    assert sorted(total.index) == list(range(2020, 2061))
    assert all(total[year] <= total[2035] * 1.02 for year in range(2036, 2061))
    assert outcome.max_residual < 1e-6


def far_system(folder, name):
    """Return the system of a shipped scenario with a horizon to 2060."""
    project, base = shipped_base()
    text = f"title: Far\nextends: {name}\nhorizon: {{first: 2020, last: 2060}}\n"
    (folder / f"far-{name}.yaml").write_text(text, encoding="utf-8")
    scenario = load_scenario(f"far-{name}", folder)
    system = base.system(scenario_specification(project, scenario, NO_SETTINGS))
    return apply_changes(system, scenario_changes(scenario, system))


@pytest.mark.parametrize("name", sorted(path.stem for path in (REPOSITORY / "scenarios").glob("*.yaml")))
def test_demand_prices_and_limits_stay_as_they_are_beyond_their_last_year(toy_project, name):
    system = far_system(toy_project / "scenarios", name)

    for parameter in ("demand", "variable_cost", "emission_price", *LIMITS):
        table = system.parameter(parameter)
        places = [column for column in table.columns if column not in ("year", "value", "source")]
        late = table[table["year"] >= 2036]
        for place, rows in late.groupby(places):
            assert sorted(rows["year"]) == list(range(2036, 2061)), (parameter, place)
            assert rows["value"].nunique() == 1, (parameter, place)


@pytest.mark.parametrize("name", ["carbon-market", "clean-transport", "coal-cap", "combined", "hydrogen-island"])
def test_shipped_scenarios_have_a_plan_to_2060(toy_project, name):
    require_plan(far_system(toy_project / "scenarios", name), name)


def test_twenty_firms_emit_twice_what_ten_do(wide, carbonpath):
    (entry,) = carbonpath("run", "reference", "-C", wide, "--json").json
    firms = carbonpath("inventory", "build", "-C", wide, "--year", "2020", "--json").json["firms"]

    assert len(firms) == 20
    assert entry["status"] == "optimal"
    # 37.24 Mt in the shipped district, each copy a ten-thousandth smaller than the one before
    assert entry["peak_mtco2"] == pytest.approx(37.235 * (2 - 0.0001), rel=1e-3)


@pytest.mark.parametrize("name", sorted(path.stem for path in (REPOSITORY / "scenarios").glob("*.yaml")))
def test_every_shipped_scenario_fits_twenty_firms(wide, wide_system, name):
    assert scenario_changes(load_scenario(name, wide / "scenarios"), wide_system)


def test_number_without_owner_is_shared_by_the_twenty_firms(wide, wide_system):
    changes = scenario_changes(load_scenario("combined", wide / "scenarios"), wide_system)

    found = {
        c.where["technology"]: c.value
        for c in changes
        if c.parameter == "max_capacity" and "EAF_SCRAP" in c.where["technology"] and c.where["year"] == 2035
    }
    # 3 Mt/y in the shipped district, each copy with its own
    assert sorted(found) == ["F01.EAF_SCRAP", "F0101.EAF_SCRAP"]
    assert sum(found.values()) == pytest.approx(3.0 * (2 - 0.0001))
    assert found["F0101.EAF_SCRAP"] == pytest.approx(found["F01.EAF_SCRAP"] * (1 - 0.0001))


def test_twenty_firms_follow_the_combined_scenario(wide, wide_system):
    changes = scenario_changes(load_scenario("combined", wide / "scenarios"), wide_system)

    outcome = solve_system(apply_changes(wide_system, changes), scenario="combined")

    rows = outcome.result[outcome.result["quantity"] == "boundary_emissions"]
    total = rows[rows["emission"] == "scope1+import"].set_index("year")["value"]
    assert total[2035] == pytest.approx(29.359 * (2 - 0.0001), rel=1e-3)
