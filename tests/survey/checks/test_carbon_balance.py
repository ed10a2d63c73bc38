"""Carbon that comes from nothing is found."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from carbonpath.survey.checks.carbon_balance import check_carbon_balance
from carbonpath.survey.checks.context import CheckContext

Content = Callable[..., pd.DataFrame]


def found(content: pd.DataFrame, **known: object) -> list[tuple[str, str, str]]:
    problems = check_carbon_balance(content, CheckContext(content=content, **known))  # type: ignore[arg-type]
    return [(p.code, p.place, p.severity) for p in problems]


@pytest.mark.parametrize(
    ("coke", "category", "expected"),
    [
        (90.0, "1A1c", []),
        (100.5, "1A1c", []),
        (120.0, "1A1c", [("CP-1019", "表!D5", "error")]),
        (120.0, "2B8", [("CP-1019", "表!D5", "warning")]),
    ],
    ids=["less out than in", "rounded contents", "coke of nothing", "where no balance is accounted"],
)
def test_a_facility(content: Content, coke: float, category: str, expected: list[tuple[str, str, str]]) -> None:
    rows = content(("oven", "input", "washed_coal", 0, 100), ("oven", "output", "coke", 0, coke), category=category)
    assert found(rows) == expected


def test_a_burner_belongs_to_its_host(content: Content) -> None:
    rows = content(
        ("burner", "combusted", "coke", 0, 60), ("oven", "input", "coke", 0, 60), ("oven", "output", "coke", 0, 110)
    )
    assert [code for code, *_ in found(rows)] == ["CP-1019"]
    assert found(rows, hosts={("F01", "burner"): "oven"}) == []


def test_products_without_any_input_of_carbon_are_not_judged(content: Content) -> None:
    assert found(content(("mill", "output", "coke", 0, 110))) == []


@pytest.mark.parametrize(
    ("bought", "severities"),
    [(100.0, []), (104.0, []), (112.0, ["warning"]), (40.0, ["error"])],
    ids=["closed", "stocks", "a tenth over", "purchases forgotten"],
)
def test_a_firm(content: Content, bought: float, severities: list[str]) -> None:
    rows = content(
        ("", "purchased", "washed_coal", 0, bought),
        ("", "sold", "coal_tar_product", 0, 10),
        ("oven", "input", "washed_coal", 0, 100),
        ("oven", "output", "coke", 0, 70),
        ("oven", "output", "coal_tar_product", 0, 10),
        ("boiler", "combusted", "coke", 0, 70),
    )
    assert found(rows) == [("CP-1020", "F01 2020", severity) for severity in severities]


def test_gas_of_the_pool_closes_with_what_is_made_of_it(content: Content) -> None:
    rows = content(
        ("", "purchased", "washed_coal", 0, 100),
        ("oven", "input", "washed_coal", 0, 100),
        ("oven", "output", "coke_oven_gas", 0, 90),
        ("boiler", "combusted", "mixed_works_gas", 0, 90),
    )
    assert found(rows) == []


def test_what_is_neither_bought_nor_made_is_left_aside(content: Content) -> None:
    rows = content(("", "purchased", "coke", 0, 50), ("k", "input", "coke", 0, 50), ("k", "input", "raw_meal", 0, 40))
    assert found(rows) == []


def test_a_firm_that_buys_nothing_is_not_judged(content: Content) -> None:
    assert found(content(("k", "combusted", "coke", 0, 50), ("k", "output", "coke", 0, 10))) == []


def test_without_content_nothing_is_said(activity: Callable[..., pd.DataFrame]) -> None:
    assert check_carbon_balance(activity(("k", "output", "coke", 5.0, "t")), CheckContext()) == []


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(shares=st.lists(st.floats(0.01, 1.0), min_size=2, max_size=6), scale=st.floats(1.0, 1e7))
def test_what_closes_has_no_finding_at_any_size(content: Content, shares: list[float], scale: float) -> None:
    total = sum(shares) * scale
    burnt = [(f"k{n}", "combusted", "bituminous", 0.0, part * scale) for n, part in enumerate(shares)]
    assert found(content(("", "purchased", "bituminous", 0.0, total), *burnt)) == []
