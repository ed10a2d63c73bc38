"""Survey files on their way into a project."""

import shutil

import pytest

from carbonpath.core.errors import DataError, SafetyError, UsageError
from carbonpath.survey.sectors import TEMPLATES
from carbonpath.workflow.intake import check_files, take_in, write_templates
from carbonpath.workflow.project import load_project
from carbonpath.workflow.surveys import files_sent, survey_folder


@pytest.fixture
def project(toy_project, tmp_path):
    """Return the shipped project with one workbook; another waits outside in `sent`."""
    found = load_project(toy_project)
    (tmp_path / "sent").mkdir()
    shutil.copy(survey_folder(found) / "F06-2020.xlsx", tmp_path / "sent")
    for path in files_sent(found):
        if path.name != "F04-2020.xlsx":
            path.unlink()
    return found


def test_template_of_each_sector(tmp_path):
    assert [path.stem for path in write_templates((), tmp_path)] == list(TEMPLATES)


def test_template_is_not_overwritten(tmp_path):
    write_templates(("glass",), tmp_path)
    with pytest.raises(SafetyError, match="CP-960"):
        write_templates(("glass",), tmp_path)


def test_sector_without_template(tmp_path):
    with pytest.raises(UsageError, match="CP-128"):
        write_templates(("glas",), tmp_path)


def test_good_workbook_is_taken_in(project, tmp_path):
    surveys = take_in(project, [tmp_path / "sent" / "F06-2020.xlsx"], replace=False)
    assert set(surveys.activity["firm"]) == {"F04", "F06"}
    assert [path.name for path in files_sent(project)] == ["F04-2020.xlsx", "F06-2020.xlsx"]


def test_checking_keeps_nothing(project, tmp_path):
    surveys = check_files(project, [tmp_path / "sent" / "F06-2020.xlsx"])
    assert set(surveys.activity["firm"]) == {"F06"}
    assert [path.name for path in files_sent(project)] == ["F04-2020.xlsx"]


def test_bad_workbook_stays_outside_with_the_good_ones_of_its_batch(project, tmp_path):
    (tmp_path / "sent" / "F07-2020.xlsx").write_bytes(b"no workbook")
    with pytest.raises(DataError):
        take_in(project, sorted((tmp_path / "sent").iterdir()), replace=False)
    assert [path.name for path in files_sent(project)] == ["F04-2020.xlsx"]


def test_same_firm_and_year_under_another_name_is_refused(project, tmp_path):
    shutil.copy(survey_folder(project) / "F04-2020.xlsx", tmp_path / "sent" / "again.xlsx")
    with pytest.raises(DataError, match="CP-283"):
        take_in(project, [tmp_path / "sent" / "again.xlsx"], replace=False)


def test_other_file_of_the_same_name_is_replaced_only_on_request(project, tmp_path):
    newer = tmp_path / "sent" / "F04-2020.xlsx"
    shutil.copy(tmp_path / "sent" / "F06-2020.xlsx", newer)
    with pytest.raises(SafetyError, match="CP-960"):
        take_in(project, [newer], replace=False)
    assert set(take_in(project, [newer], replace=True).activity["firm"]) == {"F06"}
    assert (survey_folder(project) / "F04-2020.xlsx").read_bytes() == newer.read_bytes()


def test_file_that_is_in_already_is_no_obstacle(project):
    take_in(project, list(files_sent(project)), replace=False)
    assert len(files_sent(project)) == 1
