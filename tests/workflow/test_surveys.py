"""Survey workbooks of a project and their cache."""

import pytest

from carbonpath.core.errors import UsageError
from carbonpath.workflow import surveys as module
from carbonpath.workflow.project import load_project
from carbonpath.workflow.surveys import files_sent, read_surveys, survey_files


@pytest.fixture
def project(toy_project):
    """Return the shipped project with the workbooks of three firms and one year."""
    found = load_project(toy_project)
    for path in survey_files(found):
        if path.name not in ("F04-2020.xlsx", "F06-2020.xlsx", "F07-2020.xlsx"):
            path.unlink()
    return found


@pytest.fixture
def readings(monkeypatch):
    """Count how often workbooks are read anew."""
    counted = []
    whole = module.import_surveys

    def counting(files, facilities):
        counted.append(len(files))
        return whole(files, facilities)

    monkeypatch.setattr(module, "import_surveys", counting)
    return counted


def test_second_reading_is_from_the_cache_and_the_same(project, readings):
    first, second = read_surveys(project), read_surveys(project)
    assert readings == [3]
    assert second.activity.equals(first.activity)
    assert second.problems == first.problems


def test_changed_workbook_is_read_anew(project, readings):
    read_surveys(project)
    survey_files(project)[0].unlink()
    assert set(read_surveys(project).activity["firm"]) == {"F06", "F07"}
    assert readings == [3, 2]


def test_changed_list_of_facilities_is_read_anew(project, readings):
    read_surveys(project)
    path = project.inventory_folder / "system" / "facilities.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("Coke ovens A", "Coke ovens 1"), encoding="utf-8")
    read_surveys(project)
    assert readings == [3, 3]


def test_damaged_cache_is_read_anew(project, readings):
    read_surveys(project)
    for path in (project.state_folder / "cache").iterdir():
        path.write_text("{", encoding="utf-8")
    read_surveys(project)
    assert readings == [3, 3]


def test_one_reading_is_kept(project):
    read_surveys(project)
    survey_files(project)[0].unlink()
    read_surveys(project)
    assert len(list((project.state_folder / "cache").glob("activity-*.csv"))) == 1


def test_lock_files_of_a_spreadsheet_are_no_surveys(project):
    folder = project.inventory_folder / "surveys"
    for name in ("~$F04-2020.xlsx", ".hidden.xlsx", "notes.docx"):
        (folder / name).write_bytes(b"")
    assert len(files_sent(project)) == 3


def test_project_without_workbooks_is_told(project):
    for path in survey_files(project):
        path.unlink()
    with pytest.raises(UsageError, match="CP-130"):
        survey_files(project)
