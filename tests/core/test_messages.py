"""Sentences from the catalogue."""

import pytest

from carbonpath.core.messages import problem_text, text


def test_placeholder_is_filled():
    assert problem_text("CP-201", "en", {"file": "a.csv"}).message == "The file a.csv does not exist."


def test_placeholder_without_a_value_stays_empty_rather_than_fail():
    assert problem_text("CP-201", "en", {}).message == "The file  does not exist."


def test_unknown_code_is_a_bug():
    with pytest.raises(KeyError, match="CP-9999"):
        problem_text("CP-9999", "zh", {})


def test_key_that_names_a_group_is_no_text():
    with pytest.raises(KeyError):
        text("core.CP-201", "zh")


@pytest.mark.parametrize(
    ("nearest", "told"),
    [
        pytest.param("", "没有名为“x”的情景。", id="nothing near"),
        pytest.param("y", "没有名为“x”的情景。最接近的：y", id="something near"),
    ],
)
def test_hint_without_a_name_is_left_out(nearest, told):
    assert problem_text("CP-441", "zh", {"value": "x", "nearest": nearest}).message == told
