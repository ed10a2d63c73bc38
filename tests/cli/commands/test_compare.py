"""`carbonpath compare`."""

import json

import pytest
from stored_runs import store_run


@pytest.fixture
def project(toy_project):
    """Return the shipped project with a run of the reference and one of the coal cap."""
    for minute, scenario in enumerate(("reference", "coal-cap")):
        store_run(toy_project / "runs", scenario, minute)
    return toy_project


def test_peak_year_stands_beside_its_plateau_and_units_in_the_headers(carbonpath, project):
    out = carbonpath("compare", "reference", "coal-cap", "-C", project).out
    assert "plateau" in out
    assert "MtCO₂" in out
    assert "scope 1" in out
    assert "Illustrative" in out


def test_differences_from_the_first(carbonpath, project):
    out = carbonpath("compare", "reference", "coal-cap", "-C", project).out
    assert "Difference from reference" in out
    assert out.splitlines()[-1].split()[0] == "coal-cap"


def test_chinese_numbers_are_in_the_units_of_the_bureau(carbonpath, project):
    out = carbonpath("compare", "@last", "-C", project, "--lang", "zh").out
    assert "万tCO₂" in out
    assert "亿元" in out


def test_json(carbonpath, project):
    entries = carbonpath("compare", "reference", "coal-cap", "-C", project, "--json").json
    assert [entry["scenario"] for entry in entries] == ["reference", "coal-cap"]
    assert entries[1]["difference"]["coal_mtce"]["2035"] < 0


def test_unknown_run(carbonpath, project):
    answer = carbonpath("compare", "combined", "-C", project)
    assert answer.code == 2
    assert "CP-120" in answer.err


def test_variant_of_a_scenario_is_never_taken_for_the_scenario(carbonpath, project):
    path = next((project / "runs").glob("*_coal-cap_*")) / "manifest.json"
    content = {**json.loads(path.read_text(encoding="utf-8")), "options": {"set": ["demand=low"]}}
    path.write_text(json.dumps(content), encoding="utf-8")

    assert carbonpath("compare", "reference", "coal-cap", "-C", project).out.count("coal-cap demand=low") == 2
    assert "CP-942" in carbonpath("decompose", "coal-cap", "-C", project, "--lang", "en").err
