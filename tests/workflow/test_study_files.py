"""Where studies stand in a project."""

from pathlib import Path

import pytest

from carbonpath.core.errors import UsageError
from carbonpath.workflow.project import load_project
from carbonpath.workflow.study_files import find_study, study_folder, study_names


@pytest.fixture
def project(toy_project):
    return load_project(toy_project)


def test_a_study_is_found_by_name_and_by_path(project, toy_project):
    path = toy_project / "scenarios" / "studies" / "prices-morris.yaml"

    assert find_study(project, "prices-morris") == find_study(project, "prices-morris.yaml") == path
    assert find_study(project, str(path)) == path


def test_studies_are_listed(project):
    assert "prices-morris" in study_names(project)


def test_an_unknown_study_is_told_with_the_nearest(project):
    with pytest.raises(UsageError) as raised:
        find_study(project, "price-morris")

    problem = raised.value.problems[0]
    assert (problem.code, problem.details["nearest"]) == ("CP-491", "prices-morris")


def test_a_study_leaves_its_files_beside_the_runs(project, toy_project):
    assert study_folder(project, "a/b/small.yaml") == project.runs_folder / "studies" / "small"
    assert Path(project.runs_folder).is_relative_to(toy_project)
