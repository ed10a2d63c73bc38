"""The illustrative district: its files are sound, it is fitted to its inventory, and it is quickly put together."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd
import pytest

from carbonpath.core.tables import read_csv
from carbonpath.inventory.build import build_inventory
from carbonpath.inventory.content import activity_content
from carbonpath.inventory.specification import Specification
from carbonpath.model.run import solve_system
from carbonpath.reference.factors import load_factors
from carbonpath.system.assemble import SCOPE_1, SystemSpecification, assemble_system
from carbonpath.system.calibrate import calibrate
from carbonpath.system.calibration import Calibrated, with_residuals
from carbonpath.system.carbon_defaults import default_carbon
from carbonpath.system.change import Change
from carbonpath.system.checks import check_system
from carbonpath.system.closure import check_closure, check_residuals
from carbonpath.system.district import build_district
from carbonpath.system.district_tables import DistrictTables, load_district_tables
from carbonpath.system.overlay import apply_changes
from carbonpath.system.system import System

SHIPPED = Path(__file__).parents[2] / "inventories" / "qingshan"
BASE_YEAR = 2020
ONE_YEAR = SystemSpecification("qingshan", BASE_YEAR, BASE_YEAR, 0.08)
HORIZON = replace(ONE_YEAR, last_year=2035)


@dataclass(frozen=True)
class Fitted:
    """The illustrative district calibrated to what its firms state."""

    calibrated: Calibrated
    inventory: dict[str, float]
    """Scope-1 CO2 of the base year by firm, Mt."""

    def system(self, specification: SystemSpecification) -> System:
        return assemble_system(
            self.calibrated.district, self.calibrated.carbon, self.calibrated.calibration, specification
        )

    def modelled(self) -> dict[str, float]:
        """Return CO2 of scope 1 by firm in the least-cost plan of the base year, Mt."""
        system = self.system(ONE_YEAR)
        result = solve_system(system).result
        rows = result[(result["quantity"] == "technology_emissions") & (result["emission"] == SCOPE_1)]
        firms = rows["technology"].map(system.technologies.set_index("technology")["firm"])
        return {str(firm): float(value) for firm, value in rows["value"].groupby(firms).sum().items()}


@pytest.fixture(scope="module")
def fitted(shipped_tables: DistrictTables, stated: Callable[[int], pd.DataFrame]) -> Fitted:
    factors = load_factors()
    firms = read_csv(SHIPPED / "firms.csv")
    rules = Specification(guidelines=dict(zip(firms["firm"], firms["guideline"], strict=True)))
    activity = stated(BASE_YEAR)
    emissions = build_inventory(activity, factors, rules)
    content = activity_content(activity, factors, rules)
    district = build_district("qingshan", shipped_tables)
    calibrated = calibrate(district, content, emissions, default_carbon(shipped_tables, factors), BASE_YEAR)
    rows = emissions[(emissions["gas"] == "CO2") & (emissions["scope"] == 1)]
    inventory = {str(firm): float(value) for firm, value in (rows.groupby("firm")["value"].sum() / 1e6).items()}
    return Fitted(calibrated, inventory)


def test_every_number_has_a_source_or_a_confidence(shipped_tables: DistrictTables) -> None:
    told = {
        name: [table[column] != "" for column in ("source", "confidence") if column in table]
        for name, table in shipped_tables.items()
    }
    silent = {name: int((~pd.concat(kept, axis=1).any(axis=1)).sum()) for name, kept in told.items() if kept}

    assert silent == dict.fromkeys(silent, 0)
    assert {"technologies", "technology_flows", "assets", "prices", "demand", "limits"} <= set(silent)


def test_every_technology_that_can_be_built_has_a_life(shipped_tables: DistrictTables) -> None:
    library = shipped_tables["technologies"]

    assert (library.loc[library["capital_cost"] != "", "operational_life"] > 0).all()


def test_survey_is_within_the_band_of_the_library(fitted: Fitted) -> None:
    assert fitted.calibrated.problems == ()


def test_system_is_sound(fitted: Fitted) -> None:
    assert check_system(fitted.system(HORIZON)) == []


def test_base_year_closes_with_small_residuals(fitted: Fitted) -> None:
    modelled, sectors = fitted.modelled(), dict.fromkeys(fitted.inventory, "steel")
    calibration = with_residuals(fitted.calibrated.calibration, fitted.inventory, modelled, sectors)
    closed = replace(fitted, calibrated=replace(fitted.calibrated, calibration=calibration))

    assert [p.place for p in check_closure(fitted.inventory, modelled)] == ["F01", "F02", "F03"]
    assert check_residuals(fitted.inventory, calibration.residuals) == []
    assert check_closure(fitted.inventory, closed.modelled()) == []


def seconds(action: Callable[[], object]) -> float:
    """Return the processor time of the quickest of three runs."""
    spent = []
    for _ in range(3):
        start = time.process_time()
        action()
        spent.append(time.process_time() - start)
    return min(spent)


def test_district_is_read_and_assembled_in_less_than_half_a_second(fitted: Fitted) -> None:
    def put_together() -> None:
        district = build_district("qingshan", load_district_tables(SHIPPED / "system"))
        assemble_system(district, fitted.calibrated.carbon, fitted.calibrated.calibration, HORIZON)

    assert seconds(put_together) < 0.4


def test_three_hundred_changes_take_less_than_a_sixth_of_a_second(fitted: Fitted) -> None:
    system = fitted.system(HORIZON)
    changes = [
        Change(name, {index: row[index] for index in indices}, "scale", 1.1)
        for name, indices in (
            ("demand", ("commodity", "year")),
            ("max_capacity", ("technology", "year")),
            ("variable_cost", ("technology", "year")),
        )
        for row in system.parameter(name).head(100).to_dict("records")
    ]

    assert len(changes) == 300
    assert seconds(lambda: apply_changes(system, changes)) < 0.15
