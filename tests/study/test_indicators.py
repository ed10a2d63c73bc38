"""Outcomes told from the table of indicators."""

from __future__ import annotations

import pandas as pd
import pytest
from systems import growing_demand

from carbonpath.model.data import read_model_data
from carbonpath.model.rows import compile_data
from carbonpath.model.solution import result_table
from carbonpath.model.solve import solve
from carbonpath.study.indicators import IndicatorReader
from carbonpath.study.outcome import OutcomeBlock, Reading

SYSTEM = growing_demand()


@pytest.fixture(scope="module")
def reader() -> IndicatorReader:
    data = read_model_data(SYSTEM)
    compiled = compile_data(data)
    solution = solve(compiled)
    return IndicatorReader(SYSTEM, lambda: result_table(solution, compiled, data, SYSTEM, "base"))


def asked(years: tuple[int, ...] = (2021,), year: int | str | None = 2021, **block: str) -> Reading:
    return Reading(("x",), "table", years=years, block=OutcomeBlock(year=year, **block))  # type: ignore[arg-type]


def test_a_year_is_selected(reader: IndicatorReader) -> None:
    assert reader.read(asked(indicator="annual_cost")) == pytest.approx([360.0])


def test_each_year_is_selected(reader: IndicatorReader) -> None:
    found = reader.read(asked((2020, 2021, 2022), "all", indicator="annual_cost"))

    assert found == pytest.approx([300.0, 360.0, 330.0])


def test_without_a_year_the_last_row_counts(reader: IndicatorReader) -> None:
    assert reader.read(asked((), None, indicator="peak_level", boundary="scope1")) == pytest.approx([120.0])


def test_what_the_table_has_not_is_no_number(reader: IndicatorReader) -> None:
    assert pd.isna(reader.read(asked(indicator="annual_cost", firm="F01"))).all()
    assert pd.isna(reader.read(asked((2030,), 2030, indicator="annual_cost"))).all()
    assert pd.isna(reader.read(asked((), None, indicator="coal", region="moon"))).all()


def test_the_table_is_built_when_it_is_first_needed() -> None:
    asked_for: list[str] = []

    def table() -> pd.DataFrame:
        asked_for.append("result")
        raise AssertionError

    IndicatorReader(SYSTEM, table).read(Reading(("x",)))

    assert asked_for == []
