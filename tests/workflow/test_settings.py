"""`--set KEY=VALUE`."""

import pytest

from carbonpath.core.errors import UsageError
from carbonpath.workflow.settings import read_settings


def told(assignment):
    change = read_settings([assignment]).changes[0]
    return change.parameter, dict(change.where), change.operation, change.value


@pytest.mark.parametrize(
    ("assignment", "change"),
    [
        pytest.param(
            "emission_price[emission=co2,year=2030]=300",
            ("emission_price", {"emission": "co2", "year": 2030}, "set", 300.0),
            id="set a row",
        ),
        pytest.param("demand*=1.1", ("demand", {}, "scale", 1.1), id="scale every row"),
        pytest.param(
            "variable_cost[technology=F01.EAF]+=-5", ("variable_cost", {"technology": "F01.EAF"}, "add", -5.0), id="add"
        ),
        pytest.param(
            "max_group_activity[group=coal_use]=none",
            ("max_group_activity", {"group": "coal_use"}, "clear", 0.0),
            id="remove a limit",
        ),
        pytest.param(
            "demand[commodity=steel_product, year=2025] = 14",
            ("demand", {"commodity": "steel_product", "year": 2025}, "set", 14.0),
            id="blanks",
        ),
    ],
)
def test_assignment_becomes_a_change(assignment, change):
    assert told(assignment) == change


def test_variant_of_the_data_is_a_choice():
    settings = read_settings(["demand=low", "prices=high"])
    assert (settings.choices, settings.changes) == ({"demand": "low", "prices": "high"}, ())


def test_change_says_where_it_comes_from():
    change = read_settings(["demand*=1.1"]).changes[0]
    assert (change.lever, change.reason) == ("--set", "--set demand*=1.1")


@pytest.mark.parametrize(
    ("assignment", "code", "value"),
    [
        pytest.param("demand", "CP-123", "demand", id="no value"),
        pytest.param("=3", "CP-123", "=3", id="no key"),
        pytest.param("demnad*=2", "CP-124", "demnad", id="unknown parameter"),
        pytest.param("activity=2", "CP-124", "activity", id="what the solver decides"),
        pytest.param("demand[fuel=coal]=2", "CP-124", "fuel", id="unknown index"),
        pytest.param("demand[year=soon]=2", "CP-125", "soon", id="year that is none"),
        pytest.param("demand*=low", "CP-125", "low", id="text for a number"),
        pytest.param("emission_price=inf", "CP-125", "inf", id="infinite"),
    ],
)
def test_assignment_that_cannot_be_used(assignment, code, value):
    with pytest.raises(UsageError) as caught:
        read_settings([assignment])
    assert [(problem.code, problem.value) for problem in caught.value.problems] == [(code, value)]


def test_nearest_parameter_is_offered():
    with pytest.raises(UsageError) as caught:
        read_settings(["demnad=2"])
    assert "demand" in caught.value.problems[0].told("en")["expected"]


def test_all_faults_are_told_at_once():
    with pytest.raises(UsageError) as caught:
        read_settings(["demnad=2", "x"])
    assert len(caught.value.problems) == 2


@pytest.mark.parametrize("assignment", ["demand=lo", "prices=hgih"])
def test_variant_that_does_not_exist_is_refused_with_those_that_do(assignment):
    with pytest.raises(UsageError) as stopped:
        read_settings([assignment])

    (problem,) = stopped.value.problems
    assert (problem.code, problem.value) == ("CP-940", assignment.partition("=")[2])
    assert "low" in problem.details["known"]
