"""Survey files on their way into a project."""

import io
import pathlib
import shutil
import zipfile

import openpyxl
import pytest

from carbonpath.core.errors import DataError, SafetyError, StorageError, UsageError
from carbonpath.survey.sectors import TEMPLATES
from carbonpath.workflow import survey_store, together
from carbonpath.workflow.intake import check_files, take_in, write_templates
from carbonpath.workflow.project import load_project
from carbonpath.workflow.survey_history import read_history
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


@pytest.fixture
def correct(project, tmp_path):
    """Write a corrected workbook of F04: one number is another."""

    def write(name="better.xlsx", value=350000.0, sheet="燃料与能源", cell="D4"):
        workbook = openpyxl.load_workbook(survey_folder(project) / "F04-2020.xlsx")
        workbook[sheet][cell] = value
        workbook.save(tmp_path / "sent" / name)
        return tmp_path / "sent" / name

    return write


def saved_again(path, target):
    """Save a workbook once more, at another date: other bytes, the same cells."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(path) as came, zipfile.ZipFile(buffer, "w") as file:
        for name in came.namelist():
            content = came.read(name).replace(b"2020-01-01T00:00:00Z", b"2024-05-06T07:08:09Z")
            file.writestr(name, content)
    target.write_bytes(buffer.getvalue())
    return target


def state(project):
    folder = project.inventory_folder
    found = (path for path in folder.rglob("*") if path.is_file() and path.parent.name != "system")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def test_template_of_each_sector(tmp_path):
    assert [path.stem for path in write_templates((), tmp_path)] == list(TEMPLATES)


def test_template_by_month_is_another_file(tmp_path):
    assert [path.name for path in write_templates(("glass",), tmp_path, monthly=True)] == ["glass-monthly.xlsx"]


def test_template_is_not_overwritten(tmp_path):
    write_templates(("glass",), tmp_path)
    with pytest.raises(SafetyError, match="CP-960"):
        write_templates(("glass",), tmp_path)


def test_sector_without_template(tmp_path):
    with pytest.raises(UsageError, match="CP-128"):
        write_templates(("glas",), tmp_path)


def test_good_workbook_is_taken_in_under_the_name_of_its_firm_and_year(project, tmp_path):
    sent = (tmp_path / "sent" / "F06-2020.xlsx").rename(tmp_path / "sent" / "our report.xlsx")
    intake = take_in(project, [sent], "en")
    assert [(entry.status, entry.version) for entry in intake.taken] == [("new", 1)]
    assert set(intake.quality.surveys.activity["firm"]) == {"F04", "F06"}
    assert [path.name for path in files_sent(project)] == ["F04-2020.xlsx", "F06-2020.xlsx"]
    (version,) = read_history(project.inventory_folder, "F06", 2020).versions
    assert (version.file, version.kept, version.corrections) == ("our report.xlsx", "", ())


def test_checking_keeps_nothing(project, tmp_path):
    before = state(project)
    quality = check_files(project, [tmp_path / "sent" / "F06-2020.xlsx"])
    assert set(quality.surveys.activity["firm"]) == {"F06"}
    assert state(project) == before


def test_bad_workbook_stays_outside_with_the_good_ones_of_its_batch(project, correct, tmp_path):
    before = state(project)
    correct("F07-2020.xlsx", value="约12")
    with pytest.raises(DataError) as caught:
        take_in(project, sorted((tmp_path / "sent").iterdir()), "zh")
    assert [problem.code for problem in caught.value.problems] == ["CP-260", "CP-1016"]
    assert caught.value.problems[-1].value == str(tmp_path / "sent" / "F07-2020.标注.xlsx")
    assert state(project) == before


def test_marked_copy_is_set_aside_beside_its_original_and_imported_alone(project, correct, tmp_path):
    bad = correct(value="约12")
    with pytest.raises(DataError):
        take_in(project, [bad], "en")
    copy = tmp_path / "sent" / "better.marked.xlsx"
    with pytest.raises(DataError, match="CP-260"):
        take_in(project, [bad, copy], "en")
    workbook = openpyxl.load_workbook(copy)
    workbook["燃料与能源"]["D4"] = 351000
    workbook.save(copy)
    intake = take_in(project, [copy], "en")
    assert [change.after for change in intake.taken[0].corrections] == ["351000"]
    shutil.copy(tmp_path / "sent" / "F06-2020.xlsx", tmp_path / "sent" / "better.xlsx")
    assert [note.code for note in take_in(project, [bad, copy], "en").notes] == ["CP-1018"]


def test_file_that_cannot_be_opened_has_no_copy(project, tmp_path):
    (tmp_path / "sent" / "F07-2020.xlsx").write_bytes(b"no workbook")
    with pytest.raises(DataError) as caught:
        take_in(project, [tmp_path / "sent" / "F07-2020.xlsx"], "en")
    assert [problem.code for problem in caught.value.problems] == ["CP-231"]


def test_correction_replaces_its_firm_and_year_and_the_old_stays_in_the_history(project, correct):
    old = (survey_folder(project) / "F04-2020.xlsx").read_bytes()
    sent = correct()
    (entry,) = take_in(project, [sent], "en").taken
    assert (entry.status, entry.version) == ("replaced", 2)
    assert (survey_folder(project) / "F04-2020.xlsx").read_bytes() == sent.read_bytes()
    first, second = read_history(project.inventory_folder, "F04", 2020).versions
    assert (project.inventory_folder / "survey_history" / first.kept).read_bytes() == old
    assert (first.file, second.file, second.kept) == ("F04-2020.xlsx", "better.xlsx", "")
    (change,) = second.corrections
    assert (change.column, change.after, change.cell_before, change.cell_after) == (
        "value",
        "350000",
        "燃料与能源!D4",
        "燃料与能源!D4",
    )
    assert first.content != second.content


def test_third_version_goes_back_to_the_first(project, correct, tmp_path):
    first = tmp_path / "sent" / "first.xlsx"
    shutil.copy(survey_folder(project) / "F04-2020.xlsx", first)
    take_in(project, [correct()], "en")
    (entry,) = take_in(project, [first], "en").taken
    assert (entry.status, entry.version) == ("replaced", 3)
    versions = read_history(project.inventory_folder, "F04", 2020).versions
    assert versions[0].content == versions[2].content
    assert [bool(version.kept) for version in versions] == [True, True, False]


def test_same_content_again_changes_nothing(project, correct, tmp_path):
    sent = correct()
    take_in(project, [sent], "en")
    before = state(project)
    again = saved_again(sent, tmp_path / "sent" / "again.xlsx")
    (entry,) = take_in(project, [again], "en").taken
    assert (entry.status, entry.version) == ("same", 2)
    assert state(project) == before


def test_same_content_saved_at_another_date_is_the_same(project, tmp_path):
    before = state(project)
    again = saved_again(survey_folder(project) / "F04-2020.xlsx", tmp_path / "sent" / "again.xlsx")
    assert again.read_bytes() != (survey_folder(project) / "F04-2020.xlsx").read_bytes()
    assert [entry.status for entry in take_in(project, [again], "en").taken] == ["same"]
    assert state(project) == before


def test_two_files_of_one_firm_and_year_are_refused(project, correct):
    before = state(project)
    with pytest.raises(DataError, match="CP-283"):
        take_in(project, [correct("a.xlsx", 350000.0), correct("b.xlsx", 360000.0)], "en")
    assert state(project) == before


def test_place_of_a_firm_and_year_that_holds_another_is_refused(project, tmp_path):
    shutil.copy(survey_folder(project) / "F04-2020.xlsx", survey_folder(project) / "F06-2020.xlsx")
    (survey_folder(project) / "F04-2020.xlsx").unlink()
    with pytest.raises(SafetyError, match="CP-960"):
        take_in(project, [tmp_path / "sent" / "F06-2020.xlsx"], "en")


def test_survey_under_another_name_is_replaced_and_its_file_goes(project, correct):
    (survey_folder(project) / "F04-2020.xlsx").rename(survey_folder(project) / "by hand.xlsx")
    (survey_folder(project) / "F04-2020.xlsx").write_bytes((survey_folder(project) / "by hand.xlsx").read_bytes())
    sent = correct()
    (survey_folder(project) / "F04-2020.xlsx").unlink()
    take_in(project, [sent], "en")
    assert [path.name for path in files_sent(project)] == ["F04-2020.xlsx"]
    assert read_history(project.inventory_folder, "F04", 2020).versions[0].file == "by hand.xlsx"


def test_broken_survey_in_the_project_is_replaced_by_a_good_one(project, correct):
    sent = correct()
    (survey_folder(project) / "F04-2020.xlsx").write_bytes(b"broken")
    (entry,) = take_in(project, [sent], "en").taken
    assert entry.status == "replaced"
    first, _ = read_history(project.inventory_folder, "F04", 2020).versions
    assert (first.content, first.numbers) == ("", 0)
    assert (project.inventory_folder / "survey_history" / first.kept).read_bytes() == b"broken"


def test_version_replaced_by_hand_is_noticed(project, correct, tmp_path):
    take_in(project, [correct()], "en")
    by_hand = correct("by hand.xlsx", value=370000.0)
    shutil.copy(by_hand, survey_folder(project) / "F04-2020.xlsx")
    take_in(project, [correct("last.xlsx", value=380000.0)], "en")
    kept = [version.kept for version in read_history(project.inventory_folder, "F04", 2020).versions]
    assert kept[1] == "-"
    assert kept[2].startswith("F04-2020/3-")
    assert kept[3] == ""


def test_killed_import_is_finished_by_the_next_reader(project, correct, monkeypatch):
    sent = correct()
    real = pathlib.Path.replace

    def refuse(self, target):
        if self.parent.name == together.WAITING:
            raise PermissionError(13, "not now")
        return real(self, target)

    monkeypatch.setattr(pathlib.Path, "replace", refuse)
    monkeypatch.setattr(together, "write_bytes", _write)
    monkeypatch.setattr(together, "write_text", lambda path, content: _write(path, content.encode()))
    with pytest.raises(StorageError):
        take_in(project, [sent], "en")
    assert (survey_folder(project) / "F04-2020.xlsx").read_bytes() != sent.read_bytes()
    monkeypatch.undo()
    files_sent(project)
    assert (survey_folder(project) / "F04-2020.xlsx").read_bytes() == sent.read_bytes()
    assert len(read_history(project.inventory_folder, "F04", 2020).versions) == 2


def test_file_that_changes_meanwhile_is_refused(project, tmp_path, monkeypatch):
    sent = tmp_path / "sent" / "F06-2020.xlsx"
    before = state(project)
    real = survey_store.version_of

    def meanwhile(*arguments):
        sent.write_bytes(sent.read_bytes() + b"x")
        return real(*arguments)

    monkeypatch.setattr(survey_store, "version_of", meanwhile)
    with pytest.raises(StorageError) as caught:
        take_in(project, [sent], "en")
    assert "changed" in caught.value.problems[0].details["reason"]
    assert state(project) == before


def test_damaged_history_is_told(project, correct):
    (project.inventory_folder / "survey_history").mkdir()
    (project.inventory_folder / "survey_history" / "F04-2020.json").write_text("{", encoding="utf-8")
    with pytest.raises(DataError, match="CP-202"):
        take_in(project, [correct()], "en")


def test_file_that_is_in_already_is_no_obstacle(project):
    before = state(project)
    assert [entry.status for entry in take_in(project, list(files_sent(project)), "en").taken] == ["same"]
    assert state(project) == before


def test_findings_are_those_of_the_files_taken_in(project, correct):
    intake = take_in(project, [correct(value=35e6)], "en")
    assert {problem.file for problem in intake.problems} == {"F04-2020.xlsx"}
    assert {problem.code for problem in intake.problems} == {"CP-1020", "CP-1021"}


def _write(path, content):
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
