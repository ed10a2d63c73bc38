"""Spider: the outcome along each factor, the scenario's own value among its points."""

from analytic_studies import factor, solved, study

from carbonpath.study.analyses import spider
from carbonpath.study.designs.grid import Grid
from carbonpath.study.designs.one_at_a_time import OneAtATime

MOVED = (factor("a", 0.0, 4.0, nominal=1.0), factor("b", 0.0, 2.0))


def test_response_rises_along_the_factor_through_the_scenario_itself():
    rows = list(spider.analyse(solved(study(OneAtATime(levels=5), MOVED), lambda x: x[:, 0] ** 2 + x[:, 1])))

    along = [(row.at, row.value) for row in rows if row.factor == "a"]
    assert along == [(0, 1), (1, 2), (2, 5), (3, 10), (4, 17)]


def test_values_without_a_plan_stay_in_the_line():
    asked = study(OneAtATime(levels=5), MOVED)
    rows = list(spider.analyse(solved(asked, lambda x: x[:, 0], without_plan=lambda x: x[:, 0] > 2.5)))

    measures = [row.measure for row in rows if row.factor == "a"]
    assert measures == ["response", "response", "response", "no_plan", "no_plan"]


def test_other_designs_do_not_allow_it():
    assert not spider.applies(solved(study(Grid(levels={"a": 2}), MOVED), lambda x: x[:, 0]))
