"""Making a new project."""

import tomllib
from pathlib import Path

import pytest

from carbonpath.core.errors import SafetyError
from carbonpath.workflow.example import DISTRICT_TABLES, INSTALLED, create_project, example_files
from carbonpath.workflow.project import load_project

REPOSITORY = Path(__file__).parents[2]


def test_example_project_is_the_shipped_one(tmp_path):
    create_project(tmp_path / "new", empty=False, language="zh")
    project = load_project(tmp_path / "new")
    assert project.file == load_project(REPOSITORY).file
    assert (project.inventory_folder / "system" / "technologies.csv").is_file()


def test_empty_project_keeps_the_library_and_no_word_of_the_district(tmp_path):
    create_project(tmp_path / "My District", empty=True, language="en")
    project = load_project(tmp_path / "My District")
    tables = {path.stem: path.read_text(encoding="utf-8") for path in project.inventory_folder.glob("system/*.csv")}
    assert project.file.district == "my-district"
    assert not project.file.illustrative
    assert len(tables["technologies"].splitlines()) > 50
    assert {name: len(text.splitlines()) for name, text in tables.items() if name in DISTRICT_TABLES} == {
        name: 1 for name in tables if name in DISTRICT_TABLES
    }
    assert (project.scenario_folder / "reference.yaml").is_file()


def test_nothing_is_overwritten_and_nothing_is_left_beside(tmp_path):
    (tmp_path / "carbonpath.yaml").write_text("mine", encoding="utf-8")
    with pytest.raises(SafetyError, match="CP-960"):
        create_project(tmp_path, empty=False, language="zh")
    assert [path.name for path in tmp_path.iterdir()] == ["carbonpath.yaml"]
    assert (tmp_path / "carbonpath.yaml").read_text(encoding="utf-8") == "mine"


def test_wheel_carries_every_file_of_the_example():
    settings = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]
    packed = {
        f"{folder}/{path.name}".removeprefix(INSTALLED.rstrip("/")).lstrip("/")
        for folder, globs in settings["data-files"].items()
        for pattern in globs
        for path in REPOSITORY.glob(pattern)
    }
    assert packed == {str(name) for name in example_files()}
