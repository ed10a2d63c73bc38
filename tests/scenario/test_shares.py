"""What a floor does on other demand paths of the shipped district: as an amount, and as a share of demand."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from shipped import REPOSITORY, shipped_base

from carbonpath.core.errors import InfeasibleError
from carbonpath.core.tables import read_csv
from carbonpath.model.run import solve_system
from carbonpath.scenario.compose import scenario_changes
from carbonpath.scenario.load import load_scenario
from carbonpath.system.overlay import apply_changes
from carbonpath.workflow.fitting import project_specification

pytestmark = pytest.mark.slow
SCENARIOS = REPOSITORY / "scenarios"
FLOOR = re.compile(r"(- technology: TRK_FC\n +kind: m\w+\n)( +)unit: [^\n]+\n +values: [^\n]+\n")
SHARES = (
    "{2022: 0.06, 2025: 0.38, 2027: 1.5, 2030: 3.64, 2035: 6.6}",
    "{2024: 0, 2025: 0.36, 2027: 1.4, 2030: 3.57, 2035: 6.44}",
)
"""Ceiling and floor of fuel-cell trucks in bulk freight, %: the amounts of the hydrogen island on the path ``plan``."""


@pytest.fixture
def solved(tmp_path):
    """Return a function that solves a scenario on a demand path; ``shares`` has trucks as shares of freight."""
    for path in SCENARIOS.glob("*.yaml"):
        (tmp_path / path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    text = (SCENARIOS / "hydrogen-island.yaml").read_text(encoding="utf-8")
    values = iter(SHARES)
    as_shares, count = FLOOR.subn(lambda found: _share(found, next(values)), text[text.index("  hydrogen_island:") :])
    assert count == 2
    (tmp_path / "shares.yaml").write_text(f"title: S\nextends: combined\nlevers:\n{as_shares}", encoding="utf-8")

    def _solved(name, demand):
        project, base = shipped_base()
        system = base.system(replace(project_specification(project), demand_variant=demand))
        changes = scenario_changes(load_scenario(name, tmp_path), system)
        outcome = solve_system(apply_changes(system, changes), scenario=name)
        rows = outcome.result[outcome.result["quantity"] == "boundary_emissions"]
        return outcome.objective, rows[rows["emission"] == "scope1+import"].set_index("year")["value"]

    return _solved


def _share(found, values):
    return f'{found[1]}{found[2]}unit: "%"\n{found[2]}of: freight_bulk\n{found[2]}values: {values}\n'


def test_amount_of_trucks_leaves_no_plan_where_less_is_moved(solved):
    with pytest.raises(InfeasibleError):
        solved("combined", "low")


def test_share_of_trucks_leaves_a_plan_where_less_is_moved(solved):
    _, total = solved("shares", "low")

    assert total.max() == pytest.approx(35.9, abs=0.05)
    assert total[2035] == pytest.approx(23.3, abs=0.05)


def test_share_of_trucks_is_the_same_plan_on_the_path_of_the_firms(solved):
    cost, total = solved("shares", "plan")

    golden = read_csv(REPOSITORY / "tests" / "golden" / "headline.csv").set_index(["scenario", "boundary"])
    row = golden.loc[("combined", "scope1+import")]
    assert total[2035] == pytest.approx(float(row["emissions_2035"]), abs=0.01)
    assert cost == pytest.approx(float(row["total_cost"]), abs=10)


def test_no_scenario_meets_the_ethylene_of_the_high_path(solved):
    with pytest.raises(InfeasibleError) as caught:
        solved("reference", "high")

    assert any("ethylene" in problem.place for problem in caught.value.problems if problem.code == "CP-521")
