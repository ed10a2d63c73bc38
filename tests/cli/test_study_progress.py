"""How far a study is, in words."""

import pytest

from carbonpath.cli.console import Console
from carbonpath.cli.study_progress import shown_study, span, told
from carbonpath.study.progress import Progress

HALF = Progress(samples=100, done=40, failed=0, infeasible=0, seconds=20.0, samples_per_second=2.0)
BEGUN = Progress(samples=100, done=0, failed=0, infeasible=0, seconds=0.0, samples_per_second=0.0)


@pytest.mark.parametrize(("seconds", "shown"), [(0.4, "0:00"), (75, "1:15"), (3675, "1:01:15")])
def test_a_time_is_shown_as_on_a_clock(seconds, shown):
    assert span(seconds) == shown


def test_speed_and_time_left_are_told_in_the_language():
    assert told(Console(language="en"), HALF) == ("2.0 solves/s", "0:30 left")
    assert "0:30" in told(Console(language="zh"), HALF)[1]


def test_before_the_first_answer_no_time_is_promised():
    assert told(Console(language="en"), BEGUN)[1] == ""


def test_without_a_terminal_lines_are_told_now_and_then(capsys):
    with shown_study(Console(language="en", verbose=1)) as listener:
        listener(HALF)
        listener(HALF)

    assert capsys.readouterr().err.count("40/100") == 1


def test_without_a_terminal_nothing_is_told_unasked(capsys):
    with shown_study(Console(language="en")) as listener:
        listener(HALF)

    assert capsys.readouterr().err == ""
