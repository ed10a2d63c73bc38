"""The inventory of the shipped, illustrative district in its base year."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from carbonpath.core.tables import read_csv
from carbonpath.inventory.activity import prepare_activity
from carbonpath.inventory.aggregate import summarise
from carbonpath.inventory.bridge import process_differences, report_bridge
from carbonpath.inventory.build import account_activity
from carbonpath.inventory.checks import check_accounts
from carbonpath.inventory.specification import Specification
from carbonpath.inventory.transfers import check_transfers, transfer_ledger
from carbonpath.survey.importer import import_workbooks

pytestmark = pytest.mark.slow

PROJECT = Path(__file__).parents[2] / "inventories" / "qingshan"


@pytest.fixture(scope="module")
def activity(factors):
    """Return the prepared activity of all firms in 2020."""
    facilities = read_csv(PROJECT / "system" / "facilities.csv")
    firms = read_csv(PROJECT / "firms.csv")
    surveys = import_workbooks(sorted((PROJECT / "surveys").glob("*-2020.xlsx")), facilities)
    table = pd.concat([survey.activity for survey in surveys], ignore_index=True)
    guidelines = dict(zip(firms["firm"], firms["guideline"], strict=True))
    return prepare_activity(table, factors, Specification(guidelines, region="hubei"))


@pytest.fixture(scope="module")
def emissions(activity):
    """Return its emissions."""
    return account_activity(activity)


def test_totals_are_where_the_public_facts_put_them(activity, emissions):
    """33 to 41 MtCO2; coal within 10 % of 11.4 Mtce; steel 1.7 to 2.2 t of CO2 for each of 14.6 Mt."""
    summary = summarise(emissions, activity, 2020)

    works = next(one for one in summary.firms if one.firm == "F01")
    assert 33e6 < summary.total_tco2e < 41e6
    assert sum(summary.coal_tce.values()) == pytest.approx(11.4e6, rel=0.1)
    assert 1.7 < (works.scope1_tco2e + works.scope2_tco2e) / 14.6e6 < 2.2
    assert 0 < summary.uncertainty_pct < 10


def test_the_enterprise_equation_of_the_works_agrees_with_its_process_units(activity, emissions):
    differences = process_differences(emissions, activity)

    assert abs(float(differences["difference_tco2"].sum())) < 1e-6 * float(differences["enterprise_tco2"].sum())


def test_the_ledger_closes_and_nothing_is_an_error(activity, emissions, factors):
    firms = frozenset(activity.rows["firm"].astype("str"))

    assert check_transfers(transfer_ledger(activity), firms, factors) == []
    assert all(problem.severity == "warning" for problem in check_accounts(emissions, activity))


def test_every_firm_has_a_bridge_to_its_report(activity, emissions):
    bridge = report_bridge(emissions, activity)

    lines = bridge.pivot_table(index="firm", columns="line", values="tco2e", fill_value=0.0)
    assert len(lines) == 10
    assert list(lines.drop(columns="firm_report").sum(axis=1)) == pytest.approx(list(lines["firm_report"]), rel=1e-12)
