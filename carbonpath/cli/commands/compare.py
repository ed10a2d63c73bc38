"""`carbonpath compare RUN...`: runs side by side."""

from __future__ import annotations

from carbonpath.cli.console import Console
from carbonpath.cli.options import argument, define_command, pass_console
from carbonpath.cli.project import open_project
from carbonpath.cli.run_table import show_differences, show_runs
from carbonpath.workflow.comparison import compare_runs
from carbonpath.workflow.runs import find_run


@define_command("compare")
@argument("references", metavar="RUN...", nargs=-1, required=True)
@pass_console
def command(console: Console, references: tuple[str, ...]) -> None:
    """Set runs side by side, with differences from the first."""
    folder = open_project(console).runs_folder
    entries = compare_runs([find_run(folder, reference) for reference in references])
    if console.json:
        console.print_json(entries)
        return
    show_runs(console, entries)
    if len(entries) > 1:
        show_differences(console, entries)
