"""The stages in their order: from a planned scenario to a finished run."""

from __future__ import annotations

import platform
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

import pandas as pd

from carbonpath.core.errors import VerificationError, require_valid
from carbonpath.core.files import write_text
from carbonpath.core.messages import LANGUAGES
from carbonpath.core.problems import Problem
from carbonpath.core.tables import as_table
from carbonpath.indicators.build import build_indicators
from carbonpath.indicators.carbon_market import CarbonMarket
from carbonpath.indicators.tables import GDP, LIMITS, POPULATION, Specification
from carbonpath.indicators.tables import Tables as IndicatorTables
from carbonpath.model.goal import Goal
from carbonpath.model.highs import SolverOptions
from carbonpath.model.run import ModelOutcome
from carbonpath.scenario.compose import scenario_changes
from carbonpath.system.change import Change
from carbonpath.system.closure import check_closure
from carbonpath.system.overlay import apply_changes
from carbonpath.system.system import System
from carbonpath.workflow.answer import Question, answer_system
from carbonpath.workflow.carbon_market import load_carbon_market
from carbonpath.workflow.completion import completed
from carbonpath.workflow.fingerprint import code_sha256, versions
from carbonpath.workflow.fitting import FittedDistrict, modelled_by_firm
from carbonpath.workflow.folders import whole_folder
from carbonpath.workflow.journal import Journal
from carbonpath.workflow.manifest import Manifest, Solve, write_manifest
from carbonpath.workflow.market_rules import ruled_system
from carbonpath.workflow.outputs import LOG, Tables, write_outputs
from carbonpath.workflow.plan import Planned, RunOptions
from carbonpath.workflow.project import Project
from carbonpath.workflow.runs import Run, new_run_id
from carbonpath.workflow.summary import summarise_indicators

GROUP_LIMITS = ("max_group_activity", "min_group_activity", "max_group_share", "min_group_share")
"""Parameters that stand beside an indicator as its limit."""
GDP_ITEM = "gdp_index"
"""Item of `context.csv` from which intensities are computed."""
POPULATION_ITEM = "population"
"""Item of `context.csv` that the Kaya identity counts."""


@dataclass(frozen=True, slots=True)
class Solved:
    """A scenario solved, checked and told in indicators, not yet on disk."""

    system: System
    """System that was solved."""
    changes: tuple[Change, ...]
    """Changes of scenario and command line."""
    outcome: ModelOutcome
    """Answer of the model."""
    indicators: pd.DataFrame
    """Table INDICATOR."""
    closure: float
    """Largest relative difference between model and inventory over firms in the base year."""
    problems: tuple[Problem, ...]
    """Warnings."""


def run_scenario(
    project: Project, base: FittedDistrict, planned: Planned, options: RunOptions, journal: Journal
) -> Run:
    """Solve one scenario and return its run; a scenario that fails leaves nothing on disk.

    Raises
    ------
    CarbonpathError
        Whatever the stages raise; InfeasibleError names what runs short.
    """
    begun = datetime.now().astimezone()
    solved = solve_scenario(project, base, planned, options, journal)
    name = new_run_id(project.runs_folder, planned.scenario.name, planned.fingerprint, begun)
    tables = Tables(
        activity=base.inventory.surveys.activity,
        emissions=base.inventory.emissions,
        changes=solved.changes,
        system=solved.system,
        result=solved.outcome.result,
        duals=solved.outcome.duals,
        indicators=solved.indicators,
        summary=summarise_indicators(solved.indicators, project.file.boundary),
    )
    with whole_folder(project.runs_folder / name) as folder:
        with journal.stage("tables"):
            outputs = write_outputs(tables, folder)
        write_text(folder / LOG, journal.lines())
        describe = partial(_manifest, project, planned, solved, options)
        manifest = describe(name=name, begun=begun, seconds=_seconds(base, journal, solved.outcome), outputs=outputs)
        write_manifest(manifest, folder)
    return Run(project.runs_folder / name, manifest)


