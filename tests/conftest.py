"""Three fixtures that tests of several parts share."""

import shutil
from pathlib import Path

import pytest

from carbonpath.system.system import System
from carbonpath.workflow.trial import trial_system

REPOSITORY = Path(__file__).parents[1]


@pytest.fixture
def tiny_system() -> System:
    """Return a mill that must deliver 3 Mt of steel a year at 100 million CNY and 2 Mt CO2 each; nothing to decide."""
    return trial_system()


@pytest.fixture
def toy_project(tmp_path: Path) -> Path:
    """Copy the shipped project into a folder of its own, to be altered or broken at will."""
    folder = tmp_path / "project"
    for name in ("inventories", "scenarios"):
        shutil.copytree(REPOSITORY / name, folder / name)
    shutil.copy(REPOSITORY / "carbonpath.yaml", folder)
    return folder


@pytest.fixture
def output_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a folder to write to, and work in it."""
    folder = tmp_path / "output"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder
