"""One quantity of a finished run by year."""

from __future__ import annotations

import pytest
from stored_runs import store_solved
from systems import growing_demand

from carbonpath.core.errors import UsageError
from carbonpath.workflow.quantity import tell_quantity


@pytest.fixture
def run(tmp_path):
    """Return a run that makes 100, 120 and 110 Mt the dirty way, 1 t CO2 per t."""
    return store_solved(tmp_path / "runs", growing_demand())


@pytest.mark.parametrize(
    ("quantity", "name"),
    [("annual_activity", "dirty"), ("boundary_emissions", "scope1"), ("emissions", "F01/scope1")],
    ids=["result", "result of a boundary", "indicator"],
)
def test_quantity_is_told_by_year(run, quantity, name):
    table = tell_quantity(run, quantity, name)

    assert dict(zip(table["year"], table["value"], strict=True)) == pytest.approx({2020: 100, 2021: 120, 2022: 110})


def test_shadow_prices_are_told_too(run):
    prices = tell_quantity(run, "commodity_price", "good")

    assert prices["value"].tolist() == pytest.approx([3.0] * 3)


def test_without_a_name_all_is_told(run):
    assert set(tell_quantity(run, "boundary_emissions")["name"]) == {"scope1", "scope1+import"}


@pytest.mark.parametrize(("quantity", "name", "code"), [("emision", "", "CP-421"), ("annual_activity", "x", "CP-422")])
def test_what_the_run_does_not_tell_is_refused(run, quantity, name, code):
    with pytest.raises(UsageError) as caught:
        tell_quantity(run, quantity, name)

    assert caught.value.problems[0].code == code