def solve_scenario(
    project: Project, base: FittedDistrict, planned: Planned, options: RunOptions, journal: Journal
) -> Solved:
    """Return the verified least-cost plan of a scenario with its indicators, without writing anything."""
    name = planned.scenario.name
    with journal.stage("changes"):
        system = base.system(planned.specification)
        measures = scenario_changes(planned.scenario, system, options.language)
        system = apply_changes(system, measures)
        asked = completed(planned.settings.changes, system)
        system, given = ruled_system(
            project, base, planned.specification, apply_changes(system, asked), options.language
        )
        changes = (*measures, *asked, *given)
    with journal.stage("model"):
        goal = Goal(options.objectives, project.file.boundary, options.tolerance)
        question = Question(options.mode, goal, options.sight, options.step)
        answer = answer_system(system, question, solver_options(options), name)
        system, outcome = answer.system, answer.outcome
    with journal.stage("indicators"):
        problems = check_closure(base.reported(), modelled_by_firm(outcome.result, system))
        warnings = require_valid(problems, VerificationError)
        tables = indicator_tables(outcome.result, system, base, name)
        tables = replace(tables, carbon_market=_carbon_market(project, base, planned))
        indicators = build_indicators(tables, Specification())
    warnings = (*warnings, *answer.problems)
    return Solved(system, (*changes, *answer.changes), outcome, indicators, _closure(base, outcome, system), warnings)


def solver_options(options: RunOptions) -> SolverOptions:
    """Return the options of the solver that the command line sets."""
    standard = SolverOptions()
    return replace(
        standard,
        time_limit=standard.time_limit if options.time_limit is None else options.time_limit,
        mip_gap=standard.mip_gap if options.gap is None else options.gap,
    )


def indicator_tables(result: pd.DataFrame, system: System, base: FittedDistrict, scenario: str) -> IndicatorTables:
    """Return what the indicators read: the result, the entities, the limits on groups, and the growth assumed."""
    limits = [
        system.parameter(name).assign(parameter=name, scenario=scenario)
        for name in GROUP_LIMITS
        if not system.parameter(name).empty
    ]
    context = base.calibrated.district.tables["context"]
    context = context[context["variant"] == base.specification.demand_variant].assign(region=system.regions[0])
    return IndicatorTables(
        result,
        system.technologies,
        system.commodities,
        system.groups,
        as_table(pd.concat(limits) if limits else [], LIMITS),
        as_table(context[context["item"] == GDP_ITEM], GDP),
        as_table(context[context["item"] == POPULATION_ITEM], POPULATION),
    )


def _carbon_market(project: Project, base: FittedDistrict, planned: Planned) -> CarbonMarket | None:
    tables = base.calibrated.district.tables
    years = tuple(range(planned.specification.first_year, planned.specification.last_year + 1))
    return load_carbon_market(project, tables, planned.specification.price_variant, years)


def _closure(base: FittedDistrict, outcome: ModelOutcome, system: System) -> float:
    modelled = modelled_by_firm(outcome.result, system)
    reported = base.reported()
    return max(abs(modelled.get(firm, 0.0) - value) / value for firm, value in reported.items() if value)


def _seconds(base: FittedDistrict, journal: Journal, outcome: ModelOutcome) -> dict[str, float]:
    """Return times in the words of `run --json`; reading and calibration are shared by the runs of a command."""
    stages = journal.seconds
    times = {name: outcome.seconds[name] for name in ("build", "compile", "solve")}
    times = {"read": base.seconds + stages["changes"], **times, "indicators": stages["indicators"]}
    times["total"] = base.seconds + sum(stages.values())
    return {name: round(value, 4) for name, value in times.items()}


def _manifest(
    project: Project,
    planned: Planned,
    solved: Solved,
    options: RunOptions,
    *,
    name: str,
    begun: datetime,
    seconds: dict[str, float],
    outputs: dict[str, str],
) -> Manifest:
    outcome = solved.outcome
    return Manifest(
        run=name,
        scenario=planned.scenario.name,
        title={language: planned.scenario.title.said(language) for language in LANGUAGES},
        district=project.file.district,
        illustrative=project.file.illustrative,
        created=begun.isoformat(timespec="milliseconds"),
        versions=versions(),
        code_sha256=code_sha256(),
        python=f"{platform.python_version()} {platform.system()} {platform.machine()}",
        inputs=planned.inputs,
        options=planned.options,
        seed=options.seed,
        fingerprint=planned.fingerprint,
        solver=Solve(
            status=outcome.status,
            objective=outcome.objective,
            gap=outcome.gap,
            max_residual=outcome.max_residual,
            complementarity=outcome.complementarity,
            unique=outcome.tie_break.unique if outcome.tie_break.applied else None,
            rows=outcome.rows,
            columns=outcome.columns,
            nonzeros=outcome.nonzeros,
        ),
        seconds=seconds,
        closure=solved.closure,
        warnings=[problem.told(options.language) for problem in solved.problems],
        outputs=outputs,
    )
