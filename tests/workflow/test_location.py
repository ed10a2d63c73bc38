"""Finding the project."""

import pytest

from carbonpath.core.errors import UsageError
from carbonpath.workflow.location import PROJECT_FILE, find_project, peek_language


@pytest.fixture
def project(tmp_path):
    (tmp_path / PROJECT_FILE).write_text("format: 1\nlanguage: en  # spoken\n", encoding="utf-8")
    (tmp_path / "a" / "b").mkdir(parents=True)
    return tmp_path


def test_project_is_found_from_within(project):
    assert find_project(project / "a" / "b") == project


def test_folder_outside_any_project(tmp_path):
    with pytest.raises(UsageError, match="CP-110"):
        find_project(tmp_path)


def test_language_on_a_line_of_its_own(project):
    assert peek_language(project / "a") == "en"


@pytest.mark.parametrize("text", ["language: fr\n", "  language: en\n", ""], ids=["unknown", "nested", "none"])
def test_no_language(project, text):
    (project / PROJECT_FILE).write_text(text, encoding="utf-8")
    assert peek_language(project) is None


def test_no_project_has_no_language(tmp_path):
    assert peek_language(tmp_path) is None
