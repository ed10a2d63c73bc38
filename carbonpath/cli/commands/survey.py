"""`carbonpath survey template|import|check`: survey workbooks."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from carbonpath.cli.console import Console
from carbonpath.cli.options import FILE, FOLDER, argument, define_command, define_group, option, pass_console
from carbonpath.cli.project import open_project
from carbonpath.cli.tables import show_table
from carbonpath.core.problems import as_json
from carbonpath.workflow.intake import check_files, take_in, write_templates
from carbonpath.workflow.surveys import Surveys

command = define_group("survey")


@define_command("template")
@argument("sectors", metavar="[SECTOR]...", nargs=-1)
@option("-o", "--output", type=FOLDER, default=".", metavar="DIR", help="survey.output")
@pass_console
def template(console: Console, sectors: tuple[str, ...], output: Path) -> None:
    """Write empty workbooks."""
    paths = [str(path) for path in write_templates(sectors, output)]
    if console.json:
        console.print_json({"files": paths})
        return
    console.print("\n".join(paths))


@define_command("import")
@argument("files", metavar="FILE...", nargs=-1, required=True, type=FILE)
@option("--replace", is_flag=True, help="survey.replace")
@pass_console
def import_command(console: Console, files: tuple[Path, ...], replace: bool) -> None:
    """Check workbooks and take them into the project."""
    _show(console, take_in(open_project(console), files, replace=replace))
    console.say(console.word("survey.taken_in", count=len(files)))


@define_command("check")
@argument("files", metavar="[FILE]...", nargs=-1, type=FILE)
@pass_console
def check(console: Console, files: tuple[Path, ...]) -> None:
    """Check workbooks without keeping anything."""
    surveys = check_files(open_project(console), files)
    _show(console, surveys)
    console.say(console.word("survey.checked", count=len(surveys.files), warnings=len(surveys.problems)))


def _show(console: Console, surveys: Surveys) -> None:
    counts = Counter(zip(surveys.activity["firm"].tolist(), surveys.activity["year"].tolist(), strict=True))
    rows = [(firm, year, count) for (firm, year), count in sorted(counts.items())]
    if console.json:
        entries = [{"firm": firm, "year": year, "numbers": count} for firm, year, count in rows]
        console.print_json({"surveys": entries, "problems": as_json(surveys.problems, console.language)})
        return
    console.warn(surveys.problems)
    show_table(console, [console.word(f"survey.{name}") for name in ("firm", "year", "numbers")], rows)


for verb in (template, import_command, check):
    command.add_command(verb)
