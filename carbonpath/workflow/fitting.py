"""What all scenarios of a project share: its inventory, and the district calibrated to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import pandas as pd

from carbonpath.core.errors import DataError, require_valid
from carbonpath.core.problems import Problem
from carbonpath.inventory.content import activity_content
from carbonpath.model.run import solve_system
from carbonpath.system.assemble import SCOPE_1, SystemSpecification, assemble_system
from carbonpath.system.calibrate import Calibrated, calibrate, with_residuals
from carbonpath.system.carbon_balance import check_carbon_balance
from carbonpath.system.carbon_defaults import default_carbon
from carbonpath.system.checks import check_system
from carbonpath.system.closure import check_residuals
from carbonpath.system.district import build_district
from carbonpath.system.district_tables import load_district_tables
from carbonpath.system.specification import ANNUAL
from carbonpath.system.system import System
from carbonpath.workflow.firms import firm_column
from carbonpath.workflow.inventory import ProjectInventory, build_project_inventory
from carbonpath.workflow.journal import Journal
from carbonpath.workflow.project import Project

TONNES = 1e6
"""Tonnes in the model's unit of emissions."""


@dataclass(frozen=True, slots=True)
class FittedDistrict:
    """A district fitted to its inventory, ready for any scenario."""

    inventory: ProjectInventory
    """What the firms reported and emitted."""
    calibrated: Calibrated
    """District, carbon and activity as surveyed, with the residual of each firm."""
    specification: SystemSpecification
    """Horizon, discounting and the project's variants."""
    warnings: tuple[Problem, ...] = ()
    """What is odd about the calibrated system."""
    seconds: float = 0.0
    """Time it took, which every run of a command shares."""

    assembled: System | None = None
    """The system of `specification`, if it is made already."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Warnings of surveys, calibration and system."""
        return (*self.inventory.problems, *self.calibrated.problems, *self.warnings)

    def system(self, specification: SystemSpecification) -> System:
        """Return the calibrated system with the horizon and variants of `specification`."""
        if self.assembled is not None and specification == self.specification:
            return self.assembled
        fitted = self.calibrated
        return assemble_system(fitted.district, fitted.carbon, fitted.calibration, specification)

    def reported(self) -> Mapping[str, float]:
        """Return CO2 of scope 1 by firm in the base year, Mt, as the inventory has it."""
        rows = self.inventory.emissions
        wanted = (rows["gas"] == "CO2") & (rows["scope"] == 1) & (rows["year"] == self.specification.first_year)
        return _by_firm(rows.loc[wanted, "firm"], rows.loc[wanted, "value"] / TONNES)


def fit_district(project: Project, journal: Journal) -> FittedDistrict:
    """Return the calibrated district of a project.

    The base year is solved once: what its technologies do not explain of a firm's inventory becomes a stated residual.

    Raises
    ------
    DataError, SafetyError, VerificationError, InfeasibleError
        What surveys, inventory, tables and the base year raise.
    """
    inventory = build_project_inventory(project, journal)
    with journal.stage("system"):
        tables = load_district_tables(project.inventory_folder / "system")
        content = activity_content(inventory.surveys.activity, inventory.factors, inventory.specification)
        calibrated = calibrate(
            build_district(project.file.district, tables),
            content,
            inventory.emissions,
            default_carbon(tables, inventory.factors),
            project.file.base_year,
        )
        base = _with_residuals(FittedDistrict(inventory, calibrated, project_specification(project)))
        residuals = check_residuals(base.reported(), base.calibrated.calibration.residuals)
        told = check_carbon_balance(base.calibrated.district, base.calibrated.carbon)
        system = base.system(base.specification)
        found = require_valid(check_system(system), DataError)
    seconds = sum(journal.seconds.values())
    return replace(base, warnings=(*residuals, *told, *found), seconds=seconds, assembled=system)


def project_specification(project: Project) -> SystemSpecification:
    """Return horizon, discounting and variants as the project file gives them."""
    file = project.file
    return SystemSpecification(
        region=file.district,
        first_year=file.horizon.first,
        last_year=file.horizon.last,
        discount_rate=file.discount_rate,
        demand_variant=file.demand,
        price_variant=file.prices,
        timeslices=file.timeslices,
    )


def modelled_by_firm(result: pd.DataFrame, system: System) -> Mapping[str, float]:
    """Return CO2 of scope 1 by firm in the first model year, Mt, as the model has it."""
    wanted = (result["quantity"] == "technology_emissions") & (result["emission"] == SCOPE_1)
    rows = result.loc[wanted & (result["year"] == system.years[0])]
    firms = dict(zip(system.technologies["technology"], system.technologies["firm"], strict=True))
    return _by_firm(rows["technology"].map(firms), rows["value"])


def _with_residuals(base: FittedDistrict) -> FittedDistrict:
    year = base.specification.first_year
    alone = base.system(replace(base.specification, last_year=year, timeslices=ANNUAL))
    modelled = modelled_by_firm(solve_system(alone, scenario=str(year)).result, alone)
    sectors = firm_column(base.inventory.firms, "sector")
    calibration = with_residuals(base.calibrated.calibration, base.reported(), modelled, sectors)
    return replace(base, calibrated=replace(base.calibrated, calibration=calibration))


def _by_firm(firms: pd.Series[str], values: pd.Series[float]) -> Mapping[str, float]:
    return {str(firm): float(value) for firm, value in values.groupby(firms).sum().items()}
