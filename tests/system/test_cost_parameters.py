"""Costs in million CNY per unit of capacity and activity."""

from __future__ import annotations

import pandas as pd
import pytest

from carbonpath.system.cost_parameters import capacity_costs, variable_costs
from carbonpath.system.district import District
from carbonpath.system.market import build_market
from carbonpath.system.specification import SystemSpecification


def of(table: pd.DataFrame, technology: str) -> dict[int, float]:
    own = table[table["technology"] == technology]
    return dict(zip(own["year"], own["value"], strict=True))


@pytest.fixture
def costs(district: District, specification: SystemSpecification) -> dict[str, pd.DataFrame]:
    return capacity_costs(district, specification)


def test_cost_per_unit_of_capacity(costs: dict[str, pd.DataFrame]) -> None:
    """1000 CNY/(t/y) = 1000 million CNY per Mt/y; nothing is built in the base year."""
    assert of(costs["capital_cost"], "F01.OVEN") == pytest.approx(dict.fromkeys((2021, 2022, 2023, 2024), 1000.0))


def test_cost_follows_its_path_from_the_earliest_year(costs: dict[str, pd.DataFrame]) -> None:
    """5000 CNY/kW in 2022, 4000 in 2024; 4500 CNY/kW = 4.5 million CNY per MW in 2023, the earliest year."""
    assert of(costs["capital_cost"], "F01.POWER") == pytest.approx({2023: 4.5, 2024: 4.0})


def test_fixed_cost_is_a_share_of_capital_cost_in_every_year(costs: dict[str, pd.DataFrame]) -> None:
    assert of(costs["fixed_cost"], "F01.POWER") == pytest.approx(
        {2020: 0.2, 2021: 0.2, 2022: 0.2, 2023: 0.18, 2024: 0.16}
    )


def test_technology_without_a_cost_cannot_be_built(costs: dict[str, pd.DataFrame]) -> None:
    assert of(costs["capital_cost"], "F01.FURNACE") == {}
    assert of(costs["fixed_cost"], "F01.FURNACE") == {}


def test_variable_cost_is_that_of_processes_and_the_price_of_trades(
    district: District, specification: SystemSpecification
) -> None:
    market = build_market(district, "base", specification.years)

    found = variable_costs(district, market, specification)

    assert of(found, "F01.OVEN") == dict.fromkeys(specification.years, 40.0)
    assert of(found, "F01.MILL") == {}
    assert of(found, "F01.BUY.coal")[2022] == pytest.approx(1200.0)
    assert set(found["mode"]) == {"1"}
