"""`carbonpath plot`."""

from pathlib import Path

import pytest
from stored_runs import store_run


@pytest.fixture
def project(toy_project):
    """Return the shipped project with a run of the reference."""
    store_run(toy_project / "runs", "reference", 0)
    return toy_project


def test_paths_of_the_charts_are_told(carbonpath, project):
    answer = carbonpath("plot", "trajectories", "@last", "-C", project)
    assert answer.code == 0
    assert Path(answer.out.strip()).read_bytes().startswith(b"\x89PNG")


def test_json_and_other_formats(carbonpath, project, tmp_path):
    arguments = ("--format", "svg", "--style", "slide", "-o", tmp_path / "out")
    told = carbonpath("plot", "hydrogen", "@last", "-C", project, "--json", *arguments).json
    assert told == {"files": [str(tmp_path / "out" / "hydrogen.svg")]}


def test_no_run(carbonpath, project):
    answer = carbonpath("plot", "trajectories", "-C", project)
    assert answer.code == 2
    assert "trajectories" in answer.err
