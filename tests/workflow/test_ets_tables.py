"""What stands beside a position: the plan behind it, its cost by price path, what the optimum booked."""

from dataclasses import replace

import pandas as pd
import pytest
from stored_runs import store_solved
from systems import clean_and_dirty

from carbonpath.core.schemas import INDICATOR
from carbonpath.workflow.ets_tables import booked_table, cost_chart, own_costs

COSTS = pd.DataFrame(
    [
        {"firm": firm, "market": "pilot", "year": 2030, "prices": path, "price": price, "cost": price * missing}
        for path, price in (("low", 60.0), ("high", 180.0))
        for firm, missing in (("F02", 0.3), ("F07", -0.1))
    ]
)


def test_what_a_run_counted_stands_beside_what_the_rules_give(tmp_path):
    """100 Mt made dirty at 0.75 t of allowances each, and 5 Mt given once; the rules would give 90."""
    system = clean_and_dirty(
        emission_price={("co2",): 4.0},
        free_allocation={("dirty", "co2"): 0.75},
        fixed_allowance={("dirty", "co2"): 5.0},
    )
    run = store_solved(tmp_path, replace(system, technologies=system.technologies.assign(firm="F01")))
    positions = pd.DataFrame([{"firm": "F01", "year": 2020, "allowances": 90.0}])

    assert booked_table(run.folder, positions).to_dict("records") == [
        {"firm": "F01", "year": 2020, "booked": pytest.approx(80.0), "allowances": 90.0}
    ]


def test_a_run_without_its_system_tells_nothing(tmp_path):
    assert booked_table(tmp_path, pd.DataFrame()).empty


def test_the_chart_of_costs_reads_firms_and_their_sum_by_price_path():
    table = cost_chart(COSTS)
    total = table[table["firm"] == ""].set_index("scenario")["value"]

    assert list(table.columns) == INDICATOR.names
    assert total.to_dict() == pytest.approx({"low": 60.0 * 0.2, "high": 180.0 * 0.2})
    assert list(dict.fromkeys(table["scenario"])) == ["low", "high"]


@pytest.mark.parametrize(
    ("price", "told"), [(4.0, {2020: 4.0 * 10.0}), (60.0, {})], ids=["a price of its own", "that of a path"]
)
def test_a_run_with_a_price_of_its_own_has_a_cost_of_its_own(tmp_path, price, told):
    run = store_solved(tmp_path, clean_and_dirty(emission_price={("co2",): price}))
    positions = pd.DataFrame([{"firm": "F04", "market": "national_power", "year": 2020, "surplus": -10.0}])
    paths = COSTS.assign(market="national_power", year=2020)
    own = own_costs(run.folder, paths, positions)

    assert dict(zip(own["year"], own["cost"], strict=True)) == pytest.approx(told)
