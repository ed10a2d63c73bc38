"""The command tree: light, whole, and the same in both languages."""

import subprocess
import sys

import pytest

from carbonpath.cli.commands import COMMANDS

INTRODUCTION = """\
Usage: carbonpath COMMAND [ARGS]...

  From firms' survey workbooks to the district's greenhouse-gas inventory, a
  least-cost peaking path, and charts.

"""

OPTIONS = """\
Options:
  -C, --project DIR  folder of the project (default: found by walking up)
  --lang [zh|en]     language of everything that is said
  --json             data and errors as JSON
  -q, --quiet        say less: errors only
  -v, --verbose      say more: each stage with its time
  --no-color         no colour
  --no-input         never ask
  --seed N           seed of random choices
  --version          show the version
  -h, --help         show this help
"""
HEAVY = ("pandas", "numpy", "pyomo", "highspy", "matplotlib", "pint", "scipy", "rich", "pydantic", "ruamel")


def test_help_is_as_it_was(carbonpath):
    told = carbonpath("--help").out
    commands = told.removeprefix(INTRODUCTION).removesuffix(OPTIONS).splitlines()
    assert told.startswith(INTRODUCTION)
    assert told.endswith(OPTIONS)
    assert commands[0] == "Commands:"
    assert tuple(line.split()[0] for line in commands[1:] if line) == COMMANDS
    assert all(len(line.split()) > 1 for line in commands[1:] if line)


@pytest.mark.parametrize("arguments", [(), ("-h",)], ids=["nothing asked", "short"])
def test_help_is_also_the_answer_to(carbonpath, arguments):
    assert carbonpath(*arguments).out == carbonpath("--help").out


def test_help_in_chinese_lists_the_same_commands(carbonpath):
    lines = carbonpath("--help", "--lang", "zh").out.splitlines()
    assert lines[0].startswith("用法：")
    assert [line.split()[0] for line in lines if line.strip().split(" ")[0] in COMMANDS] == list(COMMANDS)


def test_help_loads_nothing_heavy():
    code = (
        "import sys\n"
        "from carbonpath.cli.main import root\n"
        "try:\n    root.main(['--help'])\nexcept SystemExit:\n    pass\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    process = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert process.stderr.strip() == "[]"


def test_version_is_told(carbonpath):
    assert carbonpath("--version").out.startswith("carbonpath 0.")


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_command_has_help(carbonpath, name, language):
    answer = carbonpath(name, "--help", "--lang", language)
    assert answer.code == 0
    assert f"carbonpath {name}" in answer.out


def test_unknown_command_names_the_nearest(carbonpath):
    answer = carbonpath("rnu")
    assert answer.code == 2
    assert "error CP-101 carbonpath: There is no command 'rnu'." in answer.err
    assert "run" in answer.err.splitlines()[1]


def test_python_module_is_the_command_too():
    process = subprocess.run(
        [sys.executable, "-m", "carbonpath", "--version"], capture_output=True, text=True, check=True
    )
    assert process.stdout.startswith("carbonpath ")
