"""What changed between two states of an inventory, and why."""

from __future__ import annotations

import pytest

from carbonpath.core.schemas import ACTIVITY
from carbonpath.core.tables import as_table
from carbonpath.inventory.recalculation import COLUMNS, recalculation_log

GUIDELINE = "NDRC-2015-other-industry"


@pytest.fixture
def state(account):
    """Return a maker of ACTIVITY and EMISSIONS from rows."""

    def made(*rows, **rules):
        return as_table(list(rows), ACTIVITY), account(*rows, **{"guideline": GUIDELINE, **rules})

    return made


@pytest.fixture
def coal(row):
    """Return a maker of a boiler's coal."""
    return lambda amount=100.0, unit="t": row("F04", "unit", "1A1a", "combusted", "bituminous", amount, unit)


def _one(log, gas="CO2"):
    rows = log[log["gas"] == gas]
    assert len(rows) == 1
    return rows.iloc[0]


def test_nothing_changed(state, coal):
    log = recalculation_log(state(coal()), state(coal()))

    assert log.empty
    assert list(log.columns) == list(COLUMNS)


def test_another_amount_is_a_change_of_activity(state, coal):
    found = _one(recalculation_log(state(coal(100)), state(coal(110))))

    assert found["reason"] == "activity"
    assert found["change_tco2e"] == pytest.approx(0.1 * found["old_tco2e"])
    assert (found["old_amount"], found["new_amount"]) == ("100 t", "110 t")
    assert found["factor_tco2e"] == pytest.approx(0, abs=1e-9)


def test_the_same_amount_in_another_unit_is_no_change(state, coal):
    assert recalculation_log(state(coal(100)), state(coal(0.01, "万t"))).empty


def test_a_measured_carbon_content_is_a_change_of_factor(state, coal, row):
    measured = row("F04", "unit", "", "carbon_content", "bituminous", 0.025, "tC/GJ")

    found = _one(recalculation_log(state(coal()), state(coal(), measured)))

    assert found["reason"] == "factor"
    assert "0.025 tC/GJ (measured" in found["new_factor"]
    assert found["activity_tco2e"] == 0


def test_both_parts_add_up(state, coal, row):
    measured = row("F04", "unit", "", "carbon_content", "bituminous", 0.025, "tC/GJ")

    found = _one(recalculation_log(state(coal(100)), state(coal(120), measured)))

    assert found["reason"] == "activity and factor"
    assert found["activity_tco2e"] == pytest.approx(0.2 * found["old_tco2e"])
    assert found["activity_tco2e"] + found["factor_tco2e"] == pytest.approx(found["change_tco2e"], rel=1e-12)


def test_another_metric_changes_gases_but_not_carbon_dioxide(state, coal):
    log = recalculation_log(state(coal()), state(coal(), gwp_metric="AR6GWP100"))

    assert set(log["gas"]) == {"CH4", "N2O"}
    assert set(log["reason"]) == {"gwp"}


def test_sources_that_come_and_go(state, coal, row):
    diesel = row("F05", "mill", "1A2f", "combusted", "diesel", 50, "t")

    came = recalculation_log(state(coal()), state(coal(), diesel))
    gone = recalculation_log(state(coal(), diesel), state(coal()))

    assert set(came["reason"]) == {"new source"}
    assert set(gone["reason"]) == {"removed source"}
    assert came["change_tco2e"].sum() == pytest.approx(-gone["change_tco2e"].sum())
    assert list(came["change_tco2e"].abs()) == sorted(came["change_tco2e"].abs(), reverse=True)
