"""The root of the command tree, which loads a command's module when it is asked for."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence
from types import ModuleType
from typing import Any, NoReturn

import click

from carbonpath.cli.commands import COMMANDS
from carbonpath.cli.console import Console, answer
from carbonpath.cli.language import choose_language
from carbonpath.cli.options import Group


class Root(Group):
    """carbonpath itself."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands without loading any."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, loading its module."""
        if cmd_name not in COMMANDS:
            return None
        found: click.Command = self.load_module(cmd_name).command
        return found

    def load_module(self, name: str) -> ModuleType:
        """Return the module of a command, loading it: also for a command that wants another's work only sometimes."""
        return importlib.import_module(f"carbonpath.cli.commands.{name}")

    def main(self, args: Sequence[str] | None = None, prog_name: str | None = None, **extra: Any) -> NoReturn:  # type: ignore[override]  # always exits
        """Run a command line and leave with its exit code."""
        arguments = list(sys.argv[1:] if args is None else args)
        console = Console(language=choose_language(arguments, os.environ), json="--json" in arguments)
        extra.pop("standalone_mode", None)
        name = prog_name or "carbonpath"
        call = super().main
        sys.exit(answer(console, lambda: call(arguments, name, standalone_mode=False, obj=console, **extra)))


root = Root("carbonpath")
"""The command tree."""


def main() -> NoReturn:
    """Run carbonpath from the command line; a terminal that lacks a character gets a stand-in, never a crash."""
    for stream in (sys.stdout, sys.stderr):
        getattr(stream, "reconfigure", lambda **_: None)(errors="replace")
    root.main(prog_name="carbonpath")
