"""Small systems with answers worked out by hand, one function each; the arithmetic is in the docstrings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

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
        Value by index in the order of the vocabulary, without the region; without the year the row holds in each.
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
        index = (REGION, *short)
        ends = [index] if len(index) == len(indices) else [(*index, year) for year in years]
        full += [(*end, value, f"small.csv:{name}") for end in ends]
    return as_parameter(name, pd.DataFrame(full, columns=[*indices, "value", "source"]))


def clean_and_dirty(**parameters: Rows) -> System:
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


def plant_to_build(life: float = 4.0, years: Iterable[int] = (2020, 2021), rate: float = 0.1) -> System:
    """Build a plant of 100 million CNY per Mt/y in the first year, for 1 Mt each year.

    Life 4, horizon 2020-2021, rate 10 %: salvage factor 1 - (1.1^2 - 1) / (1.1^4 - 1) = 0.5475113122, discounted by
    1.1^-2. Cost 100 - 54.75113122 / 1.21 = 54.7511312217.
    """
    return make_system(
        {"plant": "Mt/y"},
        {"good": "equal"},
        {
            "output_activity_ratio": {("plant", "good", "1"): 1.0},
            "capital_cost": {("plant",): 100.0},
            "operational_life": {("plant",): life},
            "demand": {("good",): 1.0},
        },
        years=years,
        discount_rate=rate,
    )
