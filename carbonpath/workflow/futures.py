"""`futures`: one plan of investments for several named futures, and what knowing the future would be worth."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd
from pydantic import Field

from carbonpath.charts.figure import Format
from carbonpath.charts.options import ChartOptions
from carbonpath.charts.windows import futures as futures_chart
from carbonpath.core.answers.paths import FUTURES
from carbonpath.core.documents import load_document, validate_document
from carbonpath.core.errors import ScenarioError
from carbonpath.core.messages import LANGUAGES, Language
from carbonpath.core.tables import as_table
from carbonpath.indicators.peak import find_peak
from carbonpath.indicators.tables import Specification
from carbonpath.model.futures import INVESTMENTS, Future, FuturesOutcome, solve_futures
from carbonpath.model.labels import label_of
from carbonpath.model.run import ModelOutcome
from carbonpath.scenario.blocks import BLANK, Bilingual, Block, NonNegative, Year
from carbonpath.scenario.compose import scenario_changes
from carbonpath.scenario.load import load_scenario
from carbonpath.scenario.scenario import Scenario
from carbonpath.system.overlay import apply_changes
from carbonpath.system.system import System
from carbonpath.workflow.analysis_files import write_analysis
from carbonpath.workflow.completion import completed
from carbonpath.workflow.figures import Drawn
from carbonpath.workflow.fitting import FittedDistrict, fit_district
from carbonpath.workflow.journal import Journal, Listener, silent
from carbonpath.workflow.market_rules import ruled_system
from carbonpath.workflow.plan import scenario_specification
from carbonpath.workflow.project import Project
from carbonpath.workflow.settings import read_settings

FILE = "futures.yaml"
"""File of the futures, beside the survey workbooks."""
WHOLE = ("expected_cost", "value_of_information")
"""What is told of the plan as a whole."""
NOTHING = 1e-6
"""Capacity below which nothing is built."""


class FutureBlock(Block):
    """One way in which things may turn out."""

    title: Bilingual = BLANK
    """Name for tables."""
    probability: NonNegative
    """How likely it is; those of all futures add up to one."""
    set: tuple[str, ...] = ()
    """What is different in it, in the words of ``--set``: ``demand=low``, ``prices=high``, or a parameter."""
    reason: Bilingual = BLANK
    """Why it is thought possible."""


class FuturesFile(Block):
    """Content of the file of futures."""

    title: Bilingual = BLANK
    """Name of the question."""
    scenario: str
    """Scenario whose measures hold in all futures."""
    until: Year | None = None
    """Last year whose investments are decided before the future is known; the whole horizon if left out."""
    source: Bilingual
    """On what probabilities and differences rest."""
    confidence: str
    """How well they are founded."""
    futures: dict[str, FutureBlock] = Field(min_length=1)
    """Futures by name."""


@dataclass(frozen=True)
class Prospect:
    """The plan that is best on average over the futures of a file."""

    asked: FuturesFile
    """Content of the file."""
    system: System
    """System of the scenario, for labels."""
    outcome: FuturesOutcome
    """The plan."""
    boundary: str
    """Boundary of emissions and peaks."""

    def table(self) -> pd.DataFrame:
        """Return table FUTURES: probability, cost and peak of each future, and what is built in all of them."""
        rows = [row for name in self.outcome.plans for row in self._future(name)]
        return as_table([*rows, *self._whole(), *self._shared()], FUTURES)

    def as_json(self) -> dict[str, Any]:
        """Return it as ``futures --json`` tells it."""
        futures, shared = [], []
        for name, part in self.table().groupby("future", sort=False):
            if name:
                yearly = part["item"] == "emissions"
                values = part[~yearly].set_index("item")["value"].astype(float).to_dict()
                path = {str(year): value for year, value in zip(part["year"], part["value"], strict=True) if year}
                title = self.asked.futures[str(name)].title.model_dump()
                futures.append({"future": name, "title": title, **values, "emissions": path})
            else:
                shared = part.loc[
                    ~part["item"].isin(WHOLE), ["item", "technology", "zh", "en", "year", "value", "unit"]
                ].to_dict("records")
        return {
            "scenario": self.asked.scenario,
            "until": self.asked.until or self.system.years[-1],
            "boundary": self.boundary,
            "expected_cost": self.outcome.expected_cost,
            "value_of_information": self.outcome.value_of_information,
            "futures": futures,
            "investments": shared,
        }

    def write(self, folder: Path, options: ChartOptions, formats: Sequence[Format] = ("png",)) -> Drawn:
        """Write ``futures.csv``, for each future ``results_NAME.csv``, and the chart; return the files."""
        table = self.table()
        tables = {"futures": table}
        tables |= {f"results_{name}": plan.result for name, plan in self.outcome.plans.items()}
        return write_analysis(folder, tables, [(futures_chart, table)], options, formats)

    def titles(self) -> dict[str, Bilingual]:
        """Return the title of each future; its name where it has none."""
        return {
            name: block.title if any(block.title.model_dump().values()) else Bilingual(zh=name, en=name)
            for name, block in self.asked.futures.items()
        }

    def _future(self, name: str) -> Iterator[dict[str, object]]:
        plan, foreseen = self.outcome.plans[name], self.outcome.foreseen_cost[name]
        path = _emissions(plan, self.boundary, self.system.years)
        peak = find_peak(path, Specification().peak_tolerance, Specification().plateau_width)
        told = (
            ("probability", self.asked.futures[name].probability, "1"),
            ("cost", plan.objective, "million CNY"),
            ("foreseen_cost", foreseen, "million CNY"),
            ("regret", plan.objective - foreseen, "million CNY"),
            ("peak_year", float(peak.year), "year"),
            ("peak_level", peak.level, "Mt"),
            ("cumulative_emissions", sum(path.values()), "Mt"),
        )
        for item, value, unit in told:
            yield {"future": name, "item": item, "year": 0, "value": value, "unit": unit}
        for year, value in path.items():
            yield {"future": name, "item": "emissions", "year": year, "value": value, "unit": "Mt"}

    def _whole(self) -> Iterator[dict[str, object]]:
        """Yield expected cost, and what knowing the future would be worth; year: the last of common investments."""
        until = self.asked.until or self.system.years[-1]
        for item in WHOLE:
            value = getattr(self.outcome, item)
            yield {"future": "", "item": item, "year": until, "value": value, "unit": "million CNY"}

    def _shared(self) -> Iterator[dict[str, object]]:
        """Yield what is built (or closed) until the future is known: the same in all futures."""
        first = next(iter(self.outcome.plans.values())).result
        until = self.asked.until or self.system.years[-1]
        rows = first[first["quantity"].isin(INVESTMENTS) & (first["year"] <= until) & (first["value"] > NOTHING)]
        columns = ("quantity", "technology", "year", "value", "unit")
        for item, technology, year, value, unit in zip(*(rows[column] for column in columns), strict=True):
            names = {language: label_of(self.system, "technology", technology, language) for language in LANGUAGES}
            yield {"future": "", "item": item, "technology": technology, "year": year, "value": value, "unit": unit} | {
                **names
            }


def find_prospect(
    project: Project, path: Path | None, language: Language = "zh", listener: Listener = silent
) -> Prospect:
    """Return the plan of least expected cost over the futures of a file.

    Parameters
    ----------
    project
        Project.
    path
        File of the futures; ``futures.yaml`` of the inventory folder if not given.
    language
        Language of the reasons of changes.
    listener
        What is told of the stages.

    Raises
    ------
    ScenarioError
        CP-401 to CP-406 if the file or the scenario cannot be used.
    UsageError
        CP-123 to CP-125 for an assignment that cannot be read, CP-624 for probabilities that do not add up to one.
    InfeasibleError
        CP-625 if no investments suit all futures.
    CarbonpathError
        What stops the scenario or the model.
    """
    document = load_document(path or project.inventory_folder / FILE, ScenarioError)
    asked = validate_document(document.content, FuturesFile, document, (), ScenarioError)
    scenario = load_scenario(asked.scenario, project.scenario_folder)
    base = fit_district(project, Journal(scenario.name, listener))
    futures = [_future(project, base, scenario, name, block, language) for name, block in sorted(asked.futures.items())]
    system = futures[0].system
    if system is None:
        raise RuntimeError("a future of a scenario has a system of its own")
    return Prospect(asked, system, solve_futures(system, futures, asked.until), project.file.boundary)


def _future(
    project: Project, base: FittedDistrict, scenario: Scenario, name: str, block: FutureBlock, language: Language
) -> Future:
    settings = read_settings(block.set)
    specification = scenario_specification(project, scenario, settings)
    system = base.system(specification)
    measured = apply_changes(system, scenario_changes(scenario, system, language))
    changed, _ = ruled_system(project, base, specification, measured, language)
    return Future(name, block.probability, completed(settings.changes, changed), changed)


def _emissions(plan: ModelOutcome, boundary: str, years: tuple[int, ...]) -> dict[int, float]:
    rows = plan.result[(plan.result["quantity"] == "boundary_emissions") & (plan.result["emission"] == boundary)]
    counted = zip(rows["year"].astype(int), rows["value"].astype(float), strict=True)
    return dict.fromkeys(years, 0.0) | dict(counted)
