"""Plans in few numbers."""

import pandas as pd
import pytest
from systems import growing_demand

from carbonpath.model.run import solve_system
from carbonpath.workflow.plans import plan_of, present_value


def test_a_plan_tells_cost_and_emissions_by_year():
    system = growing_demand()
    plan = plan_of(system, "small")
    assert plan.cost == pytest.approx(solve_system(system).objective)
    assert plan.emissions("scope1").to_dict() == pytest.approx({2020: 100.0, 2021: 120.0, 2022: 110.0})
    assert plan.emissions("scope1+import").to_dict() == plan.emissions("scope1").to_dict()


def test_present_value_is_of_the_middle_of_each_year():
    path = pd.Series({2020: 1.0, 2022: 1.0})
    assert present_value(path, growing_demand()) == pytest.approx(1.05**-0.5 + 1.05**-2.5)
