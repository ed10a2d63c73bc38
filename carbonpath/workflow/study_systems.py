"""Systems of a project for its studies: the calibrated district under any scenario and path."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from carbonpath.core.messages import Language
from carbonpath.core.tables import as_table
from carbonpath.indicators.tables import GDP
from carbonpath.scenario.compose import scenario_changes
from carbonpath.scenario.load import load_scenario
from carbonpath.system.overlay import apply_changes
from carbonpath.system.system import System
from carbonpath.workflow.fitting import FittedDistrict
from carbonpath.workflow.market_rules import ruled_system
from carbonpath.workflow.pipeline import GDP_ITEM
from carbonpath.workflow.plan import scenario_specification
from carbonpath.workflow.project import Project
from carbonpath.workflow.settings import Settings


class ProjectSystems:
    """The source of systems that a study asks (`carbonpath.study.source.SystemSource`)."""

    def __init__(self, project: Project, base: FittedDistrict, language: Language = "zh") -> None:
        self._project, self._base, self._language = project, base, language
        self._known: dict[tuple[str, str | None, str | None], System] = {}

    def system(self, scenario: str, demand: str | None, prices: str | None) -> System:
        """Return the system of a scenario with its measures applied, on other paths where they are named.

        Raises
        ------
        ScenarioError
            If there is no such scenario, or it does not fit.
        """
        key = scenario, demand, prices
        if key not in self._known:
            loaded = load_scenario(scenario, self._project.scenario_folder)
            choices: Mapping[str, str] = {
                name: value for name, value in (("demand", demand), ("prices", prices)) if value is not None
            }
            specification = scenario_specification(self._project, loaded, Settings(choices, ()))
            system = self._base.system(specification)
            measured = apply_changes(system, scenario_changes(loaded, system, self._language))
            self._known[key], _ = ruled_system(self._project, self._base, specification, measured, self._language)
        return self._known[key]

    def gdp(self, demand: str | None) -> pd.DataFrame:
        """Return the table GDP of a demand path."""
        context = self._base.calibrated.district.tables["context"]
        variant = demand or self._base.specification.demand_variant
        growth = context[(context["item"] == GDP_ITEM) & (context["variant"] == variant)]
        return as_table(growth.assign(region=self._base.specification.region), GDP)
