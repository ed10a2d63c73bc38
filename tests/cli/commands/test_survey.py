"""`carbonpath survey template|import|check|show`."""

import shutil
from pathlib import Path

import openpyxl
import pytest

from carbonpath.core.messages import LANGUAGES

SHIPPED = Path(__file__).parents[3] / "inventories" / "qingshan" / "surveys"


@pytest.fixture
def surveys(toy_project):
    """Return the folder of surveys of the shipped project, with the workbooks of two firms."""
    folder = toy_project / "inventories" / "qingshan" / "surveys"
    for path in folder.iterdir():
        if path.name not in ("F04-2020.xlsx", "F06-2020.xlsx"):
            path.unlink()
    return folder


@pytest.fixture
def sent(surveys, tmp_path):
    """Write what F06 sends: its workbook with one cell changed."""

    def write(value, cell="D4", name="our report.xlsx"):
        workbook = openpyxl.load_workbook(surveys / "F06-2020.xlsx")
        workbook["燃料与能源"][cell] = value
        workbook.save(tmp_path / name)
        return tmp_path / name

    return write


def test_check_scores_each_firm_and_year(carbonpath, toy_project, surveys):
    told = carbonpath("survey", "check", "-C", toy_project, "--json").json
    assert list(told) == ["surveys", "scores", "problems"]
    assert [(entry["firm"], entry["year"]) for entry in told["surveys"]] == [("F04", 2020), ("F06", 2020)]
    assert told["surveys"][0]["numbers"] > 5
    assert [(entry["firm"], entry["score"]) for entry in told["scores"]] == [("F04", 100.0), ("F06", 100.0)]
    assert set(told["scores"][0]["parts"]) == {"completeness", "plausibility", "consistency", "measurement"}


def test_check_in_words(carbonpath, toy_project, surveys):
    answer = carbonpath("survey", "check", "-C", toy_project)
    assert answer.code == 0
    assert "2 workbooks checked: 0 errors" in answer.err
    assert "F06    2020" in answer.out


@pytest.mark.parametrize("language", LANGUAGES)
def test_finding_that_cannot_be_true_ends_the_check_with_three(carbonpath, toy_project, sent, language):
    answer = carbonpath("survey", "check", sent(103.9), "-C", toy_project, "--lang", language, "--json")
    assert answer.code == 3
    assert answer.json["error"]["code"] == "CP-298"
    assert answer.json["scores"][0]["errors"] == 2
    assert answer.json["scores"][0]["score"] < 90


def test_outlier_is_told_with_the_remark_of_the_firm(carbonpath, toy_project, sent):
    workbook = openpyxl.load_workbook(sent(150000))
    workbook["燃料与能源"]["H4"] = "窑炉大修后试烧"
    path = sent(150000).with_name("remarked.xlsx")
    workbook.save(path)
    plain = carbonpath("survey", "check", sent(150000), "-C", toy_project, "--json").json
    remarked = carbonpath("survey", "check", path, "-C", toy_project, "--json").json
    assert [entry["code"] for entry in remarked["problems"]] == [entry["code"] for entry in plain["problems"]]
    assert "窑炉大修后试烧" in [entry["remark"] for entry in remarked["problems"]]
    assert plain["scores"][0]["score"] < remarked["scores"][0]["score"] < 100
    assert "remark: 窑炉大修后试烧" in carbonpath("survey", "check", path, "-C", toy_project).err


def test_workbook_that_is_none_ends_with_three(carbonpath, toy_project, tmp_path):
    (tmp_path / "F07-2020.xlsx").write_bytes(b"no workbook")
    answer = carbonpath("survey", "import", tmp_path / "F07-2020.xlsx", "-C", toy_project)
    assert answer.code == 3
    assert "F07-2020.xlsx" in answer.err


def test_refused_workbook_is_told_where_its_marked_copy_is(carbonpath, toy_project, sent, tmp_path):
    answer = carbonpath("survey", "import", sent("约12"), "-C", toy_project)
    assert answer.code == 3
    assert str(tmp_path / "our report.marked.xlsx") in answer.err
    told = carbonpath("survey", "import", sent("约12"), "-C", toy_project, "--json").json
    assert told["error"]["code"] == "CP-260"
    assert [(entry["code"], entry["severity"]) for entry in told["problems"]][-1] == ("CP-1016", "warning")


def test_import_takes_a_workbook_in(carbonpath, toy_project, surveys, tmp_path):
    shutil.move(surveys / "F06-2020.xlsx", tmp_path / "sent.xlsx")
    answer = carbonpath("survey", "import", tmp_path / "sent.xlsx", "-C", toy_project)
    assert answer.code == 0
    assert (surveys / "F06-2020.xlsx").is_file()
    assert "1 new" in answer.err


def test_correction_is_listed_cell_by_cell(carbonpath, toy_project, sent):
    answer = carbonpath("survey", "import", sent(103000), "-C", toy_project)
    assert "F06 2020, version 2, changes 1 cells:" in answer.out
    assert "燃料与能源!D4" in answer.out
    again = carbonpath("survey", "import", sent(103000), "-C", toy_project, "--json").json
    assert [(entry["status"], entry["version"]) for entry in again["files"]] == [("same", 2)]


def test_show_tells_files_rows_quality_and_versions(carbonpath, toy_project, sent):
    carbonpath("survey", "import", sent(103000), "-C", toy_project)
    told = carbonpath("survey", "show", "F06", "-C", toy_project, "--json").json
    (entry,) = told["surveys"]
    assert (entry["file"], entry["numbers"], entry["months"]) == ("F06-2020.xlsx", 14, 0)
    assert entry["quality"] == {"invoiced": 13, "measured": 1}
    assert [version["file"] for version in entry["versions"]] == ["F06-2020.xlsx", "our report.xlsx"]
    assert [change["column"] for change in entry["versions"][1]["corrections"]] == ["value"]
    answer = carbonpath("survey", "show", "-C", toy_project, "--changes")
    assert "F04-2020.xlsx" in answer.out
    assert "version 2, changes 1 cells: our report.xlsx" in answer.out


def test_show_names_years_that_were_not_reported(carbonpath, toy_project, surveys, tmp_path):
    for path in surveys.iterdir():
        path.unlink()
    for name in ("F04-2020.xlsx", "F04-2021.xlsx", "F06-2020.xlsx"):
        shutil.copy(SHIPPED / name, surveys)
    answer = carbonpath("survey", "show", "-C", toy_project)
    assert "not reported: F06 2021" in answer.out
    assert carbonpath("survey", "show", "-C", toy_project, "--json").json["missing"] == [{"firm": "F06", "year": 2021}]


def test_show_of_an_unknown_firm(carbonpath, toy_project, surveys):
    answer = carbonpath("survey", "show", "F99", "-C", toy_project)
    assert answer.code == 2
    assert "F04, F06" in answer.err


def test_template_tells_its_path(carbonpath, tmp_path):
    answer = carbonpath("survey", "template", "glass", "-o", tmp_path)
    assert answer.out == f"{tmp_path / 'glass.xlsx'}\n"
    assert carbonpath("survey", "template", "glass", "-o", tmp_path, "--monthly", "--json").json == {
        "files": [str(tmp_path / "glass-monthly.xlsx")]
    }


def test_unknown_sector(carbonpath, tmp_path):
    answer = carbonpath("survey", "template", "glas", "-o", tmp_path)
    assert answer.code == 2
    assert "glass" in answer.err
