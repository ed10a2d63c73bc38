"""Global options stand before or after the command; what does not fit is told in our words."""

import pytest


@pytest.fixture
def project(tmp_path):
    text = (
        "format: 1\ndistrict: toy\ntitle: {zh: 示意, en: Toy}\nbase_year: 2020\n"
        "horizon: {first: 2020, last: 2035}\ndiscount_rate: 0.08\nrun_all: [reference]\n"
    )
    (tmp_path / "carbonpath.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def test_global_options_before_and_after_say_the_same(carbonpath, project):
    before = carbonpath("-C", project, "--json", "runs", "list")
    after = carbonpath("runs", "list", "--json", "--project", project)
    between = carbonpath("runs", "--json", "list", "-C", project)
    assert before.out == after.out == between.out == "[]\n"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        pytest.param(("--lnag", "en"), "CP-100", id="unknown option"),
        pytest.param(("runs", "lst"), "CP-101", id="unknown verb"),
        pytest.param(("runs", "show"), "CP-102", id="argument missing"),
        pytest.param(("--seed",), "CP-102", id="value missing"),
        pytest.param(("--seed", "x"), "CP-103", id="text for a number"),
        pytest.param(("--seed", "-1"), "CP-103", id="negative seed"),
        pytest.param(("--lang", "fr"), "CP-103", id="language not spoken"),
        pytest.param(("runs", "show", "a", "b"), "CP-104", id="one argument too many"),
    ],
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_command_line_that_cannot_be_understood(carbonpath, arguments, code, language):
    answer = carbonpath(*arguments, CARBONPATH_LANG=language)
    assert answer.code == 2
    assert answer.out == ""
    assert {"zh": "错误", "en": "error"}[language] + f" {code}" in answer.err


def test_choices_are_named(carbonpath):
    assert "zh, en" in carbonpath("--lang", "fr").err


def test_nearest_option_is_offered(carbonpath):
    assert "--lang" in carbonpath("--lnag", "en").err


def test_quiet_says_nothing_but_errors(carbonpath, tmp_path):
    assert carbonpath("init", tmp_path / "new", "--empty", "-q").err == ""


def test_help_of_a_command_points_to_the_global_options(carbonpath):
    assert "Global options" in carbonpath("runs", "list", "--help").out


def test_range_of_a_number_is_told(carbonpath, shipped_project):
    assert "a whole number >= 1" in carbonpath("run", "x", "--jobs", "0", "-C", shipped_project).err
