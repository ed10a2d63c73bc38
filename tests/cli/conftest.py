"""Running a command line within the test."""

import json

import pytest
from click.testing import CliRunner

from carbonpath.cli.main import root


class Answer:
    """What a command line answered."""

    def __init__(self, result):
        self.code = result.exit_code
        self.out = result.stdout
        self.err = result.stderr

    @property
    def json(self):
        return json.loads(self.out)


@pytest.fixture
def carbonpath(monkeypatch):
    """Run a command line in English unless it says otherwise, and return its answer."""
    monkeypatch.setenv("CARBONPATH_LANG", "en")
    monkeypatch.delenv("NO_COLOR", raising=False)

    def run(*arguments, **environment):
        return Answer(CliRunner(env=environment).invoke(root, [str(argument) for argument in arguments]))

    return run
