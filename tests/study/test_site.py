"""Branches before they are compiled."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from small_studies import DEMAND, DIRTY_COST, PRICED, OneSystem, small_study
from systems import growing_demand

from carbonpath.model.system_parameters import read_parameters
from carbonpath.study.branch import BranchKey
from carbonpath.study.site import Site, find_site
from carbonpath.system.system import System


def site(folder: Path, *options: int, **parts: object) -> Site:
    return find_site(small_study(folder, **parts), BranchKey(0, options), OneSystem())


def test_the_reference_is_the_scenario_itself(tmp_path: Path) -> None:
    found = site(tmp_path)

    for name, values in read_parameters(growing_demand()).items():
        assert found.reference[name] == pytest.approx(dict(values))


def test_parameters_follow_the_factors_after_the_first_year(tmp_path: Path) -> None:
    parameters = site(tmp_path).parameters(np.array([9.0, 0.5]))

    assert list(parameters["demand"].values()) == [100.0, 60.0, 55.0]
    assert [v for index, v in parameters["variable_cost"].items() if index[1] == "dirty"] == [3.0, 9.0, 9.0]


def test_every_moved_cell_is_named_once(tmp_path: Path) -> None:
    cells = site(tmp_path).cells

    assert cells == tuple(sorted(set(cells)))
    assert {name for name, _ in cells} == {"demand", "variable_cost"}


def test_a_row_that_a_factor_adds_is_not_there_before(tmp_path: Path) -> None:
    limit = {"parameter": "max_activity", "where": {"technology": "dirty"}, "operation": "set"}
    found = site(tmp_path, factors={"limit": {**DIRTY_COST, "changes": [limit]}})

    assert np.isnan(found.values(found.cells)).all()
    assert set(found.parameters(np.array([7.0]))["max_activity"].values()) == {7.0}


def test_alternatives_choose_system_changes_and_name(tmp_path: Path) -> None:
    factors = {"demand": DEMAND, "priced": PRICED}

    free, taxed = (site(tmp_path, option, factors=factors) for option in (0, 1))

    assert (free.name, taxed.name) == ("base, free", "base, taxed")
    costs = taxed.system.parameter("variable_cost")
    assert costs.loc[costs["technology"] == "dirty", "value"].tolist() == [3.0, 9.0, 9.0]
    assert free.system.parameter("variable_cost")["value"].max() == 8.0


def test_paths_of_alternatives_are_asked_of_the_project(tmp_path: Path) -> None:
    asked: list[tuple[str, str | None, str | None]] = []

    class Noted(OneSystem):
        def system(self, scenario: str, demand: str | None, prices: str | None) -> System:
            asked.append((scenario, demand, prices))
            return super().system(scenario, demand, prices)

        def gdp(self, demand: str | None) -> pd.DataFrame:
            asked.append(("gdp", demand, None))
            return super().gdp(demand)

    factors = {"path": {"alternatives": {"own": {}, "high": {"demand": "high", "prices": "low"}}}}
    study = small_study(tmp_path, factors=factors)
    for option in (0, 1):
        find_site(study, BranchKey(0, (option,)), Noted())

    assert asked == [("base", None, None), ("gdp", None, None), ("base", "high", "low"), ("gdp", "high", None)]
