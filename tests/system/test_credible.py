"""Plans that cannot be, found from their table and what goods hold."""

from __future__ import annotations

import pandas as pd
import pytest
from shipped import shipped_base, shipped_system

from carbonpath.core.schemas import RESULT
from carbonpath.core.tables import as_table
from carbonpath.model.run import solve_system
from carbonpath.reference.energy_contents import EnergyContents, load_energy_contents
from carbonpath.system.credible import check_carbon, check_energy


@pytest.fixture(scope="module")
def plan():
    """Return the reference of the shipped district."""
    return solve_system(shipped_system("reference"), scenario="reference").result


def scaled(plan, factor, **where):
    """Return a plan in which the rows of some names are larger."""
    chosen = pd.Series(True, index=plan.index)
    for column, value in where.items():
        chosen &= plan[column] == value
    assert chosen.any()
    return plan.assign(value=plan["value"].where(~chosen, plan["value"] * factor))


def energy(plan):
    found = check_energy(plan, shipped_system("reference"), load_energy_contents())
    return [(problem.code, problem.place) for problem in found]


def carbon(plan):
    fitted = shipped_base()[1].calibrated
    return check_carbon(plan, shipped_system("reference"), fitted.district, fitted.carbon)


def test_shipped_plan_is_possible(plan):
    assert energy(plan) == []
    assert carbon(plan) == []


def test_boiler_of_more_heat_than_fuel_is_found_and_opens_the_ledger(plan):
    power = {"quantity": "production", "technology": "F01.CCPP", "commodity": "electricity"}
    found = energy(scaled(plan, 3.0, **power))

    assert ("CP-750", "F01.CCPP") in found
    assert {code for code, _ in found} >= {"CP-750", "CP-753"}
    assert [place for code, place in found if code == "CP-753"] == [str(year) for year in range(2020, 2036)]


def test_add_on_of_more_energy_than_its_whole_firm_takes_is_found(plan):
    found = energy(scaled(plan, 500.0, quantity="production", technology="F01.TRT", commodity="electricity"))

    assert ("CP-751", "F01") in found
    assert ("CP-750", "F01.TRT") not in found


@pytest.mark.parametrize(
    ("technology", "commodity"), [("F10.PV_DIST", "electricity"), ("F10.HP_STEAM", "heat_steam")], ids=["sun", "heat"]
)
def test_more_sun_or_ambient_heat_than_there_is_is_found(plan, technology, commodity):
    found = energy(scaled(plan, 2.0, quantity="production", technology=technology, commodity=commodity))

    assert ("CP-752", technology) in found


def test_emission_without_its_carbon_is_found_with_its_worst_year(plan):
    where = {"quantity": "technology_emissions", "technology": "F01.BF_STD", "emission": "co2"}
    (problem,) = carbon(scaled(plan, 0.9, **where))

    assert (problem.code, problem.place, problem.severity) == ("CP-754", "F01.BF_STD", "warning")
    released = plan[(plan["technology"] == "F01.BF_STD") & (plan["quantity"] == "technology_emissions")]
    worst = released.loc[released["value"].abs().idxmax()]
    assert problem.details["year"] == str(worst["year"])
    assert float(problem.details["carbon"]) == pytest.approx(worst["value"], rel=1e-4)


def test_case_without_energy_has_nothing_to_judge():
    nothing = as_table([], RESULT)

    assert check_energy(nothing, shipped_system("reference"), EnergyContents({}, {})) == []
