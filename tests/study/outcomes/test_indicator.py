"""Any other indicator as an outcome."""

from __future__ import annotations

from small_studies import ask
from systems import growing_demand

from carbonpath.study.outcomes.indicator import TABLE, reading


def test_the_table_of_indicators_is_asked_for() -> None:
    asked = ask(growing_demand(), "all", indicator="energy_mix")
    found = reading(asked)

    assert found is not None
    assert (found.fold, found.block, found.years) == (TABLE, asked.block, (2020, 2021, 2022))
