"""`carbonpath ets`."""

import pytest
from stored_runs import store_run


@pytest.fixture
def project(toy_project):
    """Return the shipped project with a run."""
    store_run(toy_project / "runs", "combined", 0)
    return toy_project


def test_positions_of_the_milestones_with_units(carbonpath, project):
    answer = carbonpath("ets", "combined", "-C", project)
    assert "National, power" in answer.out
    assert " 2026 " not in answer.out
    assert "carbon price: low, base, high" in answer.out
    assert "draft 2025-26*" in answer.out
    assert "National, power 2026" in answer.err
    assert "only in a draft" in answer.err


def test_every_year_on_request_in_chinese(carbonpath, project):
    out = carbonpath("ets", "combined", "-v", "-C", project, "--lang", "zh").out
    assert "湖北试点" in out
    assert " 2026 " in out
    assert "万元" in out
    assert "合计" in out


def test_json(carbonpath, project):
    told = carbonpath("ets", "combined", "--prices", "high", "-C", project, "--json").json
    assert told["prices"] == "high"
    assert {"firm", "market", "year", "emissions", "allowances", "surplus", "cost"} < set(told["positions"][0])
    assert {row["prices"] for row in told["costs"]} == {"low", "base", "high"}
    assert told["compliance"][0]["account"] == "national"
    assert told["unverified"]


def test_surveyed_years_with_the_units_that_are_out(carbonpath, shipped_project):
    answer = carbonpath("ets", "history", "-C", shipped_project, "--lang", "en")
    assert "Surveyed years, carbon price: low, base, high" in answer.out
    assert "2021" in answer.out
    assert "out: own gas" in answer.out


def test_one_price_path_and_compliance_on_request(carbonpath, project):
    answer = carbonpath("ets", "combined", "--prices", "high", "--compliance", "-C", project, "--lang", "en")
    assert "carbon price: high" in answer.out
    assert "must be bought" in answer.out
    assert "at most 5 %" in answer.err


def test_files_on_request(carbonpath, project, tmp_path):
    out = carbonpath("ets", "combined", "-o", tmp_path / "market", "-C", project, "--lang", "zh").out
    assert "allowance-cost.png" in out
    assert (tmp_path / "market" / "compliance.csv").is_file()
