"""Routes from dust, gas and CO2 to products in the shipped district: closed unless opened, and no carbon vanishes."""

from __future__ import annotations

from pathlib import Path

import pytest

from carbonpath.core.tables import read_csv
from carbonpath.model.run import solve_system
from carbonpath.scenario.compose import check_scenario, scenario_changes
from carbonpath.scenario.load import load_scenario
from carbonpath.system.overlay import apply_changes

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "headline.csv"
SHIPPED = Path(__file__).resolve().parents[2] / "scenarios"
ROUTES = ("F01.DUST_RHF", "F01.COG_METHANOL", "F01.LDG_GLYCOL", "F10.CO2_METHANOL")
METHANOL, GLYCOL = 0.375 * 44 / 12, 0.387 * 44 / 12
"""t CO2 that the carbon of a tonne would make."""
FORCED = """
title: Forced
extends: combined
levers:
  circular:
    routes:
      - {{technology: {name}, kind: max_capacity, unit: kt/y, values: {{2031: 0, 2032: 100}}, reason: r, source: s}}
      - {{technology: {name}, kind: min_activity, unit: kt/y, values: {{2031: 0, 2032: 100}}, reason: r, source: s}}
"""


def ratio(system, technology):
    """Return the t CO2 that a technology releases per unit of activity."""
    table = system.parameter("emission_activity_ratio")
    rows = table[(table["technology"] == technology) & (table["emission"] == "co2") & (table["year"] == 2030)]
    return rows["value"].sum()


@pytest.mark.parametrize("name", ROUTES)
def test_route_is_closed_in_the_data(qingshan, name):
    table = qingshan.parameter("max_capacity")
    rows = table[table["technology"] == name]

    assert sorted(rows["year"]) == list(qingshan.years)
    assert set(rows["value"]) == {0.0}


def test_gas_that_becomes_a_product_takes_its_carbon_along(qingshan):
    # 35 GJ of coke-oven gas in a tonne of methanol, 11.5 GJ of converter gas in one of glycol, as where they are burnt
    cog, ldg = ratio(qingshan, "F01.POOL_COG"), ratio(qingshan, "F01.POOL_LDG")

    assert ratio(qingshan, "F01.COG_METHANOL") == pytest.approx(35 * cog - METHANOL)
    assert ratio(qingshan, "F01.LDG_GLYCOL") == pytest.approx(11.5 * ldg - GLYCOL)
    assert ratio(qingshan, "F01.COG_METHANOL") > 0.0
    assert ratio(qingshan, "F01.LDG_GLYCOL") > 0.0


def test_captured_co2_that_no_product_holds_is_released_again(qingshan):
    assert ratio(qingshan, "F10.CO2_METHANOL") == pytest.approx(1.46 - METHANOL)


def test_dust_was_counted_at_the_furnace(qingshan):
    assert ratio(qingshan, "F01.DUST_RHF") == 0.0


def test_dust_is_bounded_by_the_steel_it_comes_from(qingshan):
    table = qingshan.parameter("max_group_share")
    rows = table[table["group"] == "dust_treatment"]

    assert set(rows["reference_group"]) == {"all_crude_steel"}
    assert set(rows["value"]) == {0.02}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "more", "dearer"),
    [("COG_METHANOL", 0.022, 127), ("LDG_GLYCOL", 0.082, 157), ("CO2_METHANOL", 0.027, 209)],
)
def test_chemicals_of_gas_and_co2_cost_money_and_do_not_lower_emissions(write, qingshan, *, name, more, dearer):
    folder = write("forced", FORCED.format(name=name))
    for parent in ("combined", "hydrogen-island", "clean-transport", "coal-cap", "reference"):
        write(parent, (SHIPPED / f"{parent}.yaml").read_text(encoding="utf-8"))
    scenario = load_scenario("forced", folder)
    assert check_scenario(scenario, qingshan) == []

    outcome = solve_system(apply_changes(qingshan, scenario_changes(scenario, qingshan)), scenario="forced")

    rows = outcome.result.set_index(["quantity", "year"])
    total = rows.loc[("boundary_emissions", 2035)].set_index("emission")["value"]["scope1+import"]
    made = rows.loc[("annual_activity", 2035)].set_index("technology")["value"]
    captured = sum(value for technology, value in made.items() if technology.endswith("_CCS"))
    used = 1.46 * made.get("F10.CO2_METHANOL", 0.0)
    golden = read_csv(GOLDEN).set_index(["scenario", "boundary"]).loc[("combined", "scope1+import")]
    assert total - float(golden["emissions_2035"]) == pytest.approx(more, abs=2e-3)
    assert outcome.objective - float(golden["total_cost"]) == pytest.approx(dearer, abs=1)
    assert captured == pytest.approx(made.get("F02.CO2_TS", 0.0) + used, abs=1e-7)
