"""Plans in few numbers."""

from pathlib import Path

import pandas as pd
import pytest
from systems import growing_demand

from carbonpath.core.documents import Document
from carbonpath.core.errors import InfeasibleError, UsageError
from carbonpath.model.run import solve_system
from carbonpath.scenario.blocks import BLANK
from carbonpath.scenario.scenario import Scenario, Setting
from carbonpath.workflow.plans import plan_of, present_value, require_plan, solve_plan


def test_a_plan_tells_cost_and_emissions_by_year():
    system = growing_demand()
    plan = plan_of(system, "small")
    assert plan.cost == pytest.approx(solve_system(system).objective)
    assert plan.emissions("scope1").to_dict() == pytest.approx({2020: 100.0, 2021: 120.0, 2022: 110.0})
    assert plan.emissions("scope1+import").to_dict() == plan.emissions("scope1").to_dict()


def test_a_system_without_a_plan_is_told_with_its_repair():
    require_plan(growing_demand(), "small")
    with pytest.raises(InfeasibleError) as raised:
        require_plan(growing_demand(max_activity={("clean",): 20.0, ("dirty",): 80.0}), "small")
    assert {"CP-500", "CP-511"} <= {problem.code for problem in raised.value.problems}


def test_present_value_is_of_the_middle_of_each_year():
    path = pd.Series({2020: 1.0, 2022: 1.0})
    assert present_value(path, growing_demand()) == pytest.approx(1.05**-0.5 + 1.05**-2.5)


def test_a_set_of_measures_has_no_allowances_by_rule_of_its_own():
    setting = Setting("rules", Document(Path("scenarios/a.yaml"), {}, {}), ("allocation",))
    with pytest.raises(UsageError) as caught:
        solve_plan(growing_demand(), Scenario("a", BLANK, BLANK, ("a",), {("allocation",): setting}))
    assert [(problem.code, problem.value) for problem in caught.value.problems] == [("CP-736", "a")]
