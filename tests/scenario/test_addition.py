"""Adding to a cost of which the system may have a row or none."""

from __future__ import annotations

from pathlib import Path

import pytest

from carbonpath.core.documents import Document
from carbonpath.scenario.addition import TechnologyRows, cost_addition, modes_of, years_of
from carbonpath.scenario.blocks import Justification
from carbonpath.scenario.site import Site


@pytest.mark.parametrize(("technology", "operation"), [("F09.HRS", "add"), ("F09.ELY_GREEN", "set")])
def test_cost_is_added_where_there_is_one_and_set_where_there_is_none(district, technology, operation):
    site = Site(district, "hydrogen_island", Document(Path("a.yaml"), {}, {}), ())
    where = {"region": "q", "technology": technology, "mode": "1", "year": 2022}
    why = Justification.model_validate({"reason": "r", "source": "s"})

    change = cost_addition(site, "variable_cost", where, -1.0, unit="10^6 CNY/Mt", why=why)

    assert (change.operation, change.value) == (operation, -1.0)


def test_modes_and_years_are_those_of_the_rows(district):
    assert modes_of(district, "F09.HRS") == ["1"]
    assert modes_of(district, "F09.ELY_GREEN") == ["1"]
    assert years_of(district, "capital_cost", "F08.RAIL_ELEC") == [2021, 2022, 2023]
    assert years_of(district, "capital_cost", "F01.BF_STD") == []


def test_rows_of_a_technology_are_those_that_name_it(district):
    rows = TechnologyRows(district)

    table = district.parameter("variable_cost")
    for name in ("F09.HRS", "F01.SELL.coal_tar"):
        assert rows.of("variable_cost", name).equals(table[table["technology"] == name])
    assert rows.of("variable_cost", "F01.BF_STD").empty
    assert rows.of("fixed_cost", "F01.BF_STD").empty
