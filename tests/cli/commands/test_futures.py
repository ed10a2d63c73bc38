"""`carbonpath futures`."""

import pytest

from carbonpath.core.answers.paths import FUTURES
from carbonpath.core.tables import read_table


def test_a_missing_file_is_told(carbonpath, toy_project):
    answer = carbonpath("futures", toy_project / "none.yaml", "-C", toy_project)
    assert answer.code == 4
    assert "CP-401" in answer.err


@pytest.mark.slow
def test_the_shipped_futures_have_a_plan_and_knowing_is_worth_something(carbonpath, shipped_project, tmp_path):
    out = carbonpath("futures", "-C", shipped_project, "-o", tmp_path).out
    assert "expected value of perfect information" in out
    assert "Weak demand" in out
    assert "built" in out
    table = read_table(tmp_path / "futures.csv", FUTURES)
    named = table[table["future"] != ""].pivot_table(index="future", columns="item", values="value")
    assert len(named) == 3
    assert (named["probability"] * named["regret"]).sum() > 0.0
    assert set(table.loc[table["future"] == "", "year"]) <= set(range(2020, 2026))
