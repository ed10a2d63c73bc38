"""Small systems with answers worked out by hand, one function each; the arithmetic is in the docstrings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import pandas as pd

from carbonpath.core.tables import as_table
from carbonpath.core.vocabulary import quantity
from carbonpath.system.system import COMMODITIES, GROUPS, TECHNOLOGIES, System, as_parameter

REGION = "district"
Rows = Mapping[tuple[object, ...], float]


def make_system(
    technologies: Mapping[str, str] | Sequence[str],
    commodities: Mapping[str, str],
    parameters: Mapping[str, Rows],
    *,
    years: Iterable[int] = (2020,),
    groups: Mapping[str, Mapping[str, float]] | None = None,
    timeslices: Mapping[str, float] | None = None,
    modes: tuple[str, ...] = ("1",),
    emissions: tuple[str, ...] = ("co2",),
    discount_rate: float = 0.05,
) -> System:
    """Return a system of one region from what differs between small ones.

    Parameters
    ----------
    technologies
        Unit of capacity by name, blank where none is kept; or names only. Activity is in Mt.
    commodities
        Balance (``equal`` or ``surplus``) by name. Amounts are in Mt.
    parameters
        Value by index in the order of the vocabulary, without the region; without the year, where it comes last, the
        row holds in each.
    """
    named = technologies if isinstance(technologies, Mapping) else dict.fromkeys(technologies, "")
    horizon = tuple(years)
    filled: dict[str, Rows] = {"discount_rate": {(): discount_rate}, **parameters}
    return System(
        name="small",
        regions=(REGION,),
        years=horizon,
        timeslices=timeslices or {"annual": 1.0},
        modes=modes,
        emissions=emissions,
        technologies=as_table(
            [
                {"technology": name, "activity_unit": "Mt", "capacity_unit": unit, "zh": f"技术{name}", "en": name}
                for name, unit in named.items()
            ],
            TECHNOLOGIES,
        ),
        commodities=as_table(
            [
                {
                    "commodity": name,
                    "unit": "Mt",
                    "balance": balance,
                    "tce_per_unit": 0.0,
                    "zh": f"商品{name}",
                    "en": name,
                }
                for name, balance in commodities.items()
            ],
            COMMODITIES,
        ),
        groups=as_table(
            [
                {"group": group, "technology": technology, "weight": weight, "unit": "Mtce"}
                for group, weights in (groups or {}).items()
                for technology, weight in weights.items()
            ],
            GROUPS,
        ),
        parameters={name: parameter(name, rows, horizon) for name, rows in filled.items()},
    )


def parameter(name: str, rows: Rows, years: Iterable[int]) -> pd.DataFrame:
    """Return rows, written as for `make_system`, as a PARAMETER table."""
    indices = quantity(name).indices
    full: list[tuple[object, ...]] = []
    for short, value in rows.items():
        index = (REGION, *short) if indices[0] == "region" else short
        ends = [index] if len(index) == len(indices) else [(*index, year) for year in years]
        full += [(*end, value, f"small.csv:{name}") for end in ends]
    return as_parameter(name, pd.DataFrame(full, columns=[*indices, "value", "source"]))


def clean_and_dirty(years: Iterable[int] = (2020,), **parameters: Rows) -> System:
    """Two ways to make 100 Mt: dirty at 3 CNY/t and 1 t CO2 per t, clean at 8 CNY/t and none.

    Without a limit all is dirty: cost 300 million CNY in the middle of the year, 300 / 1.05^0.5 discounted. A limit of
    20 Mt leaves 20 dirty and 80 clean, 700 million CNY, and one more tonne of the limit saves 8 - 3 = 5 CNY: the step
    between the two costs. A price above 5 CNY/t flips all to clean; then the good costs 8 CNY/t.
    """
    return make_system(
        ["clean", "dirty"],
        {"good": "equal"},
        {
            "output_activity_ratio": {("clean", "good", "1"): 1.0, ("dirty", "good", "1"): 1.0},
            "variable_cost": {("clean", "1"): 8.0, ("dirty", "1"): 3.0},
            "emission_activity_ratio": {("dirty", "co2", "1"): 1.0},
            "demand": {("good",): 100.0},
            **parameters,
        },
        years=years,
        groups={"clean_good": {"clean": 1.0}, "dirty_good": {"dirty": 1.0}, "all_good": {"clean": 1.0, "dirty": 1.0}},
    )


def coal_cap(cap: float = 4.0) -> System:
    """10 Mt of a good from coal (0.6 Mtce and 200 CNY per t) or from power (500 CNY per t), under a cap on coal.

    A cap of 4 Mtce leaves 4 / 0.6 = 6.667 Mt from coal and 3.333 from power: 6.667 x 200 + 3.333 x 500 = 3000. One
    more Mtce moves 1 / 0.6 Mt from power to coal and saves 300 / 0.6 = 500 million CNY.
    """
    return make_system(
        ["from_coal", "from_power"],
        {"good": "equal"},
        {
            "output_activity_ratio": {("from_coal", "good", "1"): 1.0, ("from_power", "good", "1"): 1.0},
            "variable_cost": {("from_coal", "1"): 200.0, ("from_power", "1"): 500.0},
            "demand": {("good",): 10.0},
            "max_group_activity": {("coal_use",): cap},
        },
        groups={"coal_use": {"from_coal": 0.6}},
    )


def plant_to_build(
    life: float = 4.0, years: Iterable[int] = (2020, 2021), rate: float = 0.1, **parameters: Rows
) -> System:
    """Build a plant of 100 million CNY per Mt/y in the first year, for 1 Mt each year, or buy at 1000 CNY per t.

    Life 4, horizon 2020-2021, rate 10 %: salvage factor 1 - (1.1^2 - 1) / (1.1^4 - 1) = 0.5475113122, discounted by
    1.1^-2. Cost 100 - 54.75113122 / 1.21 = 54.7511312217.
    """
    return make_system(
        {"plant": "Mt/y", "buy": ""},
        {"good": "equal"},
        {
            "output_activity_ratio": {("plant", "good", "1"): 1.0, ("buy", "good", "1"): 1.0},
            "variable_cost": {("buy", "1"): 1000.0},
            "capital_cost": {("plant",): 100.0},
            "operational_life": {("plant",): life},
            "demand": {("good",): 1.0},
            **parameters,
        },
        years=years,
        discount_rate=rate,
    )


def growing_demand(**parameters: Rows) -> System:
    """Return 100, 120 and 110 Mt of a good, dirty for 3 CNY per t or clean for 8: the least-cost path peaks in 2021.

    Both boundaries of a district count the same here: nothing is bought in.
    """
    demand = {("good", 2020): 100.0, ("good", 2021): 120.0, ("good", 2022): 110.0}
    weights = {("scope1", "co2"): 1.0, ("scope1+import", "co2"): 1.0}
    return clean_and_dirty((2020, 2021, 2022), demand=demand, boundary_weight=weights, **parameters)


def clean_plant(**parameters: Rows) -> System:
    """Return 10 Mt a year, dirty at 3 CNY and 1 t, or from a clean plant of 20 million CNY per Mt/y that lasts 2 years.

    Without a limit all is dirty: 60 million CNY. A limit of 4 Mt a year builds 6 Mt/y: 120 + 24 = 144 million CNY, 84
    more for 12 Mt.
    """
    return make_system(
        {"clean": "Mt/y", "dirty": ""},
        {"good": "equal"},
        {
            "output_activity_ratio": {("clean", "good", "1"): 1.0, ("dirty", "good", "1"): 1.0},
            "variable_cost": {("dirty", "1"): 3.0},
            "capital_cost": {("clean",): 20.0},
            "operational_life": {("clean",): 2.0},
            "emission_activity_ratio": {("dirty", "co2", "1"): 1.0},
            "demand": {("good",): 10.0},
            **parameters,
        },
        years=(2020, 2021),
        discount_rate=0.0,
    )


def old_plant(**parameters: Rows) -> System:
    """Return 10 Mt/y that stand in 2020-2022 at 4 CNY a year per t, 7 Mt of demand, and imports at 1000 CNY per t.

    3 Mt/y cost 12 million CNY a year for nothing: they close where closing is allowed.
    """
    return make_system(
        {"plant": "Mt/y", "buy": ""},
        {"good": "equal"},
        {
            "output_activity_ratio": {("plant", "good", "1"): 1.0, ("buy", "good", "1"): 1.0},
            "variable_cost": {("plant", "1"): 1.0, ("buy", "1"): 1000.0},
            "residual_capacity": {("plant",): 10.0},
            "fixed_cost": {("plant",): 4.0},
            "demand": {("good",): 7.0},
            **parameters,
        },
        years=(2020, 2021, 2022),
    )


def two_equal_furnaces() -> System:
    """Return two furnaces of equal cost for one good: every split costs the same."""
    return make_system(
        ["furnace_a", "furnace_b"],
        {"good": "equal"},
        {
            "output_activity_ratio": {("furnace_a", "good", "1"): 1.0, ("furnace_b", "good", "1"): 1.0},
            "variable_cost": {("furnace_a", "1"): 10.0, ("furnace_b", "1"): 10.0},
            "demand": {("good",): 6.0},
        },
    )


def many_lumpy_plants() -> System:
    """Return forty plants to build or not, which make six goods in different proportions: a choice that takes time."""
    rng = np.random.default_rng(1)
    plants, goods = [f"plant_{number:02d}" for number in range(40)], [f"good_{number}" for number in range(6)]
    made, price = rng.integers(5, 60, (40, 6)), rng.integers(5, 50, 40)
    return make_system(
        dict.fromkeys(plants, "Mt/y"),
        dict.fromkeys(goods, "surplus"),
        {
            "output_activity_ratio": {
                (plant, good, "1"): float(made[row, column])
                for row, plant in enumerate(plants)
                for column, good in enumerate(goods)
            },
            "capital_cost": {(plant,): float(price[row]) for row, plant in enumerate(plants)},
            "capacity_of_unit": {(plant,): 1.0 for plant in plants},
            "max_new_capacity": {(plant,): 1.0 for plant in plants},
            "operational_life": {(plant,): 1.0 for plant in plants},
            "demand": {(good,): float(made[:, column].sum()) * 2.0 / 3.0 for column, good in enumerate(goods)},
        },
    )


def one_of_everything() -> System:
    """Return a system with at least one row of every parameter: two years, two timeslices, two modes.

    ``furnace`` stands since before and makes good and waste heat; ``plant`` may be built in both years, and runs on
    ore (mode 1) or scrap (mode 2); ``buy`` and ``import`` keep no capacity. It shows what rows look like.
    """
    return make_system(
        {"furnace": "Mt/y", "plant": "Mt/y", "buy": "", "import": ""},
        {"good": "equal", "ore": "equal", "heat": "surplus"},
        {
            "output_activity_ratio": {
                ("furnace", "good", "1"): 1.0,
                ("furnace", "heat", "1"): 0.5,
                ("plant", "good", "1"): 1.0,
                ("plant", "good", "2"): 0.9,
                ("buy", "ore", "1"): 1.0,
                ("import", "good", "1"): 1.0,
            },
            "input_activity_ratio": {("furnace", "ore", "1"): 1.6, ("plant", "ore", "1"): 1.4},
            "emission_activity_ratio": {("furnace", "co2", "1"): 1.8, ("plant", "co2", "1"): 1.2},
            "variable_cost": {
                ("furnace", "1"): 30.0,
                ("plant", "2"): 90.0,
                ("buy", "1"): 700.0,
                ("import", "1"): 4000.0,
            },
            "free_allocation": {("furnace", "co2"): 0.9, ("plant", "co2"): 0.8},
            "emission_price": {("co2",): 50.0},
            "residual_capacity": {("furnace", 2020): 8.0, ("furnace", 2021): 6.0},
            "capital_cost": {("plant",): 900.0},
            "fixed_cost": {("furnace",): 40.0, ("plant",): 20.0},
            "operational_life": {("plant",): 20.0},
            "availability_factor": {("plant",): 0.9},
            "capacity_to_activity": {("furnace",): 1.0, ("plant",): 1.0},
            "demand": {("good", 2020): 9.0, ("good", 2021): 10.0},
            "annual_emission_limit": {("co2", 2021): 15.0},
            "max_capacity": {("plant",): 5.0},
            "min_capacity": {("plant", 2021): 0.5},
            "max_new_capacity": {("plant",): 4.0},
            "min_new_capacity": {("plant", 2020): 0.25},
            "max_activity": {("import",): 6.0},
            "min_activity": {("furnace",): 2.0},
            "max_group_activity": {("coal_use",): 7.0},
            "min_group_activity": {("scrap_use", 2021): 0.1},
            "max_group_share": {("imported", "all", 2020): 0.6},
            "min_group_share": {("scrap_use", "all", 2021): 0.01},
            "max_group_ratio": {("coal_use", 2021, 2020): 1.05},
            "max_model_period_group_activity": {("coal_use",): 13.0},
            "max_commodity_use": {("ore",): 16.0},
            "build_rate": {("plant",): 0.5},
            "build_seed": {("plant",): 2.0},
            "max_retired_capacity": {("furnace",): 3.0},
            "min_retired_capacity": {("furnace", 2021): 0.5},
            "max_investment": {(2020,): 3000.0},
            "boundary_weight": {("scope1", "co2"): 1.0},
            "annual_boundary_limit": {("scope1", 2021): 14.0},
            "model_period_boundary_limit": {("scope1",): 30.0},
            "max_emission_ratio": {("scope1", 2021, 2020): 0.98},
        },
        years=(2020, 2021),
        timeslices={"day": 0.6, "night": 0.4},
        modes=("1", "2"),
        groups={
            "coal_use": {"furnace": 0.7, "plant": 0.3},
            "scrap_use": {"plant": 1.0},
            "imported": {"import": 1.0},
            "all": {"furnace": 1.0, "plant": 1.0, "import": 1.0},
        },
    )
