"""`carbonpath doctor`: whether this machine, and this project, are fit for work."""

from __future__ import annotations

from pathlib import Path

from carbonpath.cli.console import Console
from carbonpath.cli.options import define_command, pass_console
from carbonpath.cli.tables import show_table
from carbonpath.workflow.doctor import examine, require_fit


@define_command("doctor")
@pass_console
def command(console: Console) -> None:
    """Check and tell, one line a check."""
    findings = examine(console.project or Path.cwd())
    if console.json:
        entries = [{"check": found.check, "passed": found.passed, "detail": found.detail} for found in findings]
        if all(found.passed for found in findings):
            console.print_json(entries)
    else:
        rows = [
            [console.word(f"doctor.{found.check}"), console.word(f"doctor.passed_{found.passed}"), found.detail]
            for found in findings
        ]
        show_table(console, [console.word(f"doctor.{name}") for name in ("check", "result", "seen")], rows)
    require_fit(findings)
