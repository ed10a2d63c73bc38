"""Making a new project."""

import tomllib
from importlib.metadata import PackagePath
from pathlib import Path
from types import SimpleNamespace

import pytest

from carbonpath.core.errors import SafetyError, StorageError
from carbonpath.workflow import example as module
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
    with pytest.raises(SafetyError, match="CP-946"):
        create_project(tmp_path, empty=False, language="zh")
    assert [path.name for path in tmp_path.iterdir()] == ["carbonpath.yaml"]
    assert (tmp_path / "carbonpath.yaml").read_text(encoding="utf-8") == "mine"


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """Pretend that the package stands in site-packages, and return where its distribution says its files are."""
    monkeypatch.setattr(module.carbonpath, "__file__", str(tmp_path / "site-packages" / "carbonpath" / "__init__.py"))
    share = tmp_path / "share" / "carbonpath" / "example"
    (share / "scenarios").mkdir(parents=True)
    (tmp_path / "site-packages").mkdir()
    for name in ("carbonpath.yaml", "scenarios/reference.yaml"):
        (share / name).write_text("title: a", encoding="utf-8")

    def listed(names):
        paths = [PackagePath(f"../share/carbonpath/example/{name}") for name in names]
        for path in paths:
            path.dist = SimpleNamespace(locate_file=lambda found: tmp_path / "site-packages" / found)
        monkeypatch.setattr(module, "distribution", lambda _name: SimpleNamespace(files=paths))

    return listed


def test_installed_example_is_found_where_the_wheel_put_it(installed):
    installed(["carbonpath.yaml", "scenarios/reference.yaml"])
    assert [str(name) for name in example_files()] == ["carbonpath.yaml", "scenarios/reference.yaml"]
    assert all(path.is_file() for path in example_files().values())


def test_installation_without_the_example_is_told(installed):
    installed([])
    with pytest.raises(StorageError, match="CP-952"):
        example_files()


def test_wheel_carries_every_file_of_the_example():
    settings = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]
    packed = {
        f"{folder}/{path.name}".removeprefix(INSTALLED.rstrip("/")).lstrip("/")
        for folder, globs in settings["data-files"].items()
        for pattern in globs
        for path in REPOSITORY.glob(pattern)
    }
    assert packed == {str(name) for name in example_files()}
