"""The shipped district of all years, recomputed in decimal arithmetic from the guidelines' equations."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pytest
from decimal_accounts import GREENHOUSE, DecimalAccounts

from carbonpath.core.tables import read_csv
from carbonpath.inventory.build import build_inventory
from carbonpath.inventory.specification import Specification
from carbonpath.survey.importer import import_workbooks

pytestmark = pytest.mark.slow

PROJECT = Path(__file__).parents[2] / "inventories" / "qingshan"
BILLIONTH = 1e-9


@pytest.fixture(scope="module")
def accounts(factors):
    """Return the inventory's masses and the recomputed ones, by key, and the inventory."""
    firms = read_csv(PROJECT / "firms.csv")
    guidelines = dict(zip(firms["firm"], firms["guideline"], strict=True))
    facilities = read_csv(PROJECT / "system" / "facilities.csv")
    surveys = import_workbooks(sorted((PROJECT / "surveys").glob("*.xlsx")), facilities)
    activity = pd.concat([survey.activity for survey in surveys], ignore_index=True)
    emissions = build_inventory(activity, factors, Specification(guidelines, region="hubei"))
    by = ["firm", "facility", "category", "item", "gas", "year"]
    ours = {key: value for key, value in emissions.groupby(by)["value"].sum().items() if value}
    return ours, DecimalAccounts(activity.to_dict("records"), guidelines).emissions(), emissions


def test_the_same_sources_release_the_same_gases(accounts):
    ours, recomputed, _ = accounts

    assert set(ours) == set(recomputed)
    assert {key[0] for key in recomputed} == {f"F{number:02d}" for number in range(1, 11)}


def test_every_source_agrees_to_a_billionth(accounts):
    ours, recomputed, _ = accounts

    wrong = {
        key: (ours[key], mass) for key, mass in recomputed.items() if abs(Decimal(ours[key]) / mass - 1) > BILLIONTH
    }
    assert wrong == {}


def test_the_district_agrees_to_a_billionth_in_each_year(accounts):
    _, recomputed, emissions = accounts
    total: dict[int, Decimal] = defaultdict(Decimal)
    for key, mass in recomputed.items():
        total[key[-1]] += mass * GREENHOUSE[key[-2]]

    ours = emissions.groupby("year")["co2_equivalent"].sum()
    assert sorted(total) == [2020, 2021, 2022]
    assert [float(total[year] / Decimal(ours[year])) for year in sorted(total)] == pytest.approx(
        [1.0] * 3, abs=BILLIONTH
    )
