"""The bureau's list of firms."""

import pytest

from carbonpath.core.errors import DataError
from carbonpath.workflow.firms import firm_column, firm_labels, read_firms
from carbonpath.workflow.project import load_project


def test_shipped_firms_are_illustrative_and_have_a_guideline(shipped_project):
    firms = read_firms(load_project(shipped_project))
    assert list(firms["firm"]) == [f"F{number:02}" for number in range(1, 11)]
    assert set(firms["illustrative"]) == {"yes"}
    assert all(firm_column(firms, "guideline").values())


def test_names_in_either_language(shipped_project):
    firms = read_firms(load_project(shipped_project))
    assert firm_labels(firms, "zh")["F01"] != firm_labels(firms, "en")["F01"]


def test_missing_column_is_told_with_the_file_as_the_user_knows_it(toy_project):
    path = toy_project / "inventories" / "qingshan" / "firms.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("guideline", "rule", 1), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        read_firms(load_project(toy_project))
    assert {problem.file for problem in caught.value.problems} == {"inventories/qingshan/firms.csv"}
