"""Works gas that is made is used."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest

from carbonpath.survey.checks.context import CheckContext
from carbonpath.survey.checks.gas_balance import check_gas_balance

Content = Callable[..., pd.DataFrame]


@pytest.mark.parametrize(
    ("burnt", "codes"),
    [(80.0, []), (84.0, []), (60.0, ["CP-1023"]), (800.0, ["CP-1023"])],
    ids=["closed", "within the meters", "a quarter lost", "a slip of unit"],
)
def test_the_pool_of_a_works(content: Content, burnt: float, codes: list[str]) -> None:
    rows = content(
        ("oven", "output", "coke_oven_gas", 30, 0),
        ("furnace", "output", "blast_furnace_gas", 60, 0),
        ("", "purchased", "psa_tail_gas", 10, 0),
        ("boiler", "combusted", "mixed_works_gas", burnt, 0),
        ("stack", "flared", "mixed_works_gas", 10, 0),
        ("", "sold", "coke_oven_gas", 10, 0),
    )
    problems = check_gas_balance(rows, CheckContext(content=rows))
    assert [(p.code, p.place) for p in problems] == [(code, "F01 2020") for code in codes]


def test_a_works_that_only_buys_gas_has_no_pool(content: Content) -> None:
    rows = content(("", "purchased", "mixed_works_gas", 5, 0), ("mill", "combusted", "mixed_works_gas", 9, 0))
    assert check_gas_balance(rows, CheckContext(content=rows)) == []


def test_years_and_firms_are_balanced_apart(content: Content) -> None:
    made = content(("oven", "output", "coke_oven_gas", 30, 0), ("boiler", "combusted", "coke_oven_gas", 30, 0))
    lost = content(
        ("oven", "output", "coke_oven_gas", 30, 0), ("boiler", "combusted", "coke_oven_gas", 10, 0), firm="F02"
    )
    both = pd.concat([made, made.assign(year=2021), lost])
    (problem,) = check_gas_balance(both, CheckContext(content=both))
    assert (problem.place, problem.details["share"]) == ("F02 2020", "66.7%")
