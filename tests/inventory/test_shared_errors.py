"""What rows share."""

from __future__ import annotations

import pandas as pd
import pytest

from carbonpath.inventory.shared_errors import POOL, pooled_gases, shared_errors, shared_factor

COLUMNS = ["firm", "facility", "item", "gas", "source", "factor_source", "co2_equivalent", "activity_uncertainty"]


def _table(*rows):
    table = pd.DataFrame(rows, columns=COLUMNS)
    return table.assign(factor_lower=[-10.0, -20.0, -5.0][: len(rows)], factor_upper=[10.0, 40.0, 5.0][: len(rows)])


@pytest.fixture
def table():
    return _table(
        ("F01", "a", "coke", "CO2", "cell 1", "CC 1 (x) | OF 0.9 (y)", 100.0, 3.0),
        ("F02", "b", "coke", "CO2", "cell 2", "CC 1 (x)", 50.0, 3.0),
        ("F01", "a", "coke", "CH4", "cell 1", "EF 1 (z)", 1.0, 3.0),
    )


def test_a_cell_is_shared_by_its_gases_and_a_factor_by_all_firms(table):
    shared = shared_errors(table)

    assert shared.cell[0] == shared.cell[2] != shared.cell[1]
    assert shared.factor[0] == shared.factor[1] != shared.factor[2]
    assert (shared.cells, shared.factors) == (2, 2)
    assert list(shared.half_width) == [10, 40, 5]


def test_the_pool_has_one_factor_of_the_mean_width(table, factors):
    gases = table.assign(item=["blast_furnace_gas", "mixed_works_gas", "mixed_works_gas"])

    shared = shared_errors(gases, pooled_gases(factors))

    assert shared.factor[0] == shared.factor[1] != shared.factor[2]
    assert shared.upper[0] == pytest.approx((100 * 10 + 50 * 40) / 150)
    assert shared.lower[0] == pytest.approx(-(100 * 10 + 50 * 20) / 150)
    assert shared.upper[2] == 5
    assert POOL not in set(gases["factor_source"])


def test_oxidation_is_not_what_makes_a_factor_common():
    told = pd.Series(["NCV 1 (a) | CC 2 (b) | OF 0.99 (c)", "NCV 1 (a) | CC 2 (b)", "EF 0.44 (d) | F 1.0 (e)"])

    assert list(shared_factor(told)) == ["NCV 1 (a) | CC 2 (b)", "NCV 1 (a) | CC 2 (b)", "EF 0.44 (d)"]
