"""Storages of a district with day parts: converters that fill and empty, cells that hold."""

from __future__ import annotations

from dataclasses import replace

import pytest
from shipped import shipped_base

from carbonpath.system.specification import DAY_PARTS
from carbonpath.system.system import System

BATTERY = "F10.BATT_2H"


@pytest.fixture(scope="module")
def system() -> System:
    _, base = shipped_base()
    return base.system(replace(base.specification, timeslices=DAY_PARTS))


def value(system: System, name: str, **where: object) -> float:
    table = system.parameter(name)
    for column, wanted in where.items():
        table = table[table[column] == wanted]
    (found,) = table["value"]
    return float(found)


def test_power_and_energy_together_cost_what_the_library_says(system: System) -> None:
    power = value(system, "capital_cost", technology=BATTERY, year=2030)
    energy = value(system, "storage_capital_cost", storage=BATTERY, year=2030)

    assert power == pytest.approx(0.3)
    assert power + energy * 2e-6 * 0.9 == pytest.approx(580.0 * 2.0 * 1000.0 / 1e6)


def test_what_is_filled_comes_back_but_for_the_losses(system: System) -> None:
    assert value(system, "technology_to_storage", technology=BATTERY, mode="2") == 0.86
    assert value(system, "technology_from_storage", technology=BATTERY, mode="1") == 1.0
    assert BATTERY not in system.yearly_technologies


def test_a_year_in_one_piece_has_nothing_to_store() -> None:
    _, base = shipped_base()
    annual = base.system(base.specification)

    assert annual.storages == ()
    assert BATTERY not in set(annual.technologies["technology"])
