"""`carbonpath inventory build|show`."""

import pytest

PROMISED = ["year", "boundary", "total_tco2e", "scope1_tco2e", "scope2_tco2e", "uncertainty_pct", "firms", "problems"]


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """Return a folder for tables."""
    return tmp_path_factory.mktemp("inventory")


def test_json_has_the_keys_that_other_programs_rely_on(carbonpath, toy_project, built):
    told = carbonpath("inventory", "build", "-C", toy_project, "--json", "-o", built).json
    assert list(told) == PROMISED
    assert list(told["firms"][0]) == ["firm", "sector", "scope1_tco2e", "scope2_tco2e"]
    assert 33e6 < told["total_tco2e"] < 41e6
    assert told["scope1_tco2e"] == pytest.approx(sum(firm["scope1_tco2e"] for firm in told["firms"]))
    assert sorted(path.name for path in built.iterdir()) == ["activity.csv", "emissions.csv", "totals.json"]


def test_show_tells_unit_and_boundary_and_writes_nothing(carbonpath, toy_project):
    answer = carbonpath("inventory", "show", "-C", toy_project, "--lang", "zh", "--year", "2021")
    assert "万tCO₂e" in answer.out
    assert "示意" in answer.out
    assert not (toy_project / "runs").exists()


def test_year_that_was_not_surveyed(carbonpath, toy_project):
    answer = carbonpath("inventory", "show", "-C", toy_project, "--year", "2019")
    assert answer.code == 2
    assert "2020, 2021, 2022" in answer.err
