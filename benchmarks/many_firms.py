"""A district of any size, as tables in memory: firms of twelve technologies each, to measure how work grows.

Each firm makes three goods, each by one of four technologies that burn or draw two of four fuels; a technology has a
cost to build, keep and run, a life of 25 years, residual capacity and emissions. Fuels are bought by the district. Coal
is capped, a share of the goods must be made cleanly, CO2 is limited. The
numbers are drawn from a seed and mean nothing.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from carbonpath.core.tables import as_table
from carbonpath.core.vocabulary import quantity
from carbonpath.system.system import COMMODITIES, GROUPS, TECHNOLOGIES, System, as_parameter

REGION = "district"
FUELS = ("coal", "electricity", "gas", "hydrogen")
CARBON = {"coal": 2.6, "electricity": 0.0, "gas": 1.6, "hydrogen": 0.0}
GOODS, WAYS = 3, 4
YEARS = tuple(range(2020, 2061))
LIFE = 25.0


def many_firms(firms: int, years: tuple[int, ...] = YEARS, seed: int = 0) -> System:
    """Return a system of `firms` firms."""
    draw = np.random.default_rng(seed)
    own = [
        (f"F{firm:04d}.G{good}W{way}", f"F{firm:04d}.G{good}", way)
        for firm in range(firms)
        for good in range(GOODS)
        for way in range(WAYS)
    ]
    buying = [(f"BUY.{fuel}", fuel) for fuel in FUELS]
    technologies = [*(name for name, _, _ in own), *(name for name, _ in buying)]
    goods = list(dict.fromkeys(good for _, good, _ in own))
    return System(
        name=f"{firms} firms",
        regions=(REGION,),
        years=years,
        timeslices={"annual": 1.0},
        modes=("1",),
        emissions=("co2",),
        technologies=as_table(
            pd.DataFrame(
                {
                    "technology": technologies,
                    "activity_unit": "Mt",
                    "capacity_unit": ["Mt/y"] * len(own) + [""] * len(buying),
                }
            ),
            TECHNOLOGIES,
        ),
        commodities=as_table(
            pd.DataFrame({"commodity": [*goods, *FUELS], "unit": "Mt", "balance": "equal", "tce_per_unit": 0.0}),
            COMMODITIES,
        ),
        groups=as_table(_groups(own), GROUPS),
        parameters=_parameters(own, buying, goods, years, draw),
    )


def _groups(own: list[tuple[str, str, int]]) -> pd.DataFrame:
    rows = [("all_goods", name, 1.0, "Mt") for name, _, _ in own]
    rows += [("clean_goods", name, 1.0, "Mt") for name, _, way in own if way >= WAYS // 2]
    rows += [("coal_use", "BUY.coal", 1.0, "Mt")]
    return pd.DataFrame(rows, columns=["group", "technology", "weight", "unit"])


def _parameters(
    own: list[tuple[str, str, int]],
    buying: list[tuple[str, str]],
    goods: list[str],
    years: tuple[int, ...],
    draw: np.random.Generator,
) -> Mapping[str, pd.DataFrame]:
    names, made = [name for name, _, _ in own], [good for _, good, _ in own]
    ways = np.array([way for _, _, way in own])
    first, second = [FUELS[way] for way in ways], [FUELS[(way + 1) % len(FUELS)] for way in ways]
    span = len(years)

    def by_year(name: str, columns: Mapping[str, list[str]], level: np.ndarray) -> pd.DataFrame:
        count = level.size
        told = {column: np.repeat(np.array(values, dtype=object), span) for column, values in columns.items()}
        moving = (level[:, None] * (1.0 + 0.2 * draw.random((count, span)))).ravel()
        table = pd.DataFrame({"region": REGION, **told, "year": np.tile(years, count), "value": moving})
        return as_parameter(name, table.assign(**({"mode": "1"} if "mode" in quantity(name).indices else {})))

    size, district = len(own), len(goods)
    bought, fuels = [name for name, _ in buying], [fuel for _, fuel in buying]
    demand = by_year("demand", {"commodity": goods}, np.ones(district))
    carbon = np.array([CARBON[fuel] for fuel in fuels])
    limit = pd.DataFrame({"region": REGION, "emission": "co2", "year": years, "value": 2.2 * district})
    cap = pd.DataFrame({"region": REGION, "group": "coal_use", "year": years, "value": 0.8 * district})
    share = cap.drop(columns="group").assign(group="clean_goods", reference_group="all_goods", value=0.1)
    standing = by_year("residual_capacity", {"technology": names}, 1.5 * (ways < 2) + 0.0)
    tables = {
        "discount_rate": pd.DataFrame({"region": [REGION], "value": [0.05]}),
        "operational_life": pd.DataFrame({"region": REGION, "technology": names, "value": LIFE}),
        "demand": demand,
        "capital_cost": by_year("capital_cost", {"technology": names}, 400.0 + 200.0 * ways),
        "fixed_cost": by_year("fixed_cost", {"technology": names}, 10.0 + 2.0 * ways),
        "variable_cost": by_year(
            "variable_cost",
            {"technology": [*names, *bought]},
            np.r_[np.full(size, 20.0), [600.0, 450.0, 900.0, 1500.0]],
        ),
        "residual_capacity": standing[standing["value"] > 0.0],
        "output_activity_ratio": by_year(
            "output_activity_ratio", {"technology": [*names, *bought], "commodity": [*made, *fuels]}, np.ones(size + 4)
        ).assign(value=1.0),
        "input_activity_ratio": by_year(
            "input_activity_ratio",
            {"technology": [*names, *names], "commodity": [*first, *second]},
            np.r_[draw.uniform(0.4, 0.6, size), draw.uniform(0.1, 0.2, size)],
        ),
        "emission_activity_ratio": by_year(
            "emission_activity_ratio",
            {"technology": [*names, *bought], "emission": ["co2"] * (size + 4)},
            np.r_[draw.uniform(0.05, 0.1, size), carbon],
        ),
        "annual_emission_limit": limit,
        "max_group_activity": cap,
        "min_group_share": share,
    }
    tables["emission_activity_ratio"] = tables["emission_activity_ratio"].query("value > 0")
    return {name: as_parameter(name, table) for name, table in tables.items()}
