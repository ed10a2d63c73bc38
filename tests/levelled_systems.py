"""Small systems in which some things have one number a year and others one a timeslice, solved by hand."""

from __future__ import annotations

from dataclasses import replace

from systems import Rows, make_system, parameter

from carbonpath.system.system import System

PER_DAY = {("1",): 1.0 / 730.0, ("2",): 1.0 / 730.0}
"""Share of the year of the day and of the night of one day."""


def sunny_furnace(*, battery: bool = False, sale: float | None = None, **parameters: Rows) -> System:
    """Return a furnace that runs alike all year on 2 of power, sun by day alone, and a grid that sells at 10.

    Day and night are half a year each, so the furnace takes 1 of power by day and 1 by night. The sun gives up to 2 by
    day (8 of capacity, half a year, factor 0.5) for nothing. Without a battery 1 of sun is left over and the night is
    bought: 10. Sold at 3 the surplus brings that down to 7. A battery that gives back 80 % takes the surplus of 1 and
    leaves 0.2 to buy: 2. Interest is nothing.
    """
    rows: dict[str, Rows] = {
        "output_activity_ratio": {
            ("furnace", "steel", "1"): 1.0,
            ("ore_supply", "ore", "1"): 1.0,
            ("grid", "power", "1"): 1.0,
            ("sun", "power", "1"): 1.0,
        },
        "input_activity_ratio": {("furnace", "power", "1"): 0.2, ("furnace", "ore", "1"): 1.5},
        "variable_cost": {("grid", "1"): 10.0},
        "residual_capacity": {("sun",): 8.0, ("furnace",): 12.5},
        "availability_factor": {("furnace",): 0.8},
        "capacity_factor": {("sun", "day"): 0.5, ("sun", "night"): 0.0},
        "demand": {("steel",): 10.0},
    }
    technologies = {"furnace": "Mt/y", "ore_supply": "", "grid": "", "sun": "Mt/y"}
    if sale is not None:
        technologies["sale"] = ""
        rows["input_activity_ratio"] = {**rows["input_activity_ratio"], ("sale", "power", "1"): 1.0}
        rows["variable_cost"] = {**rows["variable_cost"], ("sale", "1"): -sale}
    if battery:
        technologies["battery"] = ""
        rows["output_activity_ratio"] = {**rows["output_activity_ratio"], ("battery", "power", "2"): 0.8}
        rows["input_activity_ratio"] = {**rows["input_activity_ratio"], ("battery", "power", "1"): 1.0}
        rows |= {
            "technology_to_storage": {("battery", "cells", "1"): 1.0},
            "technology_from_storage": {("battery", "cells", "2"): 1.0},
            "residual_storage_capacity": {("cells",): 1.0},
            "timeslice_season": {("day", "1"): 1.0, ("night", "1"): 1.0},
            "timeslice_day_type": {("day", "1"): 1.0, ("night", "1"): 1.0},
            "timeslice_bracket": {("day", "1"): 1.0, ("night", "2"): 1.0},
            "bracket_share": PER_DAY,
            "days_in_day_type": {("1", "1"): 7.0},
        }
    return replace(
        make_system(
            technologies,
            {"steel": "equal", "ore": "equal", "power": "equal"},
            {**rows, **parameters},
            timeslices={"day": 0.5, "night": 0.5},
            modes=("1", "2"),
            discount_rate=0.0,
        ),
        storages=("cells",),
        seasons=("1",),
        day_types=("1",),
        brackets=("1", "2"),
        yearly_technologies=("furnace", "ore_supply"),
        yearly_commodities=("ore", "steel"),
    )


def winter_heat(*, by_timeslice: bool = True) -> System:
    """Return 6 of heat wanted in winter alone, from turbines that give 2 of heat per unit of power, or from a boiler.

    Winter and summer are half a year each and want 2 of power each. Power of the turbines needs 1 of coal at 5, that
    of the grid costs 3; turbine heat costs 1, boiler heat 4. If heat is bound to the power of the year alone, turbines
    run for 3 (in summer too) and give all heat: 15 + 3 + 6 = 24. If it is bound in every timeslice, winter's 2 of power
    give 4 of heat and the boiler the rest: 10 + 6 + 4 + 8 = 28.
    """
    limit = "max_timeslice_group_share" if by_timeslice else "max_group_share"
    made = {("turbine", "power"), ("grid", "power"), ("turbine_heat", "heat"), ("boiler", "heat"), ("mine", "coal")}
    return replace(
        make_system(
            ["turbine", "grid", "turbine_heat", "boiler", "mine"],
            {"power": "equal", "heat": "equal", "coal": "equal"},
            {
                "output_activity_ratio": {(*pair, "1"): 1.0 for pair in sorted(made)},
                "input_activity_ratio": {("turbine", "coal", "1"): 1.0},
                "variable_cost": {
                    ("mine", "1"): 5.0,
                    ("grid", "1"): 3.0,
                    ("turbine_heat", "1"): 1.0,
                    ("boiler", "1"): 4.0,
                },
                "demand": {("power",): 4.0, ("heat",): 6.0},
                "demand_profile": {("heat", "winter"): 1.0, ("heat", "summer"): 0.0},
                limit: {("heat_of_turbines", "power_of_turbines"): 2.0},
            },
            groups={"heat_of_turbines": {"turbine_heat": 1.0}, "power_of_turbines": {"turbine": 1.0}},
            timeslices={"winter": 0.5, "summer": 0.5},
            discount_rate=0.0,
        ),
        yearly_technologies=("mine",),
        yearly_commodities=("coal",),
    )


def with_load_profile(system: System, technology: str, shares: dict[str, float]) -> System:
    """Return `system` in which a technology at the level of the year runs more in some timeslices than in others."""
    rows = {(technology, timeslice): share for timeslice, share in shares.items()}
    return system.with_parameters({"load_profile": parameter("load_profile", rows, system.years)})
