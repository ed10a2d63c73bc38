"""`carbonpath cobenefit`."""

import pytest
from stored_runs import store_run


@pytest.fixture
def project(toy_project):
    """Return the shipped project with two runs."""
    for minute, scenario in enumerate(("reference", "combined")):
        store_run(toy_project / "runs", scenario, minute)
    return toy_project


def test_reductions_elasticities_and_synergy(carbonpath, project):
    out = carbonpath("cobenefit", "combined", "-C", project).out
    assert "Reductions in 2035 against reference (scope 1, positive: less)" in out
    assert "NOx" in out
    assert "synergy" in out


def test_sectors_in_chinese(carbonpath, project):
    out = carbonpath("cobenefit", "combined", "--by", "sector", "--year", "2030", "-C", project, "--lang", "zh").out
    assert "钢铁" in out
    assert "2030 年" in out
    assert "协同指数" in out


def test_json(carbonpath, project):
    told = carbonpath("cobenefit", "combined", "-C", project, "--json").json
    assert (told["reference"], told["boundary"]) == ("reference", "scope1")
    assert set(told["effects"][0]["pollutants"]) == {"so2", "nox", "pm25", "voc"}
