"""`carbonpath runs list|show|tag`."""

import pytest
from stored_runs import store_run, store_solved
from systems import growing_demand


@pytest.fixture
def project(toy_project):
    """Return the shipped project with a run of the reference."""
    store_run(toy_project / "runs", "reference", 0)
    return toy_project


def test_list_names_every_run(carbonpath, project):
    out = carbonpath("runs", "list", "-C", project).out
    assert "20261123T100000_reference_00000000" in out
    assert "optimal" in out


def test_tag_is_listed_and_found(carbonpath, project):
    assert carbonpath("runs", "tag", "@last", "headline", "-C", project).code == 0
    entry = carbonpath("runs", "list", "-C", project, "--json").json[0]
    assert entry["tag"] == "headline"
    assert carbonpath("runs", "show", "headline", "-C", project, "--json").json["run"] == entry["run"]


def test_show_lists_manifest_and_files(carbonpath, project):
    answer = carbonpath("runs", "show", "@last", "-C", project)
    assert ["scenario", "reference"] in [line.split() for line in answer.out.splitlines()]
    assert "indicators.csv" in answer.out


def test_show_of_an_unknown_run(carbonpath, project):
    assert carbonpath("runs", "show", "none", "-C", project).code == 2


def test_verify_tells_what_was_checked(carbonpath, toy_project):
    store_solved(toy_project / "runs", growing_demand())
    answer = carbonpath("runs", "verify", "small", "-C", toy_project)
    assert answer.code == 0
    assert "every check passed" in answer.out
    assert "found again, bit by bit" in answer.out
    assert carbonpath("runs", "verify", "small", "-C", toy_project, "--json").json["verified"] is True


def test_verify_of_an_altered_run_ends_with_its_exit_code(carbonpath, toy_project):
    run = store_solved(toy_project / "runs", growing_demand())
    (run.folder / "duals.csv").write_text("")
    answer = carbonpath("runs", "verify", "small", "-C", toy_project)
    assert answer.code == 7
    assert "CP-742" in answer.err


def test_quantity_is_told_by_year(carbonpath, toy_project):
    store_solved(toy_project / "runs", growing_demand())
    asked = ("runs", "quantity", "small", "annual_activity", "dirty", "-C", toy_project)

    rows = carbonpath(*asked, "--json").json["rows"]

    assert [row["value"] for row in rows] == pytest.approx([100.0, 120.0, 110.0])
    assert "110" in carbonpath(*asked).out
    assert carbonpath("runs", "quantity", "small", "activities", "-C", toy_project).code == 2
