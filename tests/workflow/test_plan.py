"""What is to be run, before anything is solved."""

from dataclasses import replace
from datetime import datetime

import pytest
from stored_runs import manifest

from carbonpath.core.errors import ScenarioError, UsageError
from carbonpath.workflow.folders import whole_folder
from carbonpath.workflow.manifest import write_manifest
from carbonpath.workflow.plan import RunOptions, plan_runs
from carbonpath.workflow.project import load_project

STANDARD = RunOptions()


@pytest.fixture
def project(toy_project):
    return load_project(toy_project)


def fingerprint(project, name="coal-cap", options=STANDARD):
    return plan_runs(project, [name], options)[0].fingerprint


def test_scenario_named_twice_is_run_once(project):
    assert [
        planned.scenario.name for planned in plan_runs(project, ["combined", "reference", "combined"], STANDARD)
    ] == [
        "combined",
        "reference",
    ]


def test_nothing_named(project):
    with pytest.raises(UsageError, match="CP-127"):
        plan_runs(project, [], STANDARD)


def test_unknown_scenario(project):
    with pytest.raises(ScenarioError):
        plan_runs(project, ["reference", "coal-cpa"], STANDARD)


@pytest.mark.parametrize(
    "options",
    [
        pytest.param(RunOptions(assignments=("demand=low",)), id="variant"),
        pytest.param(RunOptions(assignments=("demand*=1.1",)), id="change"),
        pytest.param(RunOptions(seed=1), id="seed"),
        pytest.param(RunOptions(timeslices="day_parts"), id="resolution"),
        pytest.param(RunOptions(assignments=("timeslices=day_parts",)), id="resolution set"),
        pytest.param(RunOptions(gap=0.01), id="gap"),
        pytest.param(RunOptions(objectives=("peak",)), id="objective"),
        pytest.param(RunOptions(mode="myopic"), id="mode"),
    ],
)
def test_what_can_move_a_result_is_another_run(project, options):
    assert fingerprint(project, options=options) != fingerprint(project)


@pytest.mark.parametrize(
    "options",
    [
        pytest.param(RunOptions(language="en"), id="language"),
        pytest.param(RunOptions(jobs=2), id="processes"),
        pytest.param(RunOptions(time_limit=60.0), id="time limit"),
        pytest.param(RunOptions(sight=3), id="sight of a plan that sees all years"),
    ],
)
def test_what_cannot_move_a_result_is_the_same_run(project, options):
    assert fingerprint(project, options=options) == fingerprint(project)


@pytest.mark.parametrize(
    ("file", "matters"),
    [
        pytest.param("scenarios/reference.yaml", True, id="parent of the scenario"),
        pytest.param("scenarios/combined.yaml", False, id="another scenario"),
        pytest.param("inventories/qingshan/system/demand.csv", True, id="table"),
        pytest.param("inventories/qingshan/surveys/F06-2020.xlsx", True, id="workbook"),
    ],
)
def test_file_that_is_read_matters(project, file, matters):
    before = fingerprint(project)
    with (project.folder / file).open("ab") as handle:
        handle.write(b"\n")
    assert (fingerprint(project) != before) == matters


def test_title_of_the_project_does_not_matter_and_its_discount_rate_does(project):
    titled = replace(project, file=project.file.model_copy(update={"language": "en"}))
    cheaper = replace(project, file=project.file.model_copy(update={"discount_rate": 0.05}))
    assert fingerprint(titled) == fingerprint(project) != fingerprint(cheaper)


def test_variant_of_the_command_line_comes_before_that_of_the_project(project):
    planned = plan_runs(project, ["reference"], RunOptions(assignments=("demand=low", "prices=high")))[0]
    assert (planned.specification.demand_variant, planned.specification.price_variant) == ("low", "high")


def test_way_of_free_allocation_is_that_of_the_command_line_or_of_the_scenario(project):
    asked, left = (
        plan_runs(project, ["reference"], RunOptions(assignments=given))[0] for given in (("allocation=rules",), ())
    )
    assert (asked.specification.allocation, left.specification.allocation) == ("rules", "benchmark")
    assert asked.fingerprint != left.fingerprint


def test_unknown_way_of_free_allocation(project):
    with pytest.raises(UsageError) as caught:
        plan_runs(project, ["reference"], RunOptions(assignments=("allocation=auction",)))
    assert [(problem.code, problem.value) for problem in caught.value.problems] == [("CP-940", "auction")]


def test_identical_run_is_found_unless_forced(project):
    planned = plan_runs(project, ["reference"], STANDARD)[0]
    with whole_folder(project.runs_folder / "a") as folder:
        write_manifest(manifest("a", "reference", planned.fingerprint, datetime.now().astimezone()), folder)
    assert plan_runs(project, ["reference"], STANDARD)[0].existing.manifest.run == "a"
    assert plan_runs(project, ["reference"], replace(STANDARD, force=True))[0].existing is None


def test_the_resolution_of_the_command_line_goes_before_that_of_the_project(project):
    sliced = replace(project, file=project.file.model_copy(update={"timeslices": "day_parts"}))

    def resolution(of, **options):
        return plan_runs(of, ["reference"], RunOptions(**options))[0].options["system"]["timeslices"]

    assert (resolution(project), resolution(sliced)) == ("annual", "day_parts")
    assert resolution(sliced, timeslices="annual") == "annual"
    assert resolution(sliced, assignments=("timeslices=annual",)) == "annual"
