"""The project file."""

import pytest

from carbonpath.core.errors import UsageError
from carbonpath.workflow.project import load_project

GOOD = """
format: 1
district: toy
title: {zh: 示意, en: Toy}
base_year: 2020
horizon: {first: 2020, last: 2035}
discount_rate: 0.08
run_all: [reference]
"""


@pytest.fixture
def write(tmp_path):
    def written(text):
        (tmp_path / "carbonpath.yaml").write_text(text, encoding="utf-8")
        return tmp_path

    return written


def test_shipped_project_is_read(shipped_project):
    project = load_project(shipped_project)
    assert project.file.district == "qingshan"
    assert project.file.illustrative
    assert project.file.horizon.years == tuple(range(2020, 2036))


def test_folders_have_defaults(write):
    project = load_project(write(GOOD))
    assert project.inventory_folder == project.folder / "inventory"
    assert project.runs_folder == project.folder / "runs"


def test_path_is_shown_relative_to_the_project(write):
    project = load_project(write(GOOD))
    assert project.shown(project.folder / "a" / "b.csv") == "a/b.csv"
    assert project.shown(project.folder.parent / "c") == str(project.folder.parent / "c")


def test_title_in_either_language(write):
    title = load_project(write(GOOD)).file.title
    assert (title.told("zh"), title.told("en")) == ("示意", "Toy")


@pytest.mark.parametrize(
    ("old", "new", "code", "place"),
    [
        pytest.param("discount_rate: 0.08", "discount: 0.08", "CP-404", "discount, line 7", id="unknown key"),
        pytest.param("format: 1", "format: 2", "CP-409", "format, line 2", id="format of the future"),
        pytest.param("district: toy", "district: ../toy", "CP-406", "district, line 3", id="district that is a path"),
        pytest.param("discount_rate: 0.08", "discount_rate: 8", "CP-406", "discount_rate, line 7", id="percent"),
        pytest.param("base_year: 2020", "base_year: 2019", "CP-111", "horizon, line 6", id="base year outside"),
        pytest.param("last: 2035", "last: 2020", "CP-111", "horizon, line 6", id="no years"),
        pytest.param("run_all: [reference]", "run_all: []", "CP-406", "run_all, line 8", id="nothing to run"),
    ],
)
def test_fault_is_told_with_its_place(write, old, new, code, place):
    with pytest.raises(UsageError) as caught:
        load_project(write(GOOD.replace(old, new)))
    assert (code, place) in {(problem.code, problem.place) for problem in caught.value.problems}
