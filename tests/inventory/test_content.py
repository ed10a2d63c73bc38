"""Energy and carbon of every amount, the same as in the inventory."""

from __future__ import annotations

import pytest

from carbonpath.core.schemas import CONTENT
from carbonpath.inventory.build import build_inventory
from carbonpath.inventory.content import activity_content
from carbonpath.inventory.specification import Specification


@pytest.fixture(scope="module")
def rules():
    """Return a guideline with oxidation below one."""
    return Specification(default_guideline="NDRC-2014-petrochemical")


def test_carbon_burnt_and_flared_is_that_of_the_inventory(row, table, factors, rules):
    """Furnaces oxidise 99 % of the gas, flares 98 %."""
    activity = table(
        row("F02", "furnace", "1A1b", "combusted", "refinery_dry_gas", 10, "t"),
        row("F02", "flare", "1B2", "flared", "refinery_dry_gas", 3, "t"),
        row("F02", "", "", "purchased", "naphtha", 5, "t", "outside"),
    )

    content = activity_content(activity, factors, rules)
    emissions = build_inventory(activity, factors, rules)

    carbon_dioxide = emissions[emissions["gas"] == "CO2"].set_index("facility")["value"]
    burnt = content.set_index("facility")["co2_burnt"]
    assert list(content.columns) == CONTENT.names
    assert burnt["furnace"] == pytest.approx(carbon_dioxide["furnace"], rel=1e-12)
    assert burnt["flare"] == pytest.approx(carbon_dioxide["flare"], rel=1e-12)
    assert burnt[""] == 0


def test_mass_energy_and_carbon_of_an_amount(row, table, factors, rules):
    """5 t of naphtha: 41.031 GJ/t and 0.02 tC/GJ."""
    activity = table(row("F02", "", "", "purchased", "naphtha", 5, "t", "outside"))

    entry = activity_content(activity, factors, rules).iloc[0]

    assert (entry["mass"], entry["energy"]) == pytest.approx((5, 5 * 41.031))
    assert entry["co2_content"] == pytest.approx(5 * 41.031 * 0.02 * 44 / 12)
