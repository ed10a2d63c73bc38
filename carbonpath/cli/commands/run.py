"""`carbonpath run [NAME...]`: solve scenarios, draw charts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from carbonpath.cli.console import Console
from carbonpath.cli.options import argument, console_of, define_command, module_of, option
from carbonpath.cli.progress import shown_progress
from carbonpath.cli.project import open_project
from carbonpath.cli.run_table import show_notes, show_runs
from carbonpath.cli.tables import show_table
from carbonpath.core.errors import UsageError
from carbonpath.core.problems import Problem
from carbonpath.workflow.batch import Batch, run_batch
from carbonpath.workflow.objectives import read_objectives
from carbonpath.workflow.percent import read_percent
from carbonpath.workflow.plan import RESOLUTIONS, Planned, RunOptions, plan_runs
from carbonpath.workflow.project import BOUNDARIES


@define_command("run")
@argument("names", metavar="[NAME]...", nargs=-1)
@option("--all", "everything", is_flag=True, help="run.all")
@option("--set", "assignments", multiple=True, metavar="KEY=VALUE", help="run.set")
@option("--jobs", type=click.IntRange(min=1), default=1, metavar="N", help="run.jobs")
@option("--mode", type=click.Choice(("optimise", "simulate", "myopic")), default="optimise", help="run.mode")
@option("--sight", type=click.IntRange(min=1), default=5, metavar="YEARS", help="run.sight")
@option("--step", type=click.IntRange(min=1), default=1, metavar="YEARS", help="run.step")
@option("--objective", "objectives", default="cost", metavar="LIST", help="run.objective")
@option("--tolerance", default="0.01%", metavar="SHARE", help="run.tolerance")
@option("--boundary", type=click.Choice(BOUNDARIES), help="run.boundary")
@option("--timeslices", type=click.Choice(RESOLUTIONS), help="run.timeslices")
@option("--time-limit", type=click.FloatRange(min=0, min_open=True), metavar="S", help="run.time_limit")
@option("--gap", type=click.FloatRange(min=0), metavar="G", help="run.gap")
@option("--dry-run", is_flag=True, help="run.dry_run")
@option("--force", is_flag=True, help="run.force")
@option("--charts/--no-charts", default=True, help="run.charts")
@click.pass_context
def command(context: click.Context, /, names: tuple[str, ...], everything: bool, dry_run: bool, **chosen: Any) -> None:
    """Run scenarios and tell what came out; charts are the work of `plot`, which is loaded only for them."""
    console, charts = console_of(context), chosen.pop("charts")
    _require_use(context, chosen)
    project = open_project(console, chosen.pop("boundary"))
    chosen["objectives"] = read_objectives(chosen["objectives"])
    chosen["tolerance"] = read_percent(chosen["tolerance"])
    options = RunOptions(seed=console.seed, language=console.language, **chosen)
    plan = plan_runs(project, project.file.run_all if everything else names, options)
    if dry_run:
        _show_plan(console, plan)
        return
    with shown_progress(console, len(plan)) as listener:
        batch = run_batch(project, plan, options, listener)
        figures = module_of(context, "plot").draw_runs(console, project, batch.runs(), listener) if charts else ()
    _show_batch(console, batch, figures)
    batch.require_complete()


def _require_use(context: click.Context, chosen: Mapping[str, Any]) -> None:
    """Refuse options that would change nothing (CP-947): their reader would take the answer for another."""
    wanted = {"sight": "--mode myopic", "step": "--mode myopic", "tolerance": "--objective peak"}
    met = {"--mode myopic": chosen["mode"] == "myopic", "--objective peak": chosen["objectives"] != "cost"}
    problems = [
        Problem("CP-947", place=context.command_path, value=f"--{name}", details={"needed": needed})
        for name, needed in wanted.items()
        if not met[needed] and context.get_parameter_source(name) is ParameterSource.COMMANDLINE
    ]
    if problems:
        raise UsageError(*problems)


def _show_plan(console: Console, plan: list[Planned]) -> None:
    entries = [
        {
            "scenario": planned.scenario.name,
            "run": planned.existing.manifest.run if planned.existing else None,
            "fingerprint": planned.fingerprint,
        }
        for planned in plan
    ]
    if console.json:
        console.print_json(entries)
        return
    rows = [[entry["scenario"], entry["run"] or console.word("run.new")] for entry in entries]
    show_table(console, [console.word("run.scenario"), console.word("runs.run")], rows)


def _show_batch(console: Console, batch: Batch, figures: Sequence[Path]) -> None:
    console.warn_briefly(batch.problems)
    entries = batch.entries()
    if console.json:
        if all(done.error is None for done in batch.finished):
            console.print_json(entries)
        return
    if entries:
        show_runs(console, entries)
        show_notes(console, entries)
        console.print("\n".join(str(path) for path in (*(run.folder for run in batch.runs()), *figures)))
