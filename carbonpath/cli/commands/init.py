"""`carbonpath init [DIR]`: a new project."""

from __future__ import annotations

from pathlib import Path

from carbonpath.cli.console import Console
from carbonpath.cli.options import FOLDER, argument, define_command, option, pass_console
from carbonpath.workflow.example import create_project


@define_command("init")
@argument("folder", metavar="[DIR]", type=FOLDER, default=".")
@option("--empty", is_flag=True, help="init.empty")
@pass_console
def command(console: Console, folder: Path, empty: bool) -> None:
    """Make a project and say what to do next."""
    written = create_project(folder, empty=empty, language=console.language)
    if console.json:
        console.print_json({"folder": str(folder.resolve()), "files": [path.as_posix() for path in written]})
        return
    console.say(
        console.word(
            "init.empty_done" if empty else "init.done",
            folder=f'"{folder}"' if " " in str(folder) else folder,
            count=len(written),
        )
    )
