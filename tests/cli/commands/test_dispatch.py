"""`carbonpath dispatch`."""

from stored_runs import store_solved
from systems import clean_and_dirty

from carbonpath.workflow.project import load_project


def test_an_annual_run_knows_nothing_of_parts_of_the_day(carbonpath, toy_project):
    store_solved(load_project(toy_project).runs_folder, clean_and_dirty(), "annual")
    answer = carbonpath("dispatch", "annual", "-C", toy_project)
    assert answer.code == 2
    assert "CP-922" in answer.err
