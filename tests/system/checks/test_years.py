"""Years follow each other without a gap."""

from __future__ import annotations

from dataclasses import replace

import pytest
from systems import clean_and_dirty

from carbonpath.system.checks.years import check_years


@pytest.mark.parametrize("years", [(2020,), (2020, 2021, 2022)], ids=["one", "three"])
def test_consecutive_years_are_accepted(years: tuple[int, ...]) -> None:
    assert check_years(replace(clean_and_dirty(), years=years)) == []


@pytest.mark.parametrize(
    ("years", "value"),
    [
        pytest.param((2020, 2022), "2020, 2022", id="gap"),
        pytest.param((2021, 2020), "2021, 2020", id="backwards"),
        pytest.param((2020, 2020), "2020, 2020", id="twice"),
        pytest.param((), "-", id="none"),
    ],
)
def test_other_years_are_told(years: tuple[int, ...], value: str) -> None:
    assert [(p.code, p.value) for p in check_years(replace(clean_and_dirty(), years=years))] == [("CP-225", value)]
