"""How far a long command is."""

import pytest

from carbonpath.cli.console import Console
from carbonpath.cli.progress import shown_progress
from carbonpath.workflow.journal import Event


@pytest.fixture
def on_terminal(monkeypatch):
    monkeypatch.setattr(Console, "has_terminal", lambda _console: True)


def test_bar_names_scenario_and_stage_on_a_terminal(on_terminal, capsys, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    with shown_progress(Console("en"), 1) as listen:
        listen(Event("reference", "model", None))
        listen(Event("reference", "model", 0.5))
    assert "reference solving" in capsys.readouterr().err


def test_nothing_without_a_terminal(capsys):
    with shown_progress(Console("en"), 1) as listen:
        listen(Event("reference", "model", 0.5))
    assert capsys.readouterr().err == ""


def test_stages_in_words_with_v(capsys):
    with shown_progress(Console("zh", verbose=1), 1) as listen:
        listen(Event("reference", "model", None))
        listen(Event("reference", "model", 0.5))
    assert capsys.readouterr().err == "reference 求解 0.50 s\n"
