"""`carbonpath macc`."""

import pytest
from stored_runs import store_solved
from systems import growing_demand


@pytest.fixture
def project(toy_project):
    """Return the shipped project with a run of a small system."""
    store_solved(toy_project / "runs", growing_demand())
    return toy_project


def test_curves_are_tables_and_a_sentence(carbonpath, project):
    out = carbonpath("macc", "small", "-C", project, "--price", "20").out
    assert "each technology alone at 20 CNY/t" in out
    assert "At 20 CNY/t 306.49 Mt" in out
    assert "5.0 CNY a tonne on average" in out


def test_json_and_files(carbonpath, project, tmp_path):
    told = carbonpath("macc", "small", "-C", project, "--price", "20", "-o", tmp_path / "out", "--json").json
    assert [row["technology"] for row in told["curves"]["single"]] == ["clean"]
    assert [name.rpartition("/")[2] for name in told["files"]] == [
        "abatement.csv",
        "abatement-bars.png",
        "price-sweep.png",
    ]


def test_in_chinese(carbonpath, project):
    assert "碳价 20 元/吨：共减排" in carbonpath("macc", "small", "-C", project, "--price", "20", "--lang", "zh").out


def test_a_price_at_which_nobody_saves(carbonpath, project):
    answer = carbonpath("macc", "small", "-C", project, "--price", "2")
    assert answer.code == 2
    assert "CP-143" in answer.err
