"""What the illustrative firms state agrees between firms, and carbon is neither made nor lost in the gas pool."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from carbonpath.core.units import conversion_factor

STATED = Path(__file__).parents[2] / "inventories" / "qingshan" / "statement"
YEARS = (2020, 2021, 2022)
POOLED = ("blast_furnace_gas", "coke_oven_gas", "converter_gas", "psa_tail_gas")
USED = ("combusted", "flared", "sold")


@pytest.fixture(scope="module")
def statements(stated: Callable[[int], pd.DataFrame]) -> dict[int, pd.DataFrame]:
    return {year: stated(year) for year in YEARS}


def amounts(rows: pd.DataFrame, **where: str) -> float:
    for column, wanted in where.items():
        rows = rows[rows[column] == wanted]
    return float(rows["value"].sum())


def gas_ledger(rows: pd.DataFrame) -> dict[str, float]:
    """Return GJ of each gas that the works (F01) put into their pool: made and bought, less sold and not yet pooled."""
    heating = pd.read_csv(STATED / "items.csv").set_index("item")["ncv_gj_per_unit"]
    own = rows[rows["firm"] == "F01"]
    return {
        item: (
            amounts(own, item=item, activity="output")
            + amounts(own, item=item, activity="purchased")
            - amounts(own, item=item, activity="sold")
            - amounts(own, item=item, activity="input")
        )
        * float(heating[item])
        for item in POOLED
    }


def carbon_of(item: str) -> float:
    gases = pd.read_csv(STATED / "pool_gases.csv").set_index("commodity")
    return float(gases.loc[item, "carbon_content"]) * conversion_factor(str(gases.loc[item, "unit"]), "tC/GJ")


@pytest.mark.parametrize("year", YEARS)
def test_what_one_firm_sells_to_another_is_what_the_other_buys(statements: dict[int, pd.DataFrame], year: int) -> None:
    trades = statements[year][statements[year]["counterparty"].isin([f"F{n:02d}" for n in range(1, 11)])]
    sold = trades[trades["activity"] == "sold"].set_index(["item", "firm", "counterparty"])["value"]
    bought = trades[trades["activity"] == "purchased"].set_index(["item", "counterparty", "firm"])["value"]

    assert len(sold) > 0
    assert sold.to_dict() == bought.to_dict()


@pytest.mark.parametrize("year", YEARS)
def test_pool_gives_the_energy_that_it_takes(statements: dict[int, pd.DataFrame], year: int) -> None:
    own = statements[year][statements[year]["firm"] == "F01"]
    used = sum(amounts(own, item="mixed_works_gas", activity=activity) for activity in USED)

    assert used == pytest.approx(sum(gas_ledger(own).values()), rel=1e-6)


@pytest.mark.parametrize("year", YEARS)
def test_mixed_gas_holds_the_carbon_of_its_gases(statements: dict[int, pd.DataFrame], year: int) -> None:
    rows = statements[year]
    pooled = gas_ledger(rows)
    stated = rows[(rows["item"] == "mixed_works_gas") & (rows["activity"] == "carbon_content")]

    mixed = sum(energy * carbon_of(item) for item, energy in pooled.items()) / sum(pooled.values())

    assert stated["value"].to_list() == [pytest.approx(mixed, rel=1e-6)] * 2


@pytest.mark.parametrize("year", YEARS)
def test_hydrogen_plant_keeps_the_carbon_of_its_gas(statements: dict[int, pd.DataFrame], year: int) -> None:
    """Coke-oven gas in, tail gas out: within the rounding of the stated carbon contents."""
    own = statements[year][statements[year]["facility"] == "hydrogen_purification"]
    heating = pd.read_csv(STATED / "items.csv").set_index("item")["ncv_gj_per_unit"]
    entering = amounts(own, item="coke_oven_gas") * float(heating["coke_oven_gas"]) * carbon_of("coke_oven_gas")

    assert amounts(own, item="psa_tail_gas") * carbon_of("psa_tail_gas") == pytest.approx(entering, rel=1e-4)


@pytest.mark.parametrize("year", YEARS)
def test_every_amount_is_positive_and_stated_once(statements: dict[int, pd.DataFrame], year: int) -> None:
    rows = statements[year]

    assert (rows["value"] > 0).all()
    assert not rows.duplicated(["firm", "facility", "category", "activity", "item", "counterparty"]).any()
