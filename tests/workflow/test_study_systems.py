"""Systems of a project for its studies."""

import pytest
from shipped import shipped_base, shipped_system

from carbonpath.core.errors import ScenarioError
from carbonpath.study.fingerprint import system_sha256
from carbonpath.workflow.study_systems import ProjectSystems


@pytest.fixture(scope="module")
def systems():
    return ProjectSystems(*shipped_base())


def test_a_scenario_has_the_system_of_a_run(systems):
    assert system_sha256(systems.system("reference", None, None)) == system_sha256(shipped_system("reference"))


def test_a_system_is_made_once(systems):
    assert systems.system("reference", None, None) is systems.system("reference", None, None)


def test_a_path_of_prices_stands_in_for_that_of_the_scenario(systems):
    low, own = (coal_price(systems.system("reference", None, prices)) for prices in ("low", None))

    assert low < own


def coal_price(system):
    table = system.parameter("variable_cost").set_index(["technology", "mode", "year"])["value"]
    return table["F01.BUY.coking_coal", "1", system.years[-1]]


def test_gdp_is_told_by_year_where_the_path_is_known(systems):
    known = systems.gdp(None)

    assert known["year"].tolist() == sorted(known["year"])
    assert not known.empty
    assert systems.gdp("no such path").empty


def test_an_unknown_scenario_is_refused(systems):
    with pytest.raises(ScenarioError):
        systems.system("paradise", None, None)
