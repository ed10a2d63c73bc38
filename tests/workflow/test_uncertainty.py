"""Uncertainty of the shipped inventory."""

import pytest
from shipped import shipped_inventory

from carbonpath.core.answers.accounts import INTERVALS, KEY_CATEGORIES, KEY_TRENDS
from carbonpath.core.errors import UsageError
from carbonpath.core.tables import read_table
from carbonpath.workflow.uncertainty import (
    draw_uncertainty,
    inventory_chart_options,
    inventory_uncertainty,
    write_uncertainty,
)

YEARS = (2020, 2022)


@pytest.fixture(scope="module")
def project():
    return shipped_inventory()[0]


@pytest.fixture(scope="module")
def inventory():
    return shipped_inventory()[1]


@pytest.fixture(scope="module")
def report(inventory):
    return inventory_uncertainty(inventory, YEARS, seed=1, draws=2000)


def test_the_district_agrees_with_what_the_inventory_tells(report, inventory):
    district = report.intervals.iloc[0]
    summary = inventory.summary(2022)

    assert district["tco2e"] == pytest.approx(summary.total_tco2e)
    assert district["approach_1_pct"] == pytest.approx(summary.uncertainty_pct, rel=1e-6)
    assert district["upper_pct"] == pytest.approx(district["approach_1_pct"], rel=0.15)


def test_every_firm_agrees_between_the_approaches(report):
    """The upper limit; the lower differs where intervals of factors are not symmetric. F09 is a small difference."""
    firms = report.intervals[(report.intervals["level"] == "firm") & (report.intervals["name"] != "F09")]

    assert (firms["upper_pct"] / firms["approach_1_pct"]).between(0.85, 1.15).all()


def test_key_categories_reach_95_percent(report):
    key = report.levels[report.levels["key"] == "yes"]

    assert key["level"].sum() >= 0.95
    assert key["level"].iloc[:-1].sum() < 0.95
    assert report.trends["trend"].sum() == pytest.approx(1)


def test_the_seed_decides_the_draws(inventory):
    one, again, other = (inventory_uncertainty(inventory, YEARS, seed, draws=100).intervals for seed in (1, 1, 2))

    assert again.equals(one)
    assert not other["lower_pct"].equals(one["lower_pct"])


def test_one_year_has_no_trend(inventory):
    assert inventory_uncertainty(inventory, (2020, 2020), draws=100).trends.empty


def test_json_tells_years_seed_and_tables(report):
    told = report.as_json()

    assert [told[name] for name in ("year", "base_year", "draws", "seed")] == [2022, 2020, 2000, 1]
    assert told["intervals"][0]["level"] == "district"
    assert len(told["key_trends"]) == len(report.trends)


def test_too_few_draws_are_refused(inventory):
    with pytest.raises(UsageError, match="CP-132"):
        inventory_uncertainty(inventory, YEARS, draws=99)


def test_what_is_written_can_be_read_again(report, inventory, project, tmp_path):
    paths = write_uncertainty(report, tmp_path)
    drawn, missing = draw_uncertainty(
        report, inventory, tmp_path, ["svg"], inventory_chart_options(project, inventory, "zh")
    )

    for path, schema in zip(paths, (INTERVALS, KEY_CATEGORIES, KEY_TRENDS), strict=True):
        assert len(read_table(path, schema))
    assert [path.name for path in drawn] == ["intervals.svg", "key-categories.svg"]
    assert missing == []
