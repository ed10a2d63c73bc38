"""A result is joined to what its names stand for, or refused."""

from __future__ import annotations

from dataclasses import replace

import pytest

from carbonpath.core.errors import VerificationError
from carbonpath.indicators.rows import select

ROWS = [("activity", "F01.BOF", "", 2020, 1.0), ("use", "BUY.coke", "F01.coke", 2020, 2.0)]


def test_rows_know_firm_entry_and_commodity(make):
    used = select(make(ROWS), "use").iloc[0]

    assert (used["firm"], used["library_id"], used["base"]) == ("shared", "coke", "coke")


def test_a_quantity_without_rows_has_none(make):
    assert select(make(ROWS), "production").empty


@pytest.mark.parametrize(
    ("entity", "column", "code"),
    [
        pytest.param("technologies", "technology", "CP-722", id="technology"),
        pytest.param("commodities", "commodity", "CP-723", id="commodity"),
    ],
)
def test_a_name_that_the_system_lacks_stops(make, entity, column, code):
    tables = make(ROWS)
    known = getattr(tables, entity)
    missing = {"technologies": "F01.BOF", "commodities": "F01.coke"}[entity]

    with pytest.raises(VerificationError) as caught:
        _ = replace(tables, **{entity: known.loc[known[column] != missing]}).joined

    assert [(problem.code, problem.value) for problem in caught.value.problems] == [(code, missing)]


def test_years_are_those_of_each_scenario(make):
    rows = [("activity", "F01.BOF", "", year, 1.0) for year in (2021, 2020)]

    assert make(rows).years["year"].tolist() == [2020, 2021]
