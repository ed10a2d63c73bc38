"""What runs do to CO2 and air pollutants against a reference."""

import pandas as pd
import pytest
from stored_runs import store_run

from carbonpath.core.errors import UsageError
from carbonpath.core.schemas import RESULT
from carbonpath.core.tables import as_table, write_table
from carbonpath.system.system import GROUPS, TECHNOLOGIES
from carbonpath.workflow.cobenefit import cobenefits
from carbonpath.workflow.project import load_project
from carbonpath.workflow.runs import list_runs


@pytest.fixture
def project(toy_project):
    """Return the shipped project with a run of the reference and one of the coal cap."""
    for minute, scenario in enumerate(("reference", "coal-cap")):
        store_run(toy_project / "runs", scenario, minute)
    return load_project(toy_project)


def ask(project, **asked):
    """Return what the coal cap does against the reference."""
    return cobenefits(project, ["coal-cap"], **{"against": None, "year": None, "by": "all", **asked})


def test_the_first_scenario_of_the_project_and_its_last_year_are_the_standard(project):
    found = ask(project)
    assert (found.reference, found.year) == ("reference", 2035)
    assert found.entries[0].effect.co2 > 0


def test_sectors_add_up_to_the_district(project):
    whole, parts = ask(project), ask(project, by="sector")
    assert sum(entry.effect.co2 for entry in parts.entries) == pytest.approx(whole.entries[0].effect.co2, abs=1e-5)
    assert sum(entry.effect.pollutants["nox"] for entry in parts.entries) == pytest.approx(
        whole.entries[0].effect.pollutants["nox"], abs=1e-5
    )


def test_a_run_does_nothing_against_itself(project):
    effect = ask(project, against="coal-cap").entries[0].effect
    assert (effect.co2, effect.synergy) == (0.0, None)


def test_technologies_come_from_the_result_and_the_weights_that_the_run_used(project):
    for run, activity in zip(list_runs(project.runs_folder), (10.0, 7.0), strict=True):
        rows = [
            {"scenario": "", "quantity": name, "technology": "F01.SINTER", "emission": emission, "year": 2035}
            | {"value": activity * factor, "unit": ""}
            for name, emission, factor in (("annual_activity", "", 1.0), ("technology_emissions", "co2", 0.2))
        ]
        write_table(as_table(rows, RESULT), run.folder / "results.csv")
        named = {"technology": "F01.SINTER", "zh": "烧结", "en": "Sinter strand"}
        write_table(as_table([named], TECHNOLOGIES), run.folder / "inputs" / "technologies.csv")
        groups = pd.DataFrame([{"group": "nox", "technology": "F01.SINTER", "weight": 0.3, "unit": "kt"}])
        write_table(as_table(groups, GROUPS), run.folder / "inputs" / "groups.csv")
    found = ask(project, by="technology")
    (entry,) = found.entries
    assert (found.name(entry.subject, "zh"), found.name(entry.subject, "en")) == ("F01 烧结", "F01 Sinter strand")
    assert entry.subject == "F01.SINTER"
    assert entry.effect.co2 == pytest.approx(0.6)
    assert entry.effect.elasticities["nox"] == pytest.approx(1.0)
    assert entry.effect.pollutants["nox"] == pytest.approx(0.9)


def test_a_year_that_the_run_does_not_have(project):
    with pytest.raises(UsageError) as caught:
        ask(project, year=2050)
    assert caught.value.problems[0].code == "CP-732"
