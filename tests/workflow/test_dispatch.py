"""A typical day of each season in a run with parts of the day."""

from dataclasses import replace

import pytest
from levelled_systems import sunny_furnace
from stored_runs import store_solved
from systems import clean_and_dirty

from carbonpath.core.answers.paths import DISPATCH
from carbonpath.core.errors import UsageError
from carbonpath.core.tables import check_table, read_table
from carbonpath.system.system import System
from carbonpath.workflow.analysis_files import Page
from carbonpath.workflow.dispatch import tell_dispatch, write_dispatch
from carbonpath.workflow.project import load_project


def as_power(system: System) -> System:
    """Return the furnace with power called as in a district, in TWh, and roles of sun and battery."""
    tables = {
        name: table.replace({"commodity": {"power": "electricity"}}) if "commodity" in table else table
        for name, table in system.parameters.items()
    }
    commodities = system.commodities.replace({"commodity": {"power": "electricity"}}).assign(unit="TWh")
    technologies = system.technologies
    libraries = technologies["technology"].map({"sun": "PV_DIST"}).fillna("")
    roles = technologies["technology"].map({"battery": "storage", "grid": "purchase"}).fillna("process")
    described = technologies.assign(library_id=libraries, role=roles)
    return replace(system, parameters=tables, commodities=commodities, technologies=described)


@pytest.fixture
def project(toy_project):
    """Return the shipped project with a run of a furnace, sun and battery, and one whose year is one piece."""
    project = load_project(toy_project)
    store_solved(project.runs_folder, as_power(sunny_furnace(battery=True)), "sunny")
    store_solved(project.runs_folder, clean_and_dirty(), "annual")
    return project


def test_mean_power_of_each_part_of_the_day(project):
    table = tell_dispatch(project, "sunny", None).table
    power = table.set_index(["kind", "item", "timeslice"])["value"] * 8760.0 / 1e6

    # the amounts of the year, each in half of it
    assert power["supply", "solar", "day"] == pytest.approx(2.0 / 0.5)
    assert power["use", "storage", "day"] == pytest.approx(-1.0 / 0.5)
    assert power["supply", "storage", "night"] == pytest.approx(0.8 / 0.5)
    assert power["supply", "grid", "night"] == pytest.approx(0.2 / 0.5)
    assert power["level", "", "night"] == pytest.approx(1.0 / 0.5)
    assert power["level", "", "day"] == pytest.approx(1.0 / 0.5)
    assert set(table["hours"]) == {12.0}
    assert check_table(table, DISPATCH) == []


def test_supply_is_what_is_taken_and_given_away(project):
    table = tell_dispatch(project, "sunny", 2020).table
    sums = table.groupby(["kind", "timeslice"])["value"].sum().unstack("kind").fillna(0.0)

    assert (sums["supply"] + sums["use"]).to_list() == pytest.approx(sums["level"].to_list())


def test_table_and_chart_are_written(project, tmp_path):
    found = tell_dispatch(project, "sunny", 2020)
    drawn = write_dispatch(project, found, tmp_path, Page("en", ("svg",)))

    assert [path.name for path in drawn.paths] == ["dispatch.csv", "dispatch.svg"]
    assert len(read_table(drawn.paths[0], DISPATCH)) == len(found.table)
    assert found.as_json()["year"] == 2020


@pytest.mark.parametrize(("name", "year", "code"), [("annual", None, "CP-922"), ("sunny", 2050, "CP-142")])
def test_what_has_no_such_day_is_refused(project, name, year, code):
    with pytest.raises(UsageError, match=code):
        tell_dispatch(project, name, year)
