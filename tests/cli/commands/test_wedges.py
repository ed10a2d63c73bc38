"""`carbonpath wedges`."""

import pytest
from shipped import shipped_base

from carbonpath.core.answers.paths import ABATEMENT
from carbonpath.core.tables import read_table
from carbonpath.workflow import wedges


@pytest.fixture
def fitted(monkeypatch):
    """Let the command take the district that all tests share."""
    monkeypatch.setattr(wedges, "fit_district", lambda *_: shipped_base()[1])


def test_one_measure_does_it_all(carbonpath, shipped_project, tmp_path, fitted):
    out = carbonpath("wedges", "clean-transport", "-C", shipped_project, "-o", tmp_path, "--lang", "zh").out
    assert "大宗物料清洁运输" in out
    assert "沙普利值" in out
    table = read_table(tmp_path / "measures.csv", ABATEMENT).set_index("kind")["abatement"]
    assert table["sequential"] == pytest.approx(table["total"])
    assert table["shapley"] == pytest.approx(table["total"])


def test_a_scenario_without_measures_is_refused(carbonpath, shipped_project):
    answer = carbonpath("wedges", "reference", "-C", shipped_project)
    assert answer.code == 4
    assert "CP-611" in answer.err
