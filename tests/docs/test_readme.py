"""The READMEs: one command to run, one to test, and no dead link."""

import re
import shlex
import subprocess
from pathlib import Path

import pytest

from carbonpath.cli.commands import COMMANDS

REPOSITORY = Path(__file__).parents[2]
READMES = ("README.md", "README.zh-CN.md")
HEADINGS = ("Run it", "Test it")


def first_block(readme: str, heading: str) -> str:
    """Return the first fenced block under a heading."""
    section = (REPOSITORY / readme).read_text(encoding="utf-8").split(f"\n## {heading}\n")[1].split("\n## ")[0]
    return re.search(r"^```\w*\n(.*?)\n```$", section, re.DOTALL | re.MULTILINE)[1]


@pytest.mark.parametrize("heading", HEADINGS)
def test_one_line_does_everything_and_is_the_same_in_both_languages(heading):
    blocks = {first_block(readme, heading) for readme in READMES}
    assert len(blocks) == 1
    assert "\n" not in blocks.pop()


@pytest.mark.parametrize("heading", HEADINGS)
def test_command_makes_its_own_environment(heading):
    steps = first_block("README.md", heading).split(" && ")
    assert steps[0] == "python3 -m venv .venv"
    assert all(step.startswith(".venv/bin/") for step in steps[1:])


def test_run_it_runs_every_scenario():
    assert first_block("README.md", "Run it").endswith("carbonpath run --all")


def test_ci_calls_exactly_the_test_command():
    script = (REPOSITORY / ".ci" / "run").read_text(encoding="utf-8")
    awk = re.search(r"command=\$\((awk .*)\)", script)[1]
    read = subprocess.run(["bash", "-c", awk], cwd=REPOSITORY, capture_output=True, text=True, check=True)
    assert read.stdout.rstrip("\n") == first_block("README.md", "Test it")
    assert '"$command"' in script


@pytest.mark.parametrize("readme", READMES)
def test_links_lead_somewhere(readme):
    text = (REPOSITORY / readme).read_text(encoding="utf-8")
    targets = [target for target in re.findall(r"\]\(([^)]+)\)", text) if "://" not in target]
    assert [target for target in targets if not (REPOSITORY / target).exists()] == []


@pytest.mark.parametrize("readme", READMES)
def test_commands_shown_exist(readme):
    lines = re.findall(r"carbonpath (\S.*)$", first_examples(readme), re.MULTILINE)
    assert lines
    assert {shlex.split(line)[0] for line in lines} <= set(COMMANDS)


def first_examples(readme: str) -> str:
    return "\n".join(re.findall(r"```sh\n(.*?)```", (REPOSITORY / readme).read_text(encoding="utf-8"), re.DOTALL))
