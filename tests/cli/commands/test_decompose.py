"""`carbonpath decompose`."""

import pytest
from stored_runs import store_run


@pytest.fixture
def project(toy_project):
    """Return the shipped project with a run of the reference and one of the coal cap."""
    for minute, scenario in enumerate(("reference", "coal-cap")):
        store_run(toy_project / "runs", scenario, minute)
    return toy_project


def test_factors_with_unit_boundary_and_decoupling(carbonpath, project):
    out = carbonpath("decompose", "reference", "--to", "2030", "-C", project).out
    assert "2020 to 2030" in out
    assert "MtCO₂ (scope 1)" in out
    assert "Energy per GDP" in out
    assert "Tapio elasticity" in out


def test_sectors_in_chinese(carbonpath, project):
    out = carbonpath("decompose", "reference", "coal-cap", "--by", "sector", "-C", project, "--lang", "zh").out
    assert "钢铁" in out
    assert "单位产出排放" in out
    assert "万tCO₂" in out


def test_json_adds_up(carbonpath, project):
    told = carbonpath("decompose", "reference", "coal-cap", "-C", project, "--json").json
    assert told["subjects"] == ["reference", "coal-cap"]
    start, end = told["emissions_mtco2"]
    assert sum(effect["mtco2"] for effect in told["effects"]) == pytest.approx(end - start)


def test_unknown_run(carbonpath, project):
    answer = carbonpath("decompose", "nothing", "-C", project)
    assert (answer.code, "CP-120" in answer.err) == (2, True)
