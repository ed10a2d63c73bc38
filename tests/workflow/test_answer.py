"""Answering a scenario as the command line asks."""

from dataclasses import replace

import pytest
from systems import clean_and_dirty, many_lumpy_plants, two_equal_furnaces

from carbonpath.core.errors import UsageError
from carbonpath.model import solve
from carbonpath.model.goal import Goal
from carbonpath.model.highs import SolverOptions
from carbonpath.workflow.answer import Question, answer_system
from carbonpath.workflow.manifest import UNPROVEN

YEARS = (2020, 2021)


def growing():
    """Return 100 and 200 Mt of a good, dirty or clean, of which 30 Mt were dirty in the first year."""
    system = clean_and_dirty(
        YEARS,
        demand={("good", 2020): 100.0, ("good", 2021): 200.0},
        max_activity={("dirty", 2020): 30.0},
        boundary_weight={("scope1", "co2"): 1.0},
    )
    return system


def emissions(answer):
    rows = answer.outcome.result[answer.outcome.result["quantity"] == "boundary_emissions"]
    return dict.fromkeys(YEARS, 0.0) | dict(zip(rows["year"], rows["value"], strict=True))


@pytest.mark.parametrize(
    ("objective", "path", "changes"),
    [
        pytest.param((), {2020: 30.0, 2021: 200.0}, 0, id="cost"),
        pytest.param(("peak",), {2020: 0.0, 2021: 0.0}, 2, id="peak"),
        pytest.param(("cumulative",), {2020: 0.0, 2021: 0.0}, 1, id="cumulative"),
        pytest.param(("peak", "cumulative"), {2020: 0.0, 2021: 0.0}, 3, id="peak, then cumulative"),
    ],
)
def test_the_goal_decides(objective, path, changes):
    answer = answer_system(growing(), Question(goal=Goal(objective)), SolverOptions(), "s")
    assert emissions(answer) == pytest.approx(path, abs=1e-9)
    assert len(answer.changes) == changes
    assert answer.problems == ()


def test_a_simulation_lets_the_structure_of_the_first_year_go_on():
    system = growing()
    named = system.technologies.assign(main_output="good")
    answer = answer_system(replace(system, technologies=named), Question("simulate"), SolverOptions(), "s")
    assert emissions(answer) == pytest.approx({2020: 30.0, 2021: 60.0}, abs=1e-4)
    assert answer.outcome.status == "simulated"
    assert set(answer.outcome.seconds) == {"build", "compile", "solve", "total"}


@pytest.mark.parametrize("mode", ["simulate", "myopic"])
def test_what_does_not_weigh_all_years_has_no_other_goal(mode):
    with pytest.raises(UsageError, match="CP-627"):
        answer_system(growing(), Question(mode, Goal(("peak",))), SolverOptions(), "s")


def test_the_status_of_an_unproven_plan_is_the_models():
    assert solve.UNPROVEN == UNPROVEN


def test_a_plan_kept_unproven_is_an_answer_with_a_warning():
    answer = answer_system(many_lumpy_plants(), Question(), SolverOptions(node_limit=1), "lumpy")
    assert answer.outcome.status == UNPROVEN
    assert [(problem.code, problem.severity) for problem in answer.problems] == [("CP-602", "warning")]


def test_a_myopic_plan_says_what_it_costs_beyond_perfect_foresight():
    answer = answer_system(growing(), Question("myopic", sight=1), SolverOptions(), "s")
    assert answer.outcome.status == "myopic"
    assert set(answer.outcome.seconds) == {"build", "compile", "solve", "total"}
    assert [(problem.code, problem.value) for problem in answer.problems] == [("CP-641", "0")]


def test_a_plan_that_could_be_another_is_told_with_a_warning():
    tied = answer_system(two_equal_furnaces(), Question(), SolverOptions(tie_break=False), "ties")
    broken = answer_system(two_equal_furnaces(), Question(), SolverOptions(), "ties")
    assert [problem.code for problem in tied.problems] == ["CP-640"]
    assert broken.problems == ()
