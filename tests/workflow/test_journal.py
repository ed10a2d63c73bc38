"""Stages as they happen."""

import json

import pytest

from carbonpath.workflow.journal import Journal, silent


def test_stage_is_told_when_it_begins_and_when_it_ends():
    events = []
    journal = Journal("reference", events.append)
    with journal.stage("model"):
        pass
    assert [(event.stage, event.seconds is None) for event in events] == [("model", True), ("model", False)]


def test_lines_are_one_json_object_each():
    journal = Journal("reference", silent)
    for stage in ("changes", "model"):
        with journal.stage(stage):
            pass
    assert [json.loads(line)["stage"] for line in journal.lines().splitlines()] == ["changes", "model"]


def test_repeated_stage_adds_up():
    journal = Journal("reference", silent)
    for _ in range(2):
        with journal.stage("changes"):
            sum(range(200_000))
    entries = [json.loads(line)["seconds"] for line in journal.lines().splitlines()]
    assert journal.seconds["changes"] == pytest.approx(sum(entries))


def test_stage_that_fails_leaves_no_line():
    journal = Journal("reference", silent)
    with pytest.raises(ZeroDivisionError), journal.stage("model"):
        _ = 1 / 0
    assert journal.lines() == ""
