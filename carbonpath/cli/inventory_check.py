"""`carbonpath inventory check`: what the accounts show of themselves."""

from __future__ import annotations

from carbonpath.cli.console import Console
from carbonpath.cli.options import define_command, pass_console
from carbonpath.cli.progress import shown_progress
from carbonpath.cli.project import open_project
from carbonpath.core.errors import DataError
from carbonpath.core.problems import as_json, errors_among
from carbonpath.workflow.changes import told_changes
from carbonpath.workflow.inventory import account_project
from carbonpath.workflow.journal import Journal


@define_command("check")
@pass_console
def check(console: Console) -> int:
    """Tell every finding of surveys and accounts without writing anything; exit code 3 if one is an error."""
    project = open_project(console)
    with shown_progress(console, 0) as listener:
        inventory = account_project(project, Journal("", listener))
    problems = [*inventory.problems, *told_changes(project, inventory)]
    errors = errors_among(problems)
    if console.json:
        failure = {"error": errors[0].told(console.language)} if errors else {}
        console.print_json({**failure, "problems": as_json(problems, console.language)})
    else:
        console.warn(problems)
        warnings = len(problems) - len(errors)
        console.print(console.word("inventory.checked", errors=len(errors), warnings=warnings))
    return DataError.exit_code if errors else 0
