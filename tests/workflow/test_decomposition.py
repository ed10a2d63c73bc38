"""Why emissions change: runs, differences, and the surveyed years."""

import pytest
from stored_runs import store_run

from carbonpath.core.errors import DataError, UsageError
from carbonpath.workflow.decomposition import Question, decompose
from carbonpath.workflow.drawing import run_indicators
from carbonpath.workflow.project import load_project
from carbonpath.workflow.runs import find_run


@pytest.fixture
def project(toy_project):
    """Return the shipped project with a run of the reference and one of the coal cap."""
    for minute, scenario in enumerate(("reference", "coal-cap")):
        store_run(toy_project / "runs", scenario, minute)
    return load_project(toy_project)


@pytest.mark.parametrize("by", ["kaya", "sector"])
@pytest.mark.parametrize("chained", [False, True], ids=["two years", "year by year"])
def test_effects_add_up_to_the_change(project, by, chained):
    found = decompose(project, ["reference"], Question(by=by, first=2021, last=2030, chained=chained))
    assert found.years == (2021, 2030)
    assert found.effects["contribution"].sum() == pytest.approx(found.emissions[1] - found.emissions[0])
    assert found.effects["index"].prod() == pytest.approx(found.emissions[1] / found.emissions[0])


def test_difference_of_two_runs_is_told_in_the_last_year_unless_said_otherwise(project):
    found = decompose(project, ["reference", "coal-cap"], Question())
    assert (found.subjects, found.years) == (("reference", "coal-cap"), (2035, 2035))
    assert found.effects["contribution"].sum() == pytest.approx(found.emissions[1] - found.emissions[0])
    assert found.decoupling is None


def test_drivers_of_a_run_are_those_that_it_keeps(project):
    """The chained decomposition of a whole run is its indicator `emission_driver` in the last year."""
    table = run_indicators([find_run(project.runs_folder, "reference")])
    kept = table[(table["indicator"] == "emission_driver") & (table["sector"] == "") & (table["year"] == 2035)]
    kept = kept[kept["boundary"] == "scope1"].set_index("item")["value"]
    found = decompose(project, ["reference"], Question(chained=True)).effects.set_index("factor")["contribution"]
    assert found.to_dict() == pytest.approx(kept.to_dict(), rel=1e-4)


def test_surveyed_years_close_on_the_inventory(project):
    found = decompose(project, ["history"], Question(by="sector"))
    assert found.years == (2020, 2022)
    assert found.emissions[0] == pytest.approx(34.737, abs=0.001)
    assert found.effects["contribution"].sum() == pytest.approx(found.emissions[1] - found.emissions[0])


def test_three_runs_are_too_many(project):
    with pytest.raises(UsageError) as caught:
        decompose(project, ["reference", "coal-cap", "@last"], Question())
    assert caught.value.problems[0].code == "CP-729"


def test_a_year_beyond_the_run_is_refused(project):
    with pytest.raises(DataError) as caught:
        decompose(project, ["reference"], Question(last=2050))
    assert caught.value.problems[0].code == "CP-727"
