"""`carbonpath alternatives`."""

import pytest
from stored_runs import store_solved
from systems import growing_demand


@pytest.fixture
def project(toy_project):
    """Return the shipped project with a run of a small system."""
    store_solved(toy_project / "runs", growing_demand())
    return toy_project


def test_ranges_are_told_with_unit_and_slack(carbonpath, project):
    out = carbonpath("alternatives", "small", "-C", project, "--of", "scope1@2021", "--slack", "5%").out
    row = next(line.split() for line in out.splitlines() if line.strip().startswith("scope 1"))
    assert row[2:5] == ["2021", "5", "%"]
    assert row[-2:] == ["120", "Mt"]


def test_json_plans_and_files(carbonpath, project, tmp_path):
    told = carbonpath("alternatives", "small", "-C", project, "--plans", "1", "-o", tmp_path / "out", "--json").json
    assert {"scenario", "run", "boundary", "extents", "plans", "files"} <= set(told)
    assert all((tmp_path / "out").is_dir() and path.startswith(str(tmp_path)) for path in told["files"])


def test_in_chinese(carbonpath, project):
    assert "可变范围" in carbonpath("alternatives", "small", "-C", project, "--lang", "zh", "--plans", "1").out


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(("--of", "coal"), "CP-621"), (("--of", "a:b"), "CP-138"), (("--slack", "2"), "CP-629")],
    ids=["not there", "no quantity", "no percentage"],
)
def test_mistakes(carbonpath, project, arguments, code):
    answer = carbonpath("alternatives", "small", "-C", project, *arguments)
    assert answer.code == 2
    assert code in answer.err
