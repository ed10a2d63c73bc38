"""Totals taken apart."""

from __future__ import annotations

import math
import re

import pytest

from carbonpath.core.answers.accounts import TRACE
from carbonpath.core.errors import UsageError
from carbonpath.inventory.aggregate import summarise
from carbonpath.inventory.build import account_activity
from carbonpath.inventory.trace import trace_total


@pytest.fixture
def activity(row, prepare):
    """Return a power plant that sells power, and a cement firm that burns coal and buys power."""
    return prepare(
        row("F04", "unit", "1A1a", "combusted", "bituminous", 1000, "t", sector="power"),
        row("F04", "unit", "1A1a", "combusted", "biomass_wood", 50, "t", sector="power"),
        row("F04", "", "", "sold", "electricity", 100, "MWh", "F06", sector="power"),
        row("F06", "kiln", "1A2f", "combusted", "bituminous", 500, "t", sector="cement"),
        row("F06", "", "", "purchased", "electricity", 100, "MWh", "F04", sector="cement"),
        row("F06", "", "", "purchased", "electricity", 300, "MWh", "outside", sector="cement"),
        guideline="NDRC-2015-other-industry",
    )


@pytest.fixture
def traced(activity):
    """Return a tracer of 2020."""
    emissions = account_activity(activity)
    return lambda *terms: trace_total(emissions, activity, 2020, terms)


def test_the_rows_of_the_district_add_up_to_its_total(activity, traced):
    summary = summarise(account_activity(activity), activity, 2020)

    table = traced()

    assert list(table.columns) == TRACE.names
    assert math.fsum(table["tco2e"]) == pytest.approx(summary.total_tco2e, rel=1e-12)
    assert math.fsum(traced("import")["tco2e"]) == pytest.approx(summary.scope2_tco2e, rel=1e-12)


def test_terms_of_one_column_add_up_and_of_several_narrow_down(traced):
    firms = {name: math.fsum(traced(name)["tco2e"]) for name in ("F04", "F06")}

    assert math.fsum(traced("F04", "F06")["tco2e"]) == pytest.approx(sum(firms.values()))
    assert set(traced("1A1", "CH4")["category"]) == {"1A1a"}
    assert set(traced("sector=cement")["firm"]) == set(traced("水泥")["firm"]) == {"F06"}


def test_scope_2_and_memo_are_told_when_asked_for(traced):
    assert set(traced("scope2")["method"]) == {"purchased_energy"}
    (memo,) = traced("memo").to_dict("records")
    assert (memo["item"], memo["tco2e"] == memo["mass_t"] > 0) == ("biomass_wood", True)


def test_the_numbers_of_a_row_give_its_emission(traced):
    """E = FC x NCV x CC x OF x 44/12, each number read from the row."""
    (coal,) = traced("F04", "bituminous", "CO2").to_dict("records")

    factors = [float(value) for value in re.findall(r"(?:NCV|CC|OF) ([0-9.]+)", coal["factor_source"])]
    assert coal["amount"] == "combusted 1000 t"
    assert coal["equation"] == "E_CO2 = sum of FC x NCV x CC x OF x 44/12"
    assert len(factors) == 3
    assert 1000 * math.prod(factors) * 44 / 12 == pytest.approx(coal["tco2e"], rel=1e-9)
    assert coal["source"] == "F04.xlsx!unit!combusted bituminous"


def test_a_term_that_names_nothing_is_refused(traced):
    with pytest.raises(UsageError) as error:
        traced("F04", "F99", "kryptonite")

    assert [problem.value for problem in error.value.problems] == ["F99", "kryptonite"]
