"""Emissions and output that markets count."""

from __future__ import annotations

import pytest

from carbonpath.indicators.ets_accounts import (
    Account,
    as_table,
    firm_emissions,
    firm_production,
    unit_emissions,
    unit_output,
)

ROWS = [
    ("activity", "F01.BOF", "", 2025, 2.0),
    ("technology_emissions", "F01.BOF", "co2", 2025, 0.5),
    ("technology_emissions", "F01.TRUCK", "co2", 2025, 0.1),
    ("technology_emissions", "F01.F05.gas_mix", "co2", 2025, -0.2),
    ("technology_emissions", "BUY.electricity", "co2_import", 2025, 3.0),
    ("production", "F01.BOF", "F01.crude_steel", 2025, 2.0),
    ("production", "F01.EAF", "F01.crude_steel", 2025, 1.0),
    ("production", "F01.BUY.crude_steel", "F01.crude_steel", 2025, 9.0),
]


@pytest.fixture
def tables(make):
    """Return a steelworks that sells gas and buys steel."""
    return make(ROWS, roles={"F01.BUY.crude_steel": "purchase", "F01.F05.gas_mix": "exchange"})


def test_only_what_is_released_in_the_district_counts_in_tonnes(tables):
    found = unit_emissions(tables).set_index("library_id")["value"]

    assert found["BOF"] == 500_000
    assert "electricity" not in found.index


def test_gas_sold_lowers_the_firm_and_exclusions_leave_it_out(tables):
    tables.technologies.loc[tables.technologies["technology"] == "F01.F05.gas_mix", ["firm", "library_id"]] = [
        "F01",
        "",
    ]
    own = firm_emissions(unit_emissions(tables), "F01", ("TRUCK",))

    assert own["value"].tolist() == [300_000]


def test_output_in_tonnes(tables):
    assert unit_output(tables)["value"].tolist() == [2_000_000]


@pytest.mark.parametrize(("entries", "made"), [((), 3_000_000), (("EAF",), 1_000_000)], ids=["all", "one entry"])
def test_what_is_bought_is_not_made(tables, entries, made):
    tables.technologies.loc[tables.technologies["technology"] == "F01.BUY.crude_steel", "firm"] = "F01"

    assert firm_production(tables, "F01", "crude_steel", entries)["value"].sum() == made


def test_accounts_as_a_table():
    table = as_table([Account("a", "r", "F01", 2025, "pilot", 2.0, 1.0)])

    assert table.to_dict("records") == [Account("a", "r", "F01", 2025, "pilot", 2.0, 1.0)._asdict()]
