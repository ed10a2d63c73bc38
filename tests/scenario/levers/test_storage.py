"""Power is stored: so much power and energy of storage at least and at most, by year."""

from __future__ import annotations

import pytest
from levelled_systems import battery_to_build, sunny_furnace

STORAGE = """
storage:
  technology: battery
  {bound}: {{unit: {unit}, values: {{2021: {value}}}, reason: r, source: s}}
"""


def bounded(bound: str, value: float) -> str:
    unit = "Mt/y" if bound.startswith("power") else "Mt"
    return STORAGE.format(bound=bound, unit=unit, value=value)


def test_left_out_it_changes_nothing(solve):
    assert solve(battery_to_build()).cost == pytest.approx(10 + 6)
    assert solve(battery_to_build(cells=7300.0)).cost == pytest.approx(10 + 10)


@pytest.mark.parametrize(
    ("bound", "value", "carried", "power"),
    [("power_max", 0.5, 0.25, 0.5), ("energy_max", 0.25 / 365.0, 0.25, 0.5)],
    ids=["power", "energy"],
)
def test_no_more_is_stored_than_may_stand(solve, bound, value, carried, power):
    answer = solve(battery_to_build(), bounded(bound, value))

    # 0.25 carried saves 0.8 x 10 x 0.25 and costs 0.5 of power and 0.5 of cells
    assert answer.of("timeslice_production", "battery") == pytest.approx(0.8 * carried)
    assert answer.of("new_capacity", "battery") == pytest.approx(power)
    assert answer.cost == pytest.approx(10 + 10 - 2 + 1)


def test_energy_that_must_stand_is_used(solve):
    answer = solve(battery_to_build(cells=7300.0), bounded("energy_min", 0.5 / 365.0))

    # cells for 10; carrying 0.5 saves 4 and costs 1 of power
    assert answer.of("new_storage_capacity", "cells") == pytest.approx(0.5 / 365.0)
    assert answer.cost == pytest.approx(10 + 10 + 10 - 4 + 1)


def test_power_that_must_stand_is_paid(solve):
    answer = solve(battery_to_build(cells=7300.0), bounded("power_min", 3.0))

    assert answer.of("total_capacity", "battery") == pytest.approx(3.0)
    assert answer.cost == pytest.approx(10 + 10 + 3)


@pytest.mark.parametrize(
    ("system", "technology", "code"),
    [
        (sunny_furnace(), "battery", "CP-495"),
        (battery_to_build(), "furnace", "CP-496"),
        (battery_to_build(), "batery", "CP-444"),
    ],
    ids=["a system without storage", "a technology that stores nothing", "unknown technology"],
)
def test_what_cannot_store_is_refused(refused_on, system, technology, code):
    (problem,) = refused_on(system, bounded("power_max", 1.0).replace("battery", technology))

    assert problem.code == code
