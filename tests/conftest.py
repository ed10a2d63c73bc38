"""Three fixtures that tests of several parts share."""

import shutil
from pathlib import Path

import pytest

from carbonpath.system.system import System
from carbonpath.workflow.trial import trial_system

REPOSITORY = Path(__file__).parents[1]


def copy_of_project(folder: Path) -> Path:
    """Return a copy of the shipped project in `folder`."""
    for name in ("inventories", "scenarios"):
        shutil.copytree(REPOSITORY / name, folder / name)
    shutil.copy(REPOSITORY / "carbonpath.yaml", folder)
    return folder


@pytest.fixture
def tiny_system() -> System:
    """Return a mill that must deliver 3 Mt of steel a year at 100 million CNY and 2 Mt CO2 each; nothing to decide."""
    return trial_system()


@pytest.fixture
def toy_project(tmp_path: Path) -> Path:
    """Copy the shipped project into a folder of the test's own, to be altered or broken at will."""
    return copy_of_project(tmp_path / "project")


@pytest.fixture(scope="session")
def shipped_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the shipped project once, for tests that only read; its cache is warm after the first."""
    return copy_of_project(tmp_path_factory.mktemp("shipped") / "project")
