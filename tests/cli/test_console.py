"""Errors in words, with their exit code."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from carbonpath.cli.console import INTERRUPTED, Console, answer
from carbonpath.core import errors
from carbonpath.core.problems import Problem

PROBLEM = Problem("CP-212", "F01.csv", "value, row 3", "many", {"table": "ACTIVITY", "column": "value"})


def failing(error):
    def call():
        raise error

    return call


@pytest.mark.parametrize("kind", errors.CarbonpathError.__subclasses__(), ids=lambda kind: kind.__name__)
def test_exit_code_is_that_of_the_error(kind, capsys):
    assert answer(Console("en"), failing(kind(PROBLEM))) == kind.exit_code
    assert "error CP-212 F01.csv value, row 3: 'many' in column value" in capsys.readouterr().err


def test_remedy_is_told(capsys):
    answer(Console("zh"), failing(errors.DataError(PROBLEM)))
    assert "应为：一个数；处理：请更正该单元格。" in capsys.readouterr().err


def test_every_problem_is_told(capsys):
    answer(Console("en"), failing(errors.DataError(PROBLEM, Problem("CP-201", "b.csv"))))
    assert capsys.readouterr().err.count("error CP-") == 2


def test_json_error_has_the_promised_keys(capsys):
    assert answer(Console("en", json=True), failing(errors.DataError(PROBLEM))) == 3
    told = json.loads(capsys.readouterr().out)
    assert list(told["error"]) == ["code", "message", "file", "place", "value", "expected", "fix"]
    assert [problem["code"] for problem in told["problems"]] == ["CP-212"]


def test_interruption(capsys):
    assert answer(Console("en"), failing(KeyboardInterrupt())) == INTERRUPTED == 130
    assert "CP-108" in capsys.readouterr().err


def test_fault_of_ours_is_short_and_its_traceback_is_kept(capsys, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    assert answer(Console("en", json=True), failing(ZeroDivisionError("by nought"))) == 1
    told = json.loads(capsys.readouterr().out)["error"]
    assert told["value"] == "ZeroDivisionError: by nought"
    assert "Traceback" in Path(told["file"]).read_text(encoding="utf-8")


def test_success_is_zero():
    assert answer(Console("en"), lambda: None) == 0


def test_warning_is_told_unless_quiet(capsys):
    Console("en").warn([PROBLEM])
    Console("en", verbose=-1).warn([PROBLEM])
    assert capsys.readouterr().err.count("note CP-212") == 1


def test_no_colour_without_a_terminal(capsys):
    answer(Console("en"), failing(errors.DataError(PROBLEM)))
    assert "\x1b" not in capsys.readouterr().err


def test_reader_who_has_read_enough_is_no_error():
    command = [sys.executable, "-m", "carbonpath", "--help"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    process.stdout.close()
    assert (process.stderr.read(), process.wait()) == (b"", 0)
    process.stderr.close()


def test_reader_of_errors_who_has_read_enough_changes_no_exit_code():
    command = [sys.executable, "-m", "carbonpath", "no-such-command"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    process.stderr.close()
    assert (process.stdout.read(), process.wait()) == (b"", 2)
    process.stdout.close()


@pytest.mark.parametrize("encoding", ["ascii", "gbk"])
def test_terminal_that_lacks_a_character_gets_a_stand_in(encoding):
    code = "import carbonpath.cli.main as m; m.sys.argv[1:] = ['--help', '--lang', 'zh']; m.main()"
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    process = subprocess.run([sys.executable, "-c", code], capture_output=True, env=environment, check=False)
    assert process.returncode == 0
    assert b"carbonpath COMMAND" in process.stdout
