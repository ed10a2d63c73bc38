"""Views of the shipped district: what one table says, the others say too."""

from __future__ import annotations

import pytest

from carbonpath.workflow.district_views import district_views
from carbonpath.workflow.inventory import build_project_inventory
from carbonpath.workflow.journal import Journal, silent
from carbonpath.workflow.project import load_project


@pytest.fixture(scope="module")
def inventory(shipped_project):
    """Return the inventory of the shipped district."""
    return build_project_inventory(load_project(shipped_project), Journal("", silent))


@pytest.fixture(scope="module")
def views(inventory):
    """Return its views."""
    return district_views(inventory.emissions, inventory.prepared)


def test_both_sides_of_every_deal_agree(views):
    ledger = views["transfers"]

    assert set(ledger["item"]) >= {"coke_oven_gas", "psa_tail_gas", "heat_steam", "hydrogen", "cracker_gas"}
    assert list(ledger["bought"]) == pytest.approx(list(ledger["sold"]), rel=1e-3)
    assert list(ledger["bought_carbon"]) == pytest.approx(list(ledger["sold_carbon"]), rel=1e-3)


def test_lines_of_the_bridge_add_up_to_each_report(views):
    lines = views["bridge"].pivot_table(index=["firm", "year"], columns="line", values="tco2e", fill_value=0.0)

    assert len(lines) == 30
    assert list(lines.drop(columns="firm_report").sum(axis=1)) == pytest.approx(list(lines["firm_report"]), rel=1e-12)


def test_the_territorial_lines_are_scope_1(views, inventory):
    bridge = views["bridge"]
    lines = bridge[(bridge["line"] == "territorial") & (bridge["year"] == 2020)]

    assert lines["tco2e"].sum() == pytest.approx(inventory.summary(2020).scope1_tco2e, rel=1e-12)


def test_energy_of_the_balance_is_that_of_the_summary(views, inventory):
    balance = views["energy_balance"]
    district = balance[(balance["firm"] == "") & (balance["year"] == 2020)]

    assert district["standard_coal"].sum() == pytest.approx(sum(inventory.summary(2020).energy_tce.values()), rel=1e-9)
    power = district[district["item"] == "electricity"].iloc[0]
    assert power["standard_coal_of_supply"] / power["standard_coal"] == pytest.approx(0.3049 / 0.1229)


def test_works_that_report_all_their_gas_have_no_gap(views):
    balance = views["energy_balance"]
    coal = balance[(balance["firm"] == "F04") & (balance["item"] == "bituminous")]

    assert list(coal["gap"]) == pytest.approx([0, 0, 0], abs=1)
