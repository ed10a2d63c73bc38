"""`carbonpath survey template|import|check|show`: survey workbooks."""

from __future__ import annotations

from pathlib import Path

from carbonpath.cli.console import Console
from carbonpath.cli.options import FILE, FOLDER, argument, define_command, define_group, option, pass_console
from carbonpath.cli.project import open_project
from carbonpath.cli.survey_tables import show_corrections, show_intake, show_overview, show_quality
from carbonpath.core.errors import DataError
from carbonpath.core.problems import errors_among
from carbonpath.workflow.intake import check_files, take_in, write_templates
from carbonpath.workflow.survey_overview import survey_overview

command = define_group("survey")


@define_command("template")
@argument("sectors", metavar="[SECTOR]...", nargs=-1)
@option("-o", "--output", type=FOLDER, default=".", metavar="DIR", help="survey.output")
@option("--monthly", is_flag=True, help="survey.monthly")
@pass_console
def template(console: Console, sectors: tuple[str, ...], output: Path, monthly: bool) -> None:
    """Write empty workbooks."""
    paths = [str(path) for path in write_templates(sectors, output, monthly=monthly)]
    if console.json:
        console.print_json({"files": paths})
        return
    console.print("\n".join(paths))


@define_command("import")
@argument("files", metavar="FILE...", nargs=-1, required=True, type=FILE)
@pass_console
def import_command(console: Console, files: tuple[Path, ...]) -> None:
    """Check workbooks and take them into the project."""
    intake = take_in(open_project(console), files, console.language)
    if console.json:
        console.print_json(intake.as_json(console.language))
        return
    console.warn((*intake.notes, *intake.problems))
    show_intake(console, intake)
    show_corrections(console, intake)


@define_command("check")
@argument("files", metavar="[FILE]...", nargs=-1, type=FILE)
@pass_console
def check(console: Console, files: tuple[Path, ...]) -> int:
    """Check workbooks without keeping anything; exit code 3 if a finding cannot be true."""
    quality = check_files(open_project(console), files)
    errors = errors_among(quality.problems)
    if console.json:
        failure = {"error": errors[0].told(console.language)} if errors else {}
        console.print_json({**failure, **quality.as_json(console.language)})
    else:
        show_quality(console, quality)
    return DataError.exit_code if errors else 0


@define_command("show")
@argument("firms", metavar="[FIRM]...", nargs=-1)
@option("--changes", is_flag=True, help="survey.changes")
@pass_console
def show(console: Console, firms: tuple[str, ...], changes: bool) -> None:
    """Show what the project has of each firm and year."""
    overview = survey_overview(open_project(console), firms)
    if console.json:
        console.print_json(overview.as_json(console.language))
        return
    show_overview(console, overview, changes=changes)


for verb in (template, import_command, check, show):
    command.add_command(verb)
