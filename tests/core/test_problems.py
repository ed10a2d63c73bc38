"""Findings in words."""

import pytest

from carbonpath.core.errors import DataError, require_valid
from carbonpath.core.problems import Problem, as_json, errors_among

WRONG = Problem("CP-212", "fuel.csv", "value, row 3", "many", {"table": "ACTIVITY", "column": "value"})
ODD = Problem("CP-220", value="tonnn", severity="warning")


@pytest.mark.parametrize(
    ("language", "said"), [("zh", "ACTIVITY 的 value 列"), ("en", "'many' in column value of ACTIVITY")]
)
def test_problem_is_told_with_its_place_and_remedy(language, said):
    told = WRONG.told(language)
    assert list(told) == ["code", "message", "file", "place", "value", "expected", "fix"]
    assert said in told["message"]
    assert (told["file"], told["place"]) == ("fuel.csv", "value, row 3")
    assert told["fix"]


def test_warning_is_no_error():
    assert errors_among([WRONG, ODD]) == (WRONG,)


def test_json_carries_the_severity():
    assert [entry["severity"] for entry in as_json([WRONG, ODD], "en")] == ["error", "warning"]


def test_warnings_alone_pass():
    assert require_valid([ODD], DataError) == (ODD,)


def test_one_error_stops_the_step_and_everything_is_told():
    with pytest.raises(DataError) as caught:
        require_valid([ODD, WRONG], DataError)
    assert caught.value.problems == (ODD, WRONG)
