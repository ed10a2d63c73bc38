"""`carbonpath run`."""

import json

import pytest

from carbonpath.workflow.lock import project_lock

PROMISED = (
    "scenario run status objective peak_year peak_mtco2 emissions_mtco2 coal_mtce total_cost seconds max_residual gap"
)


def test_dry_run_says_what_would_be_done_and_does_nothing(carbonpath, toy_project):
    entries = carbonpath("run", "--all", "--dry-run", "-C", toy_project, "--json").json
    assert [entry["scenario"] for entry in entries][:2] == ["reference", "coal-cap"]
    assert {entry["run"] for entry in entries} == {None}
    assert not (toy_project / "runs").exists()


def test_dry_run_in_words(carbonpath, shipped_project):
    out = carbonpath("run", "coal-cap", "--dry-run", "--force", "-C", shipped_project).out
    assert out.splitlines()[-1].split() == ["coal-cap", "new"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        pytest.param((), "CP-127", id="no scenario"),
        pytest.param(("reference", "--set", "demnad*=2"), "CP-124", id="unknown parameter"),
        pytest.param(("reference", "--jobs", "0"), "CP-103", id="no processes"),
        pytest.param(("reference", "--timeslices", "hours"), "CP-103", id="unknown resolution"),
        pytest.param(("reference", "--set", "timeslices=hours"), "CP-940", id="unknown resolution set"),
        pytest.param(("reference", "--sight", "3"), "CP-947", id="sight of a plan that sees all years"),
        pytest.param(("reference", "--tolerance", "1%"), "CP-947", id="tolerance without an objective"),
        pytest.param(("reference", "--set", "prices=hgih"), "CP-940", id="variant that does not exist"),
    ],
)
def test_command_line_that_cannot_be_understood(carbonpath, toy_project, arguments, code):
    answer = carbonpath("run", *arguments, "-C", toy_project)
    assert answer.code == 2
    assert code in answer.err


@pytest.mark.slow
def test_table_charts_json_and_reuse(carbonpath, toy_project):
    first = carbonpath("run", "reference", "-C", toy_project)
    assert first.code == 0
    row = next(line.split() for line in first.out.splitlines() if line.split()[:1] == ["Reference"])
    assert row[-1] == "optimal"
    assert "–" in row[2]
    assert "scope 1" in first.out
    assert first.out.splitlines()[-1].endswith(".svg")

    entry = carbonpath("run", "reference", "-C", toy_project, "--json").json[0]
    assert set(PROMISED.split()) <= set(entry)
    assert entry["reused"]
    assert json.loads((toy_project / "runs" / entry["run"] / "summary.json").read_text(encoding="utf-8"))

    again = carbonpath("run", "reference", "-C", toy_project, "--no-charts", "--lang", "zh", "-v")
    assert "沿用" in again.out


def test_second_writer_ends_with_nine(carbonpath, toy_project):
    with project_lock(toy_project / ".carbonpath"):
        answer = carbonpath("run", "reference", "-C", toy_project)
    assert answer.code == 9
    assert "CP-950" in answer.err
    assert not (toy_project / "runs").exists()
