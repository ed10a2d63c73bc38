"""Numbers that a project sets."""

from __future__ import annotations

import pytest

from carbonpath.core.errors import DataError, UsageError
from carbonpath.workflow.factors import SetFactor, factors_file, find_numbers, project_factors, set_number
from carbonpath.workflow.plan import RunOptions, plan_runs
from carbonpath.workflow.project import load_project

CLINKER = "material.general.clinker.process_emission_factor"


@pytest.fixture
def project(toy_project):
    """Return the shipped project."""
    return load_project(toy_project)


def test_a_number_that_is_set_serves_and_says_so(project):
    told = set_number(project, SetFactor(CLINKER, 0.53, "", "works laboratory 2022")).iloc[0]

    assert (told["value"], told["unit"], told["confidence"], told["clause"]) == (
        0.53,
        "tCO2/t",
        "project",
        "works laboratory 2022",
    )
    assert "replaces 0.535" in told["note"]
    rows = project_factors(project).process_factors
    assert 0.53 in set(rows.loc[rows["material"] == "clinker", "value"])


def test_setting_it_again_replaces_it(project):
    for value in (0.53, 0.52):
        set_number(project, SetFactor(CLINKER, value, "tCO2/t", "laboratory"))

    assert factors_file(project).read_text("utf-8").splitlines()[1:] == [f"{CLINKER},0.52,tCO2/t,laboratory"]


@pytest.mark.parametrize(
    ("factor", "unit", "source", "code"),
    [("material.general.clinkr.x", "", "a", "CP-305"), (CLINKER, "MWh", "a", "CP-306"), (CLINKER, "", " ", "CP-307")],
    ids=["unknown", "another kind of unit", "no source"],
)
def test_what_cannot_be_used_is_told_and_not_written(project, factor, unit, source, code):
    with pytest.raises(DataError) as caught:
        set_number(project, SetFactor(factor, 1.0, unit, source))

    assert caught.value.problems[0].code == code
    assert not factors_file(project).exists()


def test_no_number_is_no_factor(project):
    with pytest.raises(UsageError, match="CP-136"):
        set_number(project, SetFactor(CLINKER, float("nan"), "", "a"))


def test_numbers_are_found_by_words_of_their_id(project):
    found = find_numbers(project, ("coke", "general", "carbon_content"))

    assert "fuel.general.coke.carbon_content" in set(found["factor"])
    with pytest.raises(UsageError, match="CP-135"):
        find_numbers(project, ("coke", "nowhere"))


def test_a_number_that_is_set_makes_another_run(project):
    before = plan_runs(project, ["reference"], RunOptions())[0].fingerprint
    set_number(project, SetFactor(CLINKER, 0.53, "", "laboratory"))

    assert plan_runs(project, ["reference"], RunOptions())[0].fingerprint != before
