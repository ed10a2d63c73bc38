"""`carbonpath survey template|import|check`."""

import shutil

import pytest


@pytest.fixture
def project(toy_project):
    """Return the shipped project with the workbook of one firm."""
    for path in (toy_project / "inventories" / "qingshan" / "surveys").iterdir():
        if path.name != "F06-2020.xlsx":
            path.unlink()
    return toy_project


def test_check_counts_numbers_by_firm_and_year(carbonpath, project):
    told = carbonpath("survey", "check", "-C", project, "--json").json
    assert [(entry["firm"], entry["year"]) for entry in told["surveys"]] == [("F06", 2020)]
    assert told["surveys"][0]["numbers"] > 5


def test_check_in_words(carbonpath, project):
    answer = carbonpath("survey", "check", "-C", project)
    assert answer.code == 0
    assert "1 workbooks checked" in answer.err


def test_workbook_that_is_none_ends_with_three(carbonpath, project, tmp_path):
    (tmp_path / "F07-2020.xlsx").write_bytes(b"no workbook")
    answer = carbonpath("survey", "import", tmp_path / "F07-2020.xlsx", "-C", project)
    assert answer.code == 3
    assert "F07-2020.xlsx" in answer.err


def test_import_takes_a_workbook_in(carbonpath, project, toy_project, tmp_path):
    source = project / "inventories" / "qingshan" / "surveys" / "F06-2020.xlsx"
    shutil.move(source, tmp_path / "sent.xlsx")
    answer = carbonpath("survey", "import", tmp_path / "sent.xlsx", "-C", project)
    assert answer.code == 0
    assert (source.parent / "sent.xlsx").is_file()


def test_template_tells_its_path(carbonpath, tmp_path):
    answer = carbonpath("survey", "template", "glass", "-o", tmp_path)
    assert answer.out == f"{tmp_path / 'glass.xlsx'}\n"


def test_templates_as_json(carbonpath, tmp_path):
    told = carbonpath("survey", "template", "glass", "steel", "-o", tmp_path, "--json").json
    assert told == {"files": [str(tmp_path / "glass.xlsx"), str(tmp_path / "steel.xlsx")]}


def test_unknown_sector(carbonpath, tmp_path):
    answer = carbonpath("survey", "template", "glas", "-o", tmp_path)
    assert answer.code == 2
    assert "glass" in answer.err
