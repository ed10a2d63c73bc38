"""`carbonpath export`."""

import json
from pathlib import Path

import pytest
from stored_runs import store_solved
from systems import coal_cap


@pytest.fixture
def project(toy_project):
    """Return the shipped project with a run of a small system."""
    store_solved(toy_project / "runs", coal_cap(), "small")
    return toy_project


def test_the_system_of_a_run_is_solved_again_to_its_objective(carbonpath, project, tmp_path):
    written = carbonpath("export", "small", "--format", "osemosys", "-o", tmp_path / "set", "-C", project)
    told = carbonpath("solve", tmp_path / "set", "--json").json

    manifest = json.loads(next((project / "runs").glob("*_small/manifest.json")).read_text(encoding="utf-8"))
    assert written.code == 0
    assert told["objective"] == pytest.approx(manifest["solver"]["objective"], rel=1e-12)


@pytest.mark.parametrize("kind", ["csv", "iamc-wide", "iamc-long", "xlsx"])
def test_files_that_were_written_are_told(carbonpath, project, tmp_path, kind):
    answer = carbonpath("export", "small", "--format", kind, "-o", tmp_path / "out", "-C", project, "--json")
    assert all(Path(name).is_file() for name in answer.json["files"])


def test_the_system_of_one_run_at_a_time(carbonpath, project, tmp_path):
    answer = carbonpath("export", "small", "small", "--format", "osemosys", "-o", tmp_path / "set", "-C", project)
    assert answer.code == 2
    assert "CP-166" in answer.err
    assert not (tmp_path / "set").exists()
