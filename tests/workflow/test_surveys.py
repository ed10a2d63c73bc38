"""Survey workbooks of a project and their cache."""

import shutil

import pytest

from carbonpath.core.errors import DataError, UsageError
from carbonpath.survey.firm_sheet import FirmSheet
from carbonpath.survey.template import write_workbook
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
    whole = module.examine

    def counting(reader, paths, facilities):
        counted.extend(path.name for path in paths)
        return whole(reader, paths, facilities)

    monkeypatch.setattr(module, "examine", counting)
    return counted


def test_second_reading_is_from_the_cache_and_the_same(project, readings):
    first, second = read_surveys(project), read_surveys(project)
    assert readings == ["F04-2020.xlsx", "F06-2020.xlsx", "F07-2020.xlsx"]
    assert second.activity.equals(first.activity)
    assert second.problems == first.problems


def test_a_workbook_that_left_is_left_out_and_none_is_read_anew(project, readings):
    read_surveys(project)
    survey_files(project)[0].unlink()
    assert set(read_surveys(project).activity["firm"]) == {"F06", "F07"}
    assert len(readings) == 3


def test_only_the_workbook_that_changed_is_read_anew(project, readings):
    first = read_surveys(project)
    changed = survey_files(project)[1]
    write_workbook(changed, FirmSheet("F06", 2020, "cement"), first.activity[first.activity["firm"] == "F06"].head(3))
    second = read_surveys(project)
    assert readings[3:] == ["F06-2020.xlsx"]
    assert len(second.activity[second.activity["firm"] == "F06"]) == 3
    assert second.files == first.files


def test_a_firm_and_year_that_comes_again_beside_kept_files_is_refused(project):
    read_surveys(project)
    known = survey_files(project)[1]
    shutil.copy(known, known.with_name("again.xlsx"))
    with pytest.raises(DataError, match="CP-283"):
        read_surveys(project)


def test_changed_list_of_facilities_is_read_anew(project, readings):
    read_surveys(project)
    path = project.inventory_folder / "system" / "facilities.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("Coke ovens A", "Coke ovens 1"), encoding="utf-8")
    read_surveys(project)
    assert len(readings) == 6


def test_damaged_cache_is_read_anew(project, readings):
    read_surveys(project)
    for path in (project.state_folder / "cache").iterdir():
        path.write_text("{", encoding="utf-8")
    read_surveys(project)
    assert len(readings) == 6


def test_table_that_the_disk_lost_the_end_of_is_read_anew(project, readings):
    first = read_surveys(project)
    for path in (project.state_folder / "cache").glob("activity-*.csv"):
        whole = path.read_text(encoding="utf-8").splitlines(keepends=True)
        path.write_text("".join(whole[:-1]), encoding="utf-8")
    again = read_surveys(project)
    assert len(again.activity) == len(first.activity)
    assert again.activity.equals(first.activity)


def test_one_reading_is_kept(project):
    read_surveys(project)
    survey_files(project)[0].unlink()
    read_surveys(project)
    folder = project.state_folder / "cache"
    assert [len(list(folder.glob(f"{name}-*.csv"))) for name in ("activity", "survey", "monthly")] == [1, 2, 3]


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
