"""How far a study is, in words."""

import re

import pytest

from carbonpath.cli.console import Console
from carbonpath.cli.study_progress import shown_study, span, told
from carbonpath.study.progress import Progress
from carbonpath.workflow.journal import Event

CODES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
"""What moves the cursor and colours words."""
HALF = Progress(samples=100, done=40, failed=0, infeasible=0, seconds=20.0, samples_per_second=2.0)
BEGUN = Progress(samples=100, done=0, failed=0, infeasible=0, seconds=0.0, samples_per_second=0.0)


@pytest.mark.parametrize(("seconds", "shown"), [(0.4, "0:00"), (75, "1:15"), (3675, "1:01:15")])
def test_a_time_is_shown_as_on_a_clock(seconds, shown):
    assert span(seconds) == shown


def test_speed_and_time_left_are_told_in_the_language():
    assert told(Console(language="en"), HALF) == ("2.0 solves/s", "0:30 left")
    assert "0:30" in told(Console(language="zh"), HALF)[1]


def test_before_the_first_answer_no_time_is_promised():
    assert told(Console(language="en"), BEGUN) == ("", "")


def test_without_a_terminal_lines_are_told_now_and_then(capsys):
    with shown_study(Console(language="en", verbose=1)) as (_, tell):
        tell(HALF)
        tell(HALF)

    assert capsys.readouterr().err.count("40/100") == 1


def test_without_a_terminal_nothing_is_told_unasked(capsys):
    with shown_study(Console(language="en")) as (_, tell):
        tell(HALF)

    assert capsys.readouterr().err == ""


def test_on_a_terminal_one_bar_shows_stages_then_speed(monkeypatch, capsys):
    monkeypatch.setattr(Console, "has_terminal", lambda _console: True)
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "120")
    with shown_study(Console(language="en")) as (listen, tell):
        listen(Event("study", "system", None))
        tell(BEGUN)
        tell(HALF)

    shown = capsys.readouterr().err
    assert "40/100 2.0 solves/s" in CODES.sub("", shown)
    assert "0:30 left" in shown
    assert shown.count("\x1b[?25l") == 1
