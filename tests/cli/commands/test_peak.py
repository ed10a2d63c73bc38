"""`carbonpath peak`."""

import pytest
from stored_runs import store_solved
from systems import growing_demand

from carbonpath.core.answers.paths import PEAK_WINDOW
from carbonpath.core.tables import read_table


@pytest.fixture
def project(toy_project):
    """Return the shipped project with a run of a small system."""
    store_solved(toy_project / "runs", growing_demand())
    return toy_project


def test_a_peak_year_stands_beside_its_plateau_and_window(carbonpath, project):
    out = carbonpath("peak", "small", "-C", project).out
    assert "peak in 2021 at 120.00 MtCO₂, plateau 2021-2021" in out
    assert "earliest peak" in out
    assert "0.5 %" in out
    assert "Sectors in the order of their peaks" in out


def test_json_has_the_keys_that_are_promised(carbonpath, project):
    told = carbonpath("peak", "small", "-C", project, "--json", "--window", "1%", "--plateau", "10%").json
    assert {"peak_year", "peak_mtco2", "plateau", "least_cost", "window", "cost_by_peak_year"} <= set(told)
    assert [reach["slack_pct"] for reach in told["window"]] == [1.0]
    assert told["plateau"] == [2021, 2022]


def test_in_chinese(carbonpath, project):
    assert "最早达峰" in carbonpath("peak", "small", "-C", project, "--lang", "zh").out


def test_a_window_that_is_no_percentage(carbonpath, project):
    answer = carbonpath("peak", "small", "-C", project, "--window", "2")
    assert answer.code == 2
    assert "CP-629" in answer.err


def test_a_fall_after_the_last_rise_is_asked_for(carbonpath, project):
    arguments = ("peak", "small", "-C", project, "--window", "0.5%,50%", "--fall", "20%", "--leeway", "1%")
    told = carbonpath(*arguments, "--json").json
    assert (told["yearly_fall_pct"], told["leeway_pct"]) == (20.0, 1.0)
    assert [reach["no_rise_after"] for reach in told["window"]] == [2022, 2020]
    assert "falls 20 % a year" in carbonpath(*arguments).out


def test_table_and_chart_are_written(carbonpath, project, tmp_path):
    told = carbonpath("peak", "small", "-C", project, "-o", tmp_path, "--json").json
    assert [path.rpartition("/")[2] for path in told["files"]] == [
        "peak_window.csv",
        "peak-window.png",
        "peak-window.svg",
    ]
    assert read_table(tmp_path / "peak_window.csv", PEAK_WINDOW)["rule"].tolist().count("peak") == 6
