"""In which language carbonpath speaks: option, environment, project, machine, Chinese."""

import locale

import pytest

from carbonpath.cli.language import choose_language


@pytest.fixture
def english_project(tmp_path):
    (tmp_path / "carbonpath.yaml").write_text("language: en\n", encoding="utf-8")
    return str(tmp_path)


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        pytest.param(["--lang", "zh"], {"CARBONPATH_LANG": "en"}, "zh", id="option before all"),
        pytest.param(["run", "--lang=zh"], {"CARBONPATH_LANG": "en"}, "zh", id="option after the command"),
        pytest.param([], {"CARBONPATH_LANG": "zh"}, "zh", id="environment before project"),
        pytest.param([], {"LANG": "zh_CN.UTF-8"}, "en", id="project before locale"),
        pytest.param(["--lang", "fr"], {}, "en", id="unknown language is passed over"),
    ],
)
def test_language_with_an_english_project(english_project, arguments, environment, language):
    assert choose_language([*arguments, "-C", english_project], environment) == language


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        pytest.param({"LANG": "en_US.UTF-8"}, "en", id="English machine"),
        pytest.param({"LANG": "zh_CN.UTF-8"}, "zh", id="Chinese machine"),
        pytest.param({"LC_ALL": "C", "LANG": "en_US.UTF-8"}, "zh", id="LC_ALL before LANG"),
        pytest.param({}, "zh", id="a machine that says nothing"),
    ],
)
def test_language_without_a_project(tmp_path, monkeypatch, environment, language):
    monkeypatch.setattr(locale, "getlocale", lambda: (None, None))
    assert choose_language(["--project", str(tmp_path)], environment) == language
