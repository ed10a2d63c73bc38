"""Every technology takes and gives what it should, once, in each year."""

from __future__ import annotations

import pandas as pd
import pytest

from carbonpath.system.district import District
from carbonpath.system.market import build_market
from carbonpath.system.network import exchange_table, flow_ratios
from carbonpath.system.specification import SystemSpecification


@pytest.fixture
def ratios(district: District, specification: SystemSpecification) -> dict[str, pd.DataFrame]:
    market = build_market(district, "base", specification.years)
    return flow_ratios(district, market, exchange_table(district), specification)


def of(table: pd.DataFrame, technology: str, year: int = 2020) -> dict[str, float]:
    own = table[(table["technology"] == technology) & (table["year"] == year)]
    return dict(zip(own["commodity"], own["value"], strict=True))


def test_process_takes_inputs_and_gives_outputs(ratios: dict[str, pd.DataFrame]) -> None:
    assert of(ratios["input_activity_ratio"], "F01.OVEN") == {"F01.coal": 1.5}
    assert of(ratios["output_activity_ratio"], "F01.OVEN") == {"F01.coke": 1.0, "F01.coke_gas": 8.0}


def test_purchase_gives_and_sale_takes(ratios: dict[str, pd.DataFrame]) -> None:
    assert of(ratios["output_activity_ratio"], "F01.BUY.coal") == {"F01.coal": 1.0}
    assert of(ratios["input_activity_ratio"], "F01.BUY.coal") == {}
    assert of(ratios["input_activity_ratio"], "SELL.electricity") == {"electricity": 1.0}


def test_exchange_takes_at_one_firm_and_gives_at_the_other(ratios: dict[str, pd.DataFrame]) -> None:
    assert of(ratios["input_activity_ratio"], "F01.F02.gas_mix") == {"F01.gas_mix": 1.0}
    assert of(ratios["output_activity_ratio"], "F01.F02.gas_mix") == {"F02.gas_mix": 1.0}


def test_ratios_hold_in_every_year(ratios: dict[str, pd.DataFrame]) -> None:
    years = ratios["input_activity_ratio"].groupby("technology")["year"].nunique()

    assert set(years) == {5}
