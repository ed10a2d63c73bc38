"""`carbonpath study plan|run|status|analyse|discover|tip`: sensitivity studies."""

from __future__ import annotations

import os
from typing import Any

import click

from carbonpath.cli.console import Console
from carbonpath.cli.options import argument, define_command, define_group, option, pass_console
from carbonpath.cli.progress import shown_progress
from carbonpath.cli.project import open_project
from carbonpath.cli.study_progress import shown_study, span
from carbonpath.cli.tables import show_table
from carbonpath.cli.tip import tip
from carbonpath.workflow.study import StudyOptions, StudyProgress, plan_study, run_study, study_status
from carbonpath.workflow.study_files import find_study, study_folder
from carbonpath.workflow.study_results import (
    OutputOptions,
    analyse_results,
    analysis_json,
    discover_conditions,
    discovery_json,
)
from carbonpath.workflow.study_tables import headline

command = define_group("study")

jobs = option("--jobs", type=click.IntRange(min=1), metavar="N", help="study.jobs")
charts = option("--charts/--no-charts", default=True, help="run.charts")
formats = option(
    "--format", "formats", type=click.Choice(["png", "svg", "pdf"]), multiple=True, default=["png"], help="plot.format"
)


@define_command("plan")
@argument("name", metavar="FILE")
@jobs
@pass_console
def plan(console: Console, name: str, jobs: int | None) -> None:
    """Say how many solves a study takes and how long; write nothing."""
    with shown_progress(console, 1) as listener:
        found = plan_study(open_project(console), name, _options(jobs), listener)
    console.warn(found.notes)
    entry = {
        "study": found.study.name,
        "samples": found.samples,
        "solves": found.solves,
        "done": found.done,
        "seconds_per_sample": round(found.seconds_per_sample, 5),
        "seconds": round(found.seconds, 1),
    }
    if console.json:
        console.print_json(entry)
        return
    told = {**entry, "seconds_per_sample": f"{found.seconds_per_sample:.3f}", "seconds": span(found.seconds)}
    show_table(console, _heads(console), [[console.word(f"study.plan.{key}"), value] for key, value in told.items()])


@define_command("run")
@argument("name", metavar="FILE")
@jobs
@option("--executor", default="local", metavar="NAME", help="study.executor")
@option("--retry", is_flag=True, help="study.retry")
@pass_console
def run(console: Console, /, name: str, jobs: int | None, **chosen: Any) -> None:
    """Solve what is left of a study."""
    project = open_project(console)
    with shown_study(console) as (listener, told):
        done = run_study(project, name, _options(jobs, **chosen), listener, told)
    console.warn(done.notes)
    if not (console.json and done.problems):
        _show(console, done.study.name, done.progress, sha256=done.sha256, folder=str(done.folder))
    done.require_complete()


@define_command("status")
@argument("name", metavar="FILE")
@pass_console
def status(console: Console, name: str) -> None:
    """Say how far a study is, also while it runs elsewhere."""
    project = open_project(console)
    path = find_study(project, name)
    _show(console, path.stem, study_status(project, name), folder=str(study_folder(project, name)))


@define_command("analyse")
@argument("name", metavar="FILE")
@charts
@formats
@option("--parquet", is_flag=True, help="study.parquet")
@pass_console
def analyse(console: Console, /, name: str, **chosen: Any) -> None:
    """Tell what a study says, in tables and charts."""
    found = analyse_results(open_project(console), name, OutputOptions(language=console.language, **chosen))
    console.warn(found.problems)
    if console.json:
        console.print_json(analysis_json(found))
        return
    for table in headline(found, console.language):
        show_table(console, table.headers, table.rows, table.title)
    console.print("\n".join(str(path) for path in found.paths))


@define_command("discover")
@argument("name", metavar="FILE")
@option("--when", "condition", required=True, metavar="EXPR", help="study.when")
@option("--scenario", metavar="NAME", help="study.scenario")
@charts
@formats
@pass_console
def discover(console: Console, /, name: str, condition: str, scenario: str | None, **chosen: Any) -> None:
    """Say under which factor values a condition holds."""
    options = OutputOptions(language=console.language, **chosen)
    found = discover_conditions(open_project(console), name, condition, scenario, options)
    if console.json:
        entries = [discovery_json(part, console.language) for part in found.found]
        console.print_json(
            {"study": found.study.name, "discoveries": entries, "files": [str(path) for path in found.paths]}
        )
        return
    console.print("\n".join(part.sentence(console.language) for part in found.found))
    console.print("\n".join(str(path) for path in found.paths))


def _options(jobs: int | None, executor: str = "local", retry: bool = False) -> StudyOptions:
    return StudyOptions(executor=executor, jobs=jobs or os.cpu_count() or 1, retry=retry)


def _show(console: Console, study: str, progress: StudyProgress, **more: str) -> None:
    entry = {
        "study": study,
        "samples": progress.samples,
        "done": progress.done,
        "failed": progress.failed,
        "infeasible": progress.infeasible,
        "seconds": round(progress.seconds, 2),
        "samples_per_second": round(progress.samples_per_second, 2),
    }
    if console.json:
        console.print_json({**entry, **more})
        return
    told = {**entry, "seconds": span(progress.seconds), **more}
    show_table(console, _heads(console), [[console.word(f"study.status.{key}"), value] for key, value in told.items()])


def _heads(console: Console) -> list[str]:
    return [console.word("config.key"), console.word("config.value")]


for verb in (plan, run, status, analyse, discover, tip):
    command.add_command(verb)
