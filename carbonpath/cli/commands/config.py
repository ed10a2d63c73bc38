"""`carbonpath config show`: what the project file says."""

from __future__ import annotations

from carbonpath.cli.console import Console
from carbonpath.cli.options import define_command, define_group, pass_console
from carbonpath.cli.project import open_project
from carbonpath.cli.tables import show_table

command = define_group("config")


@define_command("show")
@pass_console
def show(console: Console) -> None:
    """Show every setting of the project."""
    project = open_project(console)
    settings = project.file.model_dump(mode="json")
    if console.json:
        console.print_json({"folder": str(project.folder), **settings})
        return
    rows = [(key, value if isinstance(value, (str, int, float)) else _flat(value)) for key, value in settings.items()]
    show_table(console, [console.word("config.key"), console.word("config.value")], rows, title=str(project.folder))


def _flat(value: object) -> str:
    if isinstance(value, dict):
        return "  ".join(f"{key}: {part}" for key, part in value.items())
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value or "")


command.add_command(show)
