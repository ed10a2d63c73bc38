"""CO2 is captured, moved and stored within ceilings, by year and in all."""

from __future__ import annotations

import pytest
from systems import make_system

UNIT = (
    "  {key}: [{{technology: {name}, kind: max_capacity, unit: Mt/y, values: {{2021: {value}}}, reason: r, source: s}}]"
)
STORE = "  stored_max: [{{total: {{value: {value}, unit: {unit}}}, reason: r, source: s}}]"


@pytest.fixture
def kiln():
    """Return a kiln that emits 10 Mt a year in 2020-2022 under a price of 10 CNY per t: 100 a year, 300 in all.

    Capture takes a tonne back for 2 CNY, storage for 3: from 2021 on each tonne stored saves 5 CNY. In 2020 neither
    stands.
    """
    ceilings = {
        (name, year): 0.0 if year == 2020 else 20.0 for name in ("CCS", "CO2_TS") for year in (2020, 2021, 2022)
    }
    return make_system(
        {"KILN": "", "CCS": "Mt/y", "CO2_TS": "Mt/y"},
        {"lime": "equal", "captured": "equal"},
        {
            "output_activity_ratio": {("KILN", "lime", "1"): 1.0, ("CCS", "captured", "1"): 1.0},
            "input_activity_ratio": {("CO2_TS", "captured", "1"): 1.0},
            "emission_activity_ratio": {("KILN", "co2", "1"): 1.0, ("CCS", "co2", "1"): -1.0},
            "emission_price": {("co2",): 10.0},
            "variable_cost": {("CCS", "1"): 2.0, ("CO2_TS", "1"): 3.0},
            "residual_capacity": ceilings,
            "max_capacity": {("CCS",): 20.0, ("CO2_TS",): 20.0},
            "max_activity": {("CCS", year): 9.0 for year in (2020, 2021, 2022)},
            "demand": {("lime",): 10.0},
            "discount_rate": {(): 0.0},
        },
        years=(2020, 2021, 2022),
    )


@pytest.mark.parametrize(
    ("blocks", "stored"),
    [
        ((), 9 + 9),
        ((STORE.format(value=12, unit="Mt"),), 12),
        ((STORE.format(value=1200, unit="万t"),), 12),
        ((STORE.format(value=30, unit="Mt"),), 18),
    ],
    ids=["no store named", "store of 12 Mt", "in another unit", "more than is captured"],
)
def test_stores_take_so_much_in_all(solve, kiln, blocks, stored):
    answer = solve(kiln, "carbon_capture:\n" + "\n".join(blocks) if blocks else "")

    assert sum(sum(answer.made("CO2_TS", year=year)) for year in (2020, 2021, 2022)) == pytest.approx(stored)
    assert answer.cost == pytest.approx(300 - 5 * stored)


@pytest.mark.parametrize(("key", "name"), [("capture", "CCS"), ("storage", "CO2_TS")])
def test_ceiling_of_a_year_binds_capture_and_storage(changed, kiln, key, name):
    after = changed(kiln, "carbon_capture:\n" + UNIT.format(key=key, name=name, value=4)).parameter("max_capacity")

    found = after.set_index(["technology", "year"])["value"]
    assert found[name, 2021] == found[name, 2022] == pytest.approx(4.0)
    assert found[name, 2020] == pytest.approx(20.0)


def test_left_out_it_changes_nothing(solve, kiln):
    assert solve(kiln).cost == pytest.approx(300 - 5 * 18)


def test_store_in_tonnes_of_coal_is_refused_with_its_line(refused_on, kiln):
    (problem,) = refused_on(kiln, "carbon_capture:\n" + STORE.format(value=1, unit="MW"))

    assert (problem.code, problem.place) == ("CP-448", "levers.carbon_capture.stored_max.0.total.unit, line 4")
