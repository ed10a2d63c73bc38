"""`carbonpath export RUN...`: finished runs as files for other programs."""

from __future__ import annotations

from pathlib import Path

import click

from carbonpath.cli.console import Console
from carbonpath.cli.options import argument, define_command, option, pass_console
from carbonpath.cli.project import open_project
from carbonpath.workflow.exporting import FORMATS, export_runs


@define_command("export")
@argument("references", metavar="RUN...", nargs=-1, required=True)
@option("--format", "kind", type=click.Choice(FORMATS), default="csv", show_default=True, help="export.format")
@option("-o", "--output", type=click.Path(path_type=Path), required=True, metavar="FILE", help="export.output")
@pass_console
def command(console: Console, references: tuple[str, ...], kind: str, output: Path) -> None:
    """Write runs in a format and tell the files."""
    project = open_project(console, references=references)
    paths = [str(path) for path in export_runs(project, references, kind, output, console.language)]
    if console.json:
        console.print_json({"files": paths})
        return
    console.print("\n".join(paths))
