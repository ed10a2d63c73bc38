"""What is to be run, before anything is solved: scenarios, variants, and whether an identical run is there already."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from carbonpath.core.errors import UsageError
from carbonpath.core.messages import Language
from carbonpath.core.problems import Problem
from carbonpath.model.goal import Goal, Objective
from carbonpath.scenario.load import load_scenario
from carbonpath.scenario.scenario import Scenario
from carbonpath.system.assemble import SystemSpecification
from carbonpath.workflow.carbon_market import FILE as CARBON_MARKET
from carbonpath.workflow.equipment import FILE as EQUIPMENT
from carbonpath.workflow.factors import FILE as FACTORS
from carbonpath.workflow.fingerprint import code_sha256, digest, input_hashes
from carbonpath.workflow.fitting import project_specification
from carbonpath.workflow.frozen import FOLDER as FROZEN
from carbonpath.workflow.location import PROJECT_FILE
from carbonpath.workflow.project import Project
from carbonpath.workflow.runs import Run, find_identical
from carbonpath.workflow.settings import Settings, read_settings
from carbonpath.workflow.splicing import FILES as SPLICING_FILES
from carbonpath.workflow.surveys import survey_files

Mode = Literal["optimise", "simulate", "myopic"]
"""How a scenario is answered."""


@dataclass(frozen=True, slots=True)
class RunOptions:
    """What the command line asks for."""

    assignments: tuple[str, ...] = ()
    """`--set KEY=VALUE`."""
    time_limit: float | None = None
    """Seconds after which the solver stops."""
    mode: Mode = "optimise"
    """Whether cost decides, knowing all years or only some ahead, or the structure of the base year goes on."""
    objectives: tuple[Objective, ...] = ()
    """What is made least before cost, the first the most important."""
    tolerance: float = Goal().tolerance
    """How far, relatively, least cost may stay above each of these."""
    sight: int = 5
    """Years that a myopic plan sees at a time."""
    step: int = 1
    """Years that it decides at a time."""
    gap: float | None = None
    """Largest relative gap with which a mixed-integer answer is accepted."""
    seed: int = 0
    """Seed of random choices."""
    force: bool = False
    """Whether to run again what was run already."""
    jobs: int = 1
    """Scenarios run at the same time."""
    language: Language = "zh"
    """Language of the reasons of changes."""


@dataclass(frozen=True, slots=True)
class Planned:
    """One scenario to run."""

    scenario: Scenario
    """Scenario with everything that it inherits."""
    specification: SystemSpecification
    """Horizon and variants."""
    settings: Settings
    """What the command line changes."""
    inputs: dict[str, str]
    """SHA-256 of every input file."""
    options: dict[str, Any]
    """Options that can move a result."""
    fingerprint: str
    """Hash of code, inputs and options."""
    existing: Run | None
    """Identical finished run that can be reused."""


def plan_runs(project: Project, names: Sequence[str], options: RunOptions) -> list[Planned]:
    """Return what is to be run; each scenario once, in the order named.

    Raises
    ------
    UsageError
        CP-127 if no scenario is named, and what `read_settings` raises.
    ScenarioError
        With the problems of every scenario that cannot be used.
    """
    if not names:
        raise UsageError(Problem("CP-127", details={"known": ", ".join(project.file.run_all)}))
    settings = read_settings(options.assignments)
    shared = input_hashes(_shared_inputs(project), project.folder)
    scenarios = [load_scenario(name, project.scenario_folder) for name in dict.fromkeys(names)]
    return [_planned(project, scenario, settings, shared, options) for scenario in scenarios]


def _planned(
    project: Project, scenario: Scenario, settings: Settings, shared: dict[str, str], options: RunOptions
) -> Planned:
    specification = scenario_specification(project, scenario, settings)
    files = [project.scenario_folder / f"{name}.yaml" for name in scenario.lineage]
    inputs = {**shared, **input_hashes((path for path in files if path.is_file()), project.folder)}
    chosen = {
        "scenario": scenario.name,
        "set": list(options.assignments),
        "gap": options.gap,
        "mode": options.mode,
        "objectives": list(options.objectives),
        "tolerance": options.tolerance if options.objectives else None,
        "foresight": [options.sight, options.step] if options.mode == "myopic" else None,
        "seed": options.seed,
        "system": {name: getattr(specification, name) for name in SystemSpecification.__dataclass_fields__},
        "gwp_metric": project.file.gwp_metric,
        "grid_region": project.file.grid_region,
        "grid_series": project.file.grid_series,
        "boundary": project.file.boundary,
    }
    read = {name: sha256 for name, sha256 in inputs.items() if name != PROJECT_FILE}
    fingerprint = digest({"code": code_sha256(), "inputs": read, "options": chosen})
    existing = None if options.force else find_identical(project.runs_folder, fingerprint)
    return Planned(scenario, specification, settings, inputs, chosen, fingerprint, existing)


def scenario_specification(project: Project, scenario: Scenario, settings: Settings) -> SystemSpecification:
    """Return horizon and variants: of the command line, else of the scenario, else of the project."""
    found = project_specification(project)
    own = {key: setting.value for (key, *_), setting in scenario.settings.items()}
    horizon = own.get("horizon") or project.file.horizon
    return replace(
        found,
        first_year=horizon.first,
        last_year=horizon.last,
        demand_variant=settings.choices.get("demand") or own.get("demand") or found.demand_variant,
        price_variant=settings.choices.get("prices") or own.get("prices") or found.price_variant,
        allocation=settings.choices.get("allocation") or scenario.allocation,
    )


def _shared_inputs(project: Project) -> list[Path]:
    folder = project.inventory_folder
    tables = [*folder.glob("system/*.csv"), *folder.glob(CARBON_MARKET), *folder.glob(f"{FROZEN}/*/*")]
    optional = (*SPLICING_FILES, EQUIPMENT, FACTORS)
    tables += [path for path in (folder / name for name in optional) if path.is_file()]
    return [project.folder / PROJECT_FILE, folder / "firms.csv", *survey_files(project), *tables]
