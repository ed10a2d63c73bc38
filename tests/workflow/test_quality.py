"""How good the surveys of a project are."""

import pytest

from carbonpath.workflow.intake import check_files
from carbonpath.workflow.project import load_project
from carbonpath.workflow.quality import judge
from carbonpath.workflow.surveys import files_sent, import_surveys, read_facilities


@pytest.fixture
def project(toy_project):
    """Return the shipped project with the workbooks of two firms and one year."""
    found = load_project(toy_project)
    for path in files_sent(found):
        if path.name not in ("F04-2020.xlsx", "F06-2020.xlsx"):
            path.unlink()
    return found


def test_shipped_surveys_balance(project):
    quality = check_files(project, ())
    assert quality.findings == ()
    assert [(score.firm, score.score) for score in quality.scores] == [("F04", 100.0), ("F06", 100.0)]


@pytest.mark.slow
def test_whole_shipped_district_has_no_finding_that_cannot_be_true(toy_project):
    quality = check_files(load_project(toy_project), ())
    assert {problem.code for problem in quality.findings} == {"CP-294", "CP-296"}
    assert {problem.severity for problem in quality.findings} == {"warning"}
    assert min(score.score for score in quality.scores) > 60


def test_rows_that_cannot_be_accounted_are_findings(project):
    firms = project.inventory_folder / "firms.csv"
    text = firms.read_text(encoding="utf-8")
    firms.write_text(text.replace("CETS-AG-01.01-2022", "CETS-AG-99"), encoding="utf-8")
    quality = check_files(project, ())
    assert {problem.code for problem in quality.findings} == {"CP-335"}


def test_without_a_list_of_firms_the_other_checks_still_run(project):
    (project.inventory_folder / "firms.csv").unlink()
    assert {problem.code for problem in check_files(project, ()).findings} == {"CP-201"}


@pytest.mark.parametrize(
    ("column", "rows", "factor", "codes"),
    [
        ("value", "combusted", 1.3, {"CP-1020", "CP-1021"}),
        ("value", "output", 20.0, {"CP-296", "CP-1021", "CP-1022"}),
    ],
    ids=["more burnt than bought", "more made than can be"],
)
def test_what_does_not_balance_is_found(project, column, rows, factor, codes):
    surveys = import_surveys([path for path in files_sent(project) if "F04" in path.name], read_facilities(project))
    surveys.activity.loc[surveys.activity["activity"] == rows, column] *= factor
    assert {problem.code for problem in judge(surveys, project).findings} == codes
