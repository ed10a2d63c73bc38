"""`carbonpath study plan|run|status`."""

import json

import pytest

STUDY = {
    "title": {"zh": "少量样本", "en": "few"},
    "scenario": "reference",
    "factors": {
        "coal": {
            "distribution": {"kind": "uniform", "low": 0.8, "high": 1.3},
            "changes": [{"parameter": "variable_cost", "where": {"technology": "*.BUY.*coal*"}}],
        }
    },
    "outcomes": {"peak_year": {"indicator": "peak_year"}},
    "ties": "leave",
    "design": {"method": "latin_hypercube", "samples": 2},
}


@pytest.fixture(scope="module")
def project(shipped_project):
    """Return the shipped project with a study of two samples."""
    path = shipped_project / "scenarios" / "studies" / "two.yaml"
    path.write_text(json.dumps(STUDY, ensure_ascii=False), encoding="utf-8")
    return shipped_project


def test_plan_status_and_run(carbonpath, project):
    planned = carbonpath("study", "plan", "two", "--jobs", "1", "-C", project, "--json")
    assert planned.json | {"seconds": 0, "seconds_per_sample": 0} == {
        "study": "two",
        "samples": 2,
        "solves": 2,
        "done": 0,
        "seconds_per_sample": 0,
        "seconds": 0,
    }
    assert "CP-487" in planned.err

    asked = carbonpath("study", "status", "two", "-C", project)
    assert (asked.code, "CP-967" in asked.err) == (9, True)

    ran = carbonpath("study", "run", "two", "--jobs", "1", "-C", project, "--json")
    assert (ran.code, ran.json["done"], ran.json["failed"]) == (0, 2, 0)
    assert len(ran.json["sha256"]) == 64

    told = carbonpath("study", "status", "two", "-C", project, "--lang", "zh").out
    assert "已完成" in told
    assert "two" in told


def test_an_unknown_study_is_a_mistake_of_the_user(carbonpath, project):
    answer = carbonpath("study", "plan", "tow", "-C", project)

    assert answer.code == 2
    assert "CP-491" in answer.err
    assert "two" in answer.err
