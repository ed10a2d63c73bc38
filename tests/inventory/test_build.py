"""Properties that every inventory has, whatever the numbers."""

from __future__ import annotations

import math

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carbonpath.core.schemas import EMISSIONS

SOURCES = (
    ("oven", "1A1c", "input", "washed_coal"),
    ("oven", "1A1c", "output", "coke"),
    ("furnace", "2C1", "input", "coke"),
    ("furnace", "2C1", "output", "pig_iron"),
    ("sinter", "2C1", "input", "limestone"),
    ("rolling", "1A2a", "combusted", "diesel"),
    ("boiler", "1A1a", "combusted", "bituminous"),
    ("boiler", "1A1a", "combusted", "biomass_wood"),
    ("lorry", "1A3b", "combusted", "diesel"),
    ("kiln", "2A1", "output", "clinker"),
    ("float", "2A3", "input", "carbonate_na2co3"),
    ("fcc", "1A1b", "input", "fcc_coke"),
    ("flare", "1B2", "flared", "refinery_dry_gas"),
)
"""One row for every kind of source that is measured in tonnes."""

AMOUNT = st.floats(min_value=0.001, max_value=1e7, allow_nan=False)
STREAM = st.tuples(st.sampled_from(("F01", "F02", "F03")), st.sampled_from(SOURCES), AMOUNT)
STREAMS = st.lists(STREAM, min_size=1, max_size=12, unique_by=lambda stream: (stream[0], stream[1]))
FAST = settings(max_examples=25, deadline=None)


def _total(table):
    return math.fsum(table["co2_equivalent"].tolist())


@pytest.fixture(scope="session")
def streams(row):
    """Return a maker of rows from streams, in a unit and scaled."""

    def made(chosen, unit="t", scale=1.0):
        return [row(firm, source[0], *source[1:], amount * scale, unit) for firm, source, amount in chosen]

    return made


@FAST
@given(STREAMS)
def test_twice_the_activity_gives_twice_the_emission(account, streams, chosen):
    one, two = account(*streams(chosen)), account(*streams(chosen, scale=2.0))

    assert list(two["value"]) == pytest.approx(list(2 * one["value"]), rel=1e-12)


@FAST
@given(STREAMS)
def test_firms_add_up_to_the_district(account, streams, chosen):
    whole = _total(account(*streams(chosen)))
    firms = sorted({firm for firm, _, _ in chosen})

    parts = [_total(account(*streams([one for one in chosen if one[0] == firm]))) for firm in firms]

    assert math.fsum(parts) == pytest.approx(whole, rel=1e-12, abs=1e-9)


@FAST
@given(STREAMS)
def test_the_unit_in_which_a_firm_writes_changes_nothing(account, streams, chosen):
    tonnes, ten_thousand = account(*streams(chosen)), account(*streams(chosen, unit="万t", scale=1e-4))

    assert list(ten_thousand["value"]) == pytest.approx(list(tonnes["value"]), rel=1e-12)


@FAST
@given(STREAMS, st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_no_bit(account, streams, chosen, chance):
    rows = streams(chosen)
    shuffled = rows[:]
    chance.shuffle(shuffled)

    pd.testing.assert_frame_equal(account(*rows), account(*shuffled), check_exact=True)


@FAST
@given(coal=AMOUNT, coke=AMOUNT, gas=AMOUNT, iron=AMOUNT)
def test_carbon_in_is_carbon_out(row, account, coal, coke, gas, iron):
    """Coke and gases go from ovens to furnace and burner: only the coal that came and the iron that left remain."""
    table = account(
        row("F01", "oven", "1A1c", "input", "washed_coal", coal, "t"),
        row("F01", "oven", "1A1c", "output", "coke", coke, "t"),
        row("F01", "oven", "1A1c", "output", "coke_oven_gas", gas, "1e4_nm3"),
        row("F01", "furnace", "2C1", "input", "coke", coke, "t"),
        row("F01", "furnace", "2C1", "output", "blast_furnace_gas", gas, "1e4_nm3"),
        row("F01", "furnace", "2C1", "output", "pig_iron", iron, "t"),
        row("F01", "ccpp", "1A1a", "combusted", "coke_oven_gas", gas, "1e4_nm3"),
        row("F01", "ccpp", "1A1a", "combusted", "blast_furnace_gas", gas, "1e4_nm3"),
    )

    carbon_dioxide = table.loc[table["gas"] == "CO2", "value"]
    expected = coal * 26.344 * 0.02541 * 44 / 12 - iron * 0.172
    scale = max(carbon_dioxide.abs().max(), 1.0)
    assert math.fsum(carbon_dioxide) == pytest.approx(expected, abs=1e-9 * scale)


def test_nothing_in_gives_an_empty_table_of_the_schema(account):
    table = account()

    assert table.empty
    assert list(table.columns) == EMISSIONS.names


def test_several_years_stand_side_by_side(row, account):
    table = account(
        row("F01", "rolling", "1A2a", "combusted", "diesel", 10, "t", year=2020),
        row("F01", "rolling", "1A2a", "combusted", "diesel", 20, "t", year=2021),
    )

    value = table[table["gas"] == "CO2"].set_index("year")["value"]
    assert value[2021] == pytest.approx(2 * value[2020])
