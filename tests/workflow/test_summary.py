"""Headline numbers."""

import pytest
from stored_runs import GALLERY, store_run

from carbonpath.core.schemas import INDICATOR
from carbonpath.core.tables import read_table
from carbonpath.workflow.runs import find_run
from carbonpath.workflow.summary import run_entry, summarise_indicators

PROMISED = (
    "scenario run status objective peak_year peak_mtco2 emissions_mtco2 coal_mtce total_cost seconds max_residual gap"
)


@pytest.fixture
def summary():
    indicators = read_table(GALLERY, INDICATOR)
    return summarise_indicators(indicators[indicators["scenario"] == "reference"], "scope1")


def test_peak_is_the_highest_year_and_never_without_its_plateau(summary):
    emissions = summary["emissions_mtco2"]
    assert summary["peak_mtco2"] == max(emissions.values())
    assert summary["plateau"][0] <= summary["peak_year"] <= summary["plateau"][1]


def test_every_year_is_told(summary):
    assert list(summary["emissions_mtco2"]) == list(summary["coal_mtce"]) == [str(year) for year in range(2020, 2036)]


def test_cumulative_is_the_sum_of_the_years(summary):
    assert summary["cumulative_mtco2"] == pytest.approx(sum(summary["emissions_mtco2"].values()), rel=1e-6)


def test_purchased_power_stands_beside_and_is_not_less(summary):
    beside = summary["other_boundary"]
    assert summary["boundary"] == "scope1"
    assert all(beside["emissions_mtco2"][year] >= value for year, value in summary["emissions_mtco2"].items())


def test_entry_has_the_keys_that_other_programs_rely_on(tmp_path):
    name = store_run(tmp_path, "reference", 0)
    entry = run_entry(find_run(tmp_path, name))
    assert set(PROMISED.split()) <= set(entry)
    assert set(entry["seconds"]) >= {"build", "compile", "solve", "total"}
