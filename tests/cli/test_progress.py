"""How far a long command is."""

import pytest

from carbonpath.cli.console import Console
from carbonpath.cli.progress import shown_count, shown_progress
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


def test_count_is_a_bar_on_a_terminal(on_terminal, capsys, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    with shown_count(Console("en"), "wedges.progress") as told:
        told(0, 8)
        told(3, 8)
    assert "3/8" in capsys.readouterr().err


@pytest.mark.parametrize(("verbose", "said"), [(0, ""), (1, "plans 3/8\n")], ids=["silent", "with -v"])
def test_count_without_a_terminal(capsys, verbose, said):
    with shown_count(Console("en", verbose=verbose), "wedges.progress") as told:
        told(0, 0)
        told(3, 8)
    assert capsys.readouterr().err == said
