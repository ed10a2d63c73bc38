"""A small system with what OSeMOSYS data sets have and a district has not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd
from systems import make_system

from carbonpath.core.vocabulary import quantity
from carbonpath.system.system import System, as_parameter

NORTH, SOUTH = "north", "south"
YEARS = (2020, 2021)
SLICES = {"winter_day": 0.3, "winter_night": 0.2, "summer_day": 0.3, "summer_night": 0.2}

Rows = Mapping[tuple[object, ...], float]

PARAMETERS: dict[str, Rows] = {
    "discount_rate": {(NORTH,): 0.05, (SOUTH,): 0.08},
    "depreciation_method": {(SOUTH,): 2.0},
    "technology_discount_rate": {(NORTH, "solar"): 0.1},
    "timeslice_share": {("winter_day", 2021): 0.29, ("summer_day", 2021): 0.31},
    "output_activity_ratio": {
        (NORTH, "gas", "power", "1"): 1.0,
        (NORTH, "solar", "power", "1"): 1.0,
        (NORTH, "pump", "power", "2"): 0.75,
        (SOUTH, "gas", "power", "1"): 1.0,
    },
    "input_activity_ratio": {(NORTH, "pump", "power", "1"): 1.0},
    "emission_activity_ratio": {(NORTH, "gas", "co2", "1"): 0.4, (SOUTH, "gas", "co2", "1"): 0.5},
    "variable_cost": {(NORTH, "gas", "1"): 30.0, (SOUTH, "gas", "1"): 20.0},
    "capital_cost": {(NORTH, "solar"): 400.0, (NORTH, "pump"): 50.0, (SOUTH, "gas"): 300.0},
    "operational_life": {(NORTH, "solar"): 20.0, (NORTH, "pump"): 40.0, (SOUTH, "gas"): 30.0},
    "residual_capacity": {(NORTH, "gas"): 8.0, (SOUTH, "gas"): 5.0},
    "capacity_factor": {
        (NORTH, "solar", "winter_day"): 0.2,
        (NORTH, "solar", "winter_night"): 0.0,
        (NORTH, "solar", "summer_day"): 0.6,
        (NORTH, "solar", "summer_night"): 0.0,
    },
    "availability_factor": {(NORTH, "gas"): 0.9},
    "capacity_to_activity": {
        (NORTH, "gas"): 1.0,
        (NORTH, "solar"): 1.0,
        (NORTH, "pump"): 1.0,
        (SOUTH, "gas"): 1.0,
    },
    "capacity_of_unit": {(SOUTH, "gas"): 2.0},
    "demand": {(NORTH, "power"): 5.0},
    "demand_profile": {
        (NORTH, "power", "winter_day"): 0.4,
        (NORTH, "power", "winter_night"): 0.2,
        (NORTH, "power", "summer_day"): 0.3,
        (NORTH, "power", "summer_night"): 0.1,
    },
    "accumulated_demand": {(SOUTH, "power"): 3.0},
    "input_new_capacity_ratio": {(NORTH, "solar", "power"): 0.2},
    "input_total_capacity_ratio": {(NORTH, "gas", "power"): 0.01},
    "trade_route": {(NORTH, SOUTH, "power"): 1.0, (SOUTH, NORTH, "power"): 0.9},
    "annual_emission_limit": {(NORTH, "co2", 2021): 4.0},
    "exogenous_emission": {(NORTH, "co2", 2021): 0.5},
    "model_period_emission_limit": {(NORTH, "co2"): 9.0},
    "model_period_exogenous_emission": {(NORTH, "co2"): 1.0},
    "max_model_period_activity": {(SOUTH, "gas"): 9.0},
    "min_model_period_activity": {(SOUTH, "gas"): 1.0},
    "max_mode_activity": {(NORTH, "pump", "2"): 2.0},
    "min_mode_activity": {(NORTH, "pump", "2", 2021): 0.1},
    "reserve_margin": {(NORTH,): 1.1},
    "reserve_margin_technology": {(NORTH, "gas"): 1.0, (NORTH, "solar"): 0.25},
    "reserve_margin_commodity": {(NORTH, "power"): 1.0},
    "renewable_target": {(NORTH, 2021): 0.1},
    "renewable_technology": {(NORTH, "solar"): 1.0},
    "renewable_commodity": {(NORTH, "power"): 1.0},
    "technology_to_storage": {(NORTH, "pump", "lake", "1"): 1.0},
    "technology_from_storage": {(NORTH, "pump", "lake", "2"): 1.0},
    "storage_level_start": {(NORTH, "lake"): 0.5},
    "residual_storage_capacity": {(NORTH, "lake"): 1.0},
    "min_storage_charge": {(NORTH, "lake"): 0.1},
    "max_storage_charge_rate": {(NORTH, "lake"): 6.0},
    "max_storage_discharge_rate": {(NORTH, "lake"): 7.0},
    "storage_life": {(NORTH, "lake"): 50.0},
    "storage_capital_cost": {(NORTH, "lake"): 10.0},
    "storage_discount_rate": {(NORTH, "lake"): 0.03},
    "timeslice_season": {
        ("winter_day", "1"): 1.0,
        ("winter_night", "1"): 1.0,
        ("summer_day", "2"): 1.0,
        ("summer_night", "2"): 1.0,
    },
    "timeslice_day_type": {(timeslice, "1"): 1.0 for timeslice in SLICES},
    "timeslice_bracket": {
        ("winter_day", "1"): 1.0,
        ("winter_night", "2"): 1.0,
        ("summer_day", "1"): 1.0,
        ("summer_night", "2"): 1.0,
    },
    "bracket_share": {("1",): 0.0016, ("2",): 0.0011},
    "days_in_day_type": {("1", "1"): 7.0, ("2", "1"): 7.0, ("1", "2"): 2.0, ("2", "2"): 2.0},
    "user_constraint_capacity": {(NORTH, "solar", "land"): 0.5},
    "user_constraint_new_capacity": {(NORTH, "pump", "land"): 0.1},
    "user_constraint_activity": {(NORTH, "gas", "balance"): 1.0, (NORTH, "pump", "balance", 2020): -0.25},
    "max_user_constraint": {(NORTH, "land"): 10.0},
    "equal_user_constraint": {(NORTH, "balance", 2020): 4.0},
}
"""Rows without the year hold in each."""


def two_regions(**parameters: Rows) -> System:
    """Return a north with gas, sun and a lake that is pumped full, and a south with gas in whole units; they trade.

    Two years, two seasons of day and night (and a second type of day that no timeslice has), and at least one row of
    every parameter that `systems.one_of_everything` has not.
    """
    small = make_system(
        {"gas": "GW", "solar": "GW", "pump": "GW"},
        {"power": "surplus"},
        {},
        years=YEARS,
        timeslices=SLICES,
        modes=("1", "2"),
    )
    filled = {**PARAMETERS, **parameters}
    return replace(
        small,
        regions=(NORTH, SOUTH),
        storages=("lake",),
        seasons=("1", "2"),
        day_types=("1", "2"),
        brackets=("1", "2"),
        user_constraints=("land", "balance"),
        parameters={name: _table(name, rows) for name, rows in filled.items()},
    )


def lake(*, years: int = 1, **parameters: Rows) -> System:
    """Return 1 of power wanted at night, from gas at 10 or from sun by day at 1 through a lake that gives back 80 %.

    The lake of 10 is empty at first and costs nothing; filling 1.25 by day gives the 1 at night, so the year costs
    1.25, paid in the middle of the year at 5 %. Day and night are half a year each, 730 of each in a year.

    Parameters
    ----------
    years
        Number of years.
    parameters
        Rows instead of those described.
    """
    rows: dict[str, Rows] = {
        "discount_rate": {(NORTH,): 0.05},
        "output_activity_ratio": {
            (NORTH, "gas", "power", "1"): 1.0,
            (NORTH, "sun", "power", "1"): 1.0,
            (NORTH, "turbine", "power", "2"): 0.8,
        },
        "input_activity_ratio": {(NORTH, "turbine", "power", "1"): 1.0},
        "variable_cost": {(NORTH, "gas", "1"): 10.0, (NORTH, "sun", "1"): 1.0},
        "residual_capacity": {(NORTH, "sun"): 100.0},
        "capacity_to_activity": {(NORTH, "sun"): 1.0},
        "capacity_factor": {(NORTH, "sun", "night"): 0.0},
        "demand": {(NORTH, "power"): 1.0},
        "demand_profile": {(NORTH, "power", "day"): 0.0, (NORTH, "power", "night"): 1.0},
        "technology_to_storage": {(NORTH, "turbine", "lake", "1"): 1.0},
        "technology_from_storage": {(NORTH, "turbine", "lake", "2"): 1.0},
        "residual_storage_capacity": {(NORTH, "lake"): 10.0},
        "timeslice_season": {("day", "1"): 1.0, ("night", "1"): 1.0},
        "timeslice_day_type": {("day", "1"): 1.0, ("night", "1"): 1.0},
        "timeslice_bracket": {("day", "1"): 1.0, ("night", "2"): 1.0},
        "bracket_share": {("1",): 1.0 / 730.0, ("2",): 1.0 / 730.0},
        "days_in_day_type": {("1", "1"): 7.0},
        **parameters,
    }
    horizon = tuple(range(2020, 2020 + years))
    small = make_system(
        {"gas": "", "sun": "GW", "turbine": ""},
        {"power": "surplus"},
        {},
        years=horizon,
        timeslices={"day": 0.5, "night": 0.5},
        modes=("1", "2"),
    )
    return replace(
        small,
        regions=(NORTH,),
        storages=("lake",),
        seasons=tuple(sorted({index[1] for index in rows["timeslice_season"]})),
        day_types=tuple(sorted({index[1] for index in rows["timeslice_day_type"]})),
        brackets=("1", "2"),
        parameters={name: _table(name, values, horizon) for name, values in rows.items()},
    )


def _table(name: str, rows: Rows, years: tuple[int, ...] = YEARS) -> pd.DataFrame:
    indices = quantity(name).indices
    full: list[tuple[object, ...]] = []
    for index, value in rows.items():
        ends = [index] if len(index) == len(indices) else [(*index, year) for year in years]
        full += [(*end, value, f"wider.csv:{name}") for end in ends]
    return as_parameter(name, pd.DataFrame(full, columns=[*indices, "value", "source"]))
