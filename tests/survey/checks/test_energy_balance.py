"""Energy is not used before it is there."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest

from carbonpath.survey.checks.context import CheckContext
from carbonpath.survey.checks.energy_balance import check_energy_balance

Content = Callable[..., pd.DataFrame]


def found(content: pd.DataFrame, **known: object) -> list[tuple[str, str]]:
    problems = check_energy_balance(content, CheckContext(content=content, **known))  # type: ignore[arg-type]
    assert all(problem.told(language)["message"] for problem in problems for language in ("zh", "en"))
    return [(p.code, p.place) for p in problems]


@pytest.mark.parametrize(
    ("bought", "codes"),
    [(80.0, []), (82.0, []), (95.0, ["CP-1021"]), (60.0, ["CP-1021"]), (0.0, [])],
    ids=["closed", "stocks", "bought and not used", "used and not there", "no purchases stated"],
)
def test_power(content: Content, bought: float, codes: list[str]) -> None:
    rows = content(
        ("unit", "output", "electricity", 20, 0),
        ("mill", "input", "electricity", 90, 0),
        ("", "sold", "electricity", 10, 0),
        *([("", "purchased", "electricity", bought, 0)] if bought else []),
    )
    assert [code for code, _ in found(rows)] == codes


def test_a_fuel_that_was_never_bought_is_told(content: Content) -> None:
    rows = content(
        ("", "purchased", "electricity", 5, 0),
        ("mill", "input", "electricity", 5, 0),
        ("kiln", "combusted", "bituminous", 70, 6),
    )
    (problem,) = check_energy_balance(rows, CheckContext(content=rows))
    assert (problem.code, problem.details["item_en"], problem.value) == ("CP-1021", "bituminous coal", "-70 GJ")


def test_an_item_without_stated_use_is_not_judged(content: Content) -> None:
    assert found(content(("", "purchased", "electricity", 5, 0))) == []


def test_materials_are_no_energy(content: Content) -> None:
    assert found(content(("", "purchased", "limestone", 5, 3), ("k", "input", "limestone", 9, 6))) == []


def test_gas_of_a_pool_is_balanced_elsewhere(content: Content) -> None:
    rows = content(
        ("", "purchased", "coke_oven_gas", 5, 0),
        ("oven", "output", "coke_oven_gas", 60, 0),
        ("boiler", "combusted", "mixed_works_gas", 65, 0),
    )
    assert found(rows) == []


def test_gas_that_is_only_bought_is_balanced_here(content: Content) -> None:
    rows = content(("", "purchased", "mixed_works_gas", 5, 0), ("mill", "combusted", "mixed_works_gas", 9, 0))
    assert found(rows) == [("CP-1021", "F01 2020")]


@pytest.mark.parametrize(("power", "codes"), [(38.0, []), (101.0, ["CP-1022"])], ids=["possible", "impossible"])
def test_no_unit_gives_more_than_it_gets(content: Content, power: float, codes: list[str]) -> None:
    rows = content(("unit", "combusted", "bituminous", 100, 9), ("unit", "output", "electricity", power, 0))
    assert [code for code, _ in found(rows)] == codes


def test_a_boiler_has_the_fuel_of_its_burners(content: Content) -> None:
    rows = content(
        ("boiler", "combusted", "natural_gas", 10, 1),
        ("burner", "combusted", "cracker_gas", 90, 8),
        ("boiler", "output", "heat_steam", 80, 0),
    )
    assert found(rows) == [("CP-1022", "表!D6")]
    assert found(rows, hosts={("F01", "burner"): "boiler"}) == []


def test_sun_and_waste_heat_need_no_fuel(content: Content) -> None:
    assert found(content(("roof", "output", "electricity", 90, 0), ("roof", "input", "electricity", 1, 0))) == []
