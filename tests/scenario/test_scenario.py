"""A scenario: choices and levers, each with the file and line that asked for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from carbonpath.core.documents import Document
from carbonpath.scenario.blocks import BLANK
from carbonpath.scenario.scenario import Scenario, ScenarioFile, Setting


def test_scenario_that_says_nothing_takes_the_plan_at_base_prices():
    scenario = Scenario("a", BLANK, BLANK, ("a",), {})

    assert (scenario.demand, scenario.prices, scenario.horizon, scenario.levers) == ("plan", "base", None, {})
    assert scenario.allocation == "benchmark"


@pytest.mark.parametrize("demand", ["plan", "low", "base", "high"])
def test_demand_path_is_what_a_file_chose(demand):
    document = Document(Path("scenarios/a.yaml"), {}, {("demand",): 2})
    setting = Setting(demand, document, ("demand",))

    assert Scenario("a", BLANK, BLANK, ("a",), {("demand",): setting}).demand == demand
    assert setting.source == "scenarios/a.yaml, line 2"


@pytest.mark.parametrize(("given", "parents"), [("a", ("a",)), (["a", "b"], ("a", "b")), ([], ())])
def test_extends_is_one_name_or_a_list(given, parents):
    assert ScenarioFile.model_validate({"title": "A", "extends": given}).extends == parents


@pytest.mark.parametrize("given", [3, {"a": 1}, [1]])
def test_extends_is_nothing_else(given):
    with pytest.raises(ValidationError):
        ScenarioFile.model_validate({"title": "A", "extends": given})
