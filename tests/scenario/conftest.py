"""A district small enough to know by heart, and short ways to pull one lever on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from textwrap import dedent, indent

import pandas as pd
import pytest

from carbonpath.core.errors import ScenarioError
from carbonpath.core.problems import Problem
from carbonpath.core.tables import as_table
from carbonpath.core.vocabulary import parameter_names, quantity
from carbonpath.scenario.compose import scenario_changes
from carbonpath.scenario.load import load_scenario
from carbonpath.system.change import Change
from carbonpath.system.overlay import apply_changes
from carbonpath.system.system import COMMODITIES, GROUPS, TECHNOLOGIES, System, as_parameter
from carbonpath.workflow.fitting import fit_district, project_specification
from carbonpath.workflow.journal import Journal, silent
from carbonpath.workflow.project import load_project

YEARS = (2020, 2021, 2022, 2023)

TECHNOLOGY_UNITS = {
    "F01.BF_STD": ("Mt", "Mt/y"),
    "F01.BF_COG_H2": ("Mt", "Mt/y"),
    "F01.DRI_H2": ("Mt", "Mt/y"),
    "F01.BUY.coking_coal": ("Mt", ""),
    "F03.CHP": ("TWh", "MW"),
    "F04.CHP": ("TWh", "MW"),
    "F04.BUY.steam_coal": ("PJ", ""),
    "F01.BUY.steam_coal": ("PJ", ""),
    "F01.SELL.coal_tar": ("Mt", ""),
    "F08.TRK_BEV_SWAP": ("Gtkm", "Gtkm/y"),
    "F08.RAIL_ELEC": ("Gtkm", "Gtkm/y"),
    "F08.RAIL_DIESEL": ("Gtkm", "Gtkm/y"),
    "F08.FREIGHT_RAIL": ("Gtkm", ""),
    "F08.FREIGHT_ROAD": ("Gtkm", ""),
    "F09.ELY_GREEN": ("Mt", "Mt/y"),
    "F09.HRS": ("Mt", "Mt/y"),
    "F09.H2_INDUSTRY": ("Mt", ""),
    "BUY.electricity_green": ("TWh", ""),
}
COMMODITY_UNITS = {
    "F01.steel_product": "Mt",
    "h2_transport": "Mt",
    "hydrogen_industry": "Mt",
    "F03.steam": "PJ",
    "F04.steam": "PJ",
    "freight_bulk": "Gtkm",
}
MEMBERS = {
    ("coal_use", "Mtce"): {"F01.BUY.coking_coal": 0.955, "F01.BUY.steam_coal": 0.0341, "F04.BUY.steam_coal": 0.0341},
    ("clean_freight", "Gtkm"): {"F08.FREIGHT_RAIL": 1.0},
    ("bulk_freight", "Gtkm"): {"F08.FREIGHT_RAIL": 1.0, "F08.FREIGHT_ROAD": 1.0},
    ("road_freight", "Gtkm"): {"F08.FREIGHT_ROAD": 1.0},
    ("nev_freight", "Gtkm"): {"F08.TRK_BEV_SWAP": 1.0},
    ("tuyere_gas_injection", "Mt"): {"F01.BF_COG_H2": 1.0},
    ("blast_furnace_iron", "Mt"): {"F01.BF_STD": 1.0},
    ("station_heat", "PJ"): {"F03.CHP": 1.0, "F04.CHP": 1.0},
    ("station_power", "TWh"): {"F03.CHP": 1.0, "F04.CHP": 1.0},
    ("metallurgical_hydrogen", "Mt H2"): {"F01.DRI_H2": 0.063, "F01.BF_COG_H2": 0.00265},
    ("clean_hydrogen", "Mt H2"): {"F09.ELY_GREEN": 1.0},
    ("merchant_hydrogen", "Mt H2"): {"F09.HRS": 1.0, "F09.H2_INDUSTRY": 1.0},
}

Numbers = dict[tuple[str | int, ...], float]


def numbers(system: System, name: str) -> Numbers:
    """Return the values of a parameter by index without the region."""
    table = system.parameter(name)
    indices = [index for index in quantity(name).indices if index != "region"]
    return {tuple(row[index] for index in indices): row["value"] for _, row in table.iterrows()}


def _yearly(parameter: str, values: Mapping[tuple[str, ...], float], years: tuple[int, ...] = YEARS) -> pd.DataFrame:
    names = [name for name in quantity(parameter).indices if name not in ("region", "year")]
    rows = [
        {"region": "q", **dict(zip(names, index, strict=True)), "year": year, "value": value, "source": "data"}
        for index, value in values.items()
        for year in years
    ]
    return as_parameter(parameter, pd.DataFrame(rows))


@pytest.fixture(scope="session")
def district() -> System:
    """Return a district of one region and four years, the first of them measured."""
    technologies = [
        {
            **dict.fromkeys(TECHNOLOGIES.names, ""),
            "technology": name,
            "firm": name.split(".")[0] if name.startswith("F") else "",
            "library_id": "" if ".BUY." in name or ".SELL." in name else name.split(".")[-1],
            "activity_unit": activity,
            "capacity_unit": capacity,
        }
        for name, (activity, capacity) in TECHNOLOGY_UNITS.items()
    ]
    commodities = [
        {
            **dict.fromkeys(COMMODITIES.names, ""),
            "commodity": name,
            "base": name.split(".")[-1],
            "firm": name.split(".")[0] if "." in name else "",
            "unit": unit,
            "tce_per_unit": 0.0,
        }
        for name, unit in COMMODITY_UNITS.items()
    ]
    groups = [
        {"group": group, "technology": technology, "weight": weight, "unit": unit}
        for (group, unit), members in MEMBERS.items()
        for technology, weight in members.items()
    ]
    parameters = {
        "demand": {("F01.steel_product",): 10.0, ("h2_transport",): 0.001, ("hydrogen_industry",): 0.003},
        "max_capacity": {("F08.TRK_BEV_SWAP",): 0.5, ("F01.DRI_H2",): 0.0},
        "variable_cost": {
            ("F01.BUY.coking_coal", "1"): 1500.0,
            ("F01.BUY.steam_coal", "1"): 30.0,
            ("F04.BUY.steam_coal", "1"): 30.0,
            ("F01.SELL.coal_tar", "1"): -2000.0,
            ("F09.HRS", "1"): 2500.0,
        },
        "emission_price": {("co2",): 50.0},
        "max_group_share": {("clean_freight", "bulk_freight"): 0.9},
    }
    return System(
        name="tiny",
        regions=("q",),
        years=YEARS,
        timeslices={"annual": 1.0},
        modes=("1",),
        emissions=("co2", "co2_import"),
        technologies=as_table(technologies, TECHNOLOGIES),
        commodities=as_table(commodities, COMMODITIES),
        groups=as_table(groups, GROUPS),
        parameters={
            **{name: _yearly(name, values) for name, values in parameters.items()},
            "capital_cost": _yearly("capital_cost", {("F08.RAIL_ELEC",): 180.0}, YEARS[1:]),
        },
    )


@pytest.fixture(scope="session")
def qingshan() -> System:
    """Return the shipped district, its base year fitted to the surveys of its firms."""
    project = load_project(Path(__file__).resolve().parents[2])
    base = fit_district(project, Journal("", silent))
    return base.system(project_specification(project))


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str], Path]:
    """Return a function that writes a scenario file and returns the folder of scenarios."""
    folder = tmp_path / "scenarios"
    folder.mkdir()

    def _write(name: str, content: str) -> Path:
        (folder / f"{name}.yaml").write_text(dedent(content).lstrip("\n"), encoding="utf-8")
        return folder

    return _write


@pytest.fixture
def pull(write: Callable[[str, str], Path], district: System) -> Callable[[str], list[Change]]:
    """Return a function that pulls the levers of a YAML text on the district and returns the changes."""

    def _pull(levers: str) -> list[Change]:
        folder = write("trial", "title: Trial\nlevers:\n" + indent(dedent(levers).strip("\n"), "  ") + "\n")
        return scenario_changes(load_scenario("trial", folder), district, "en")

    return _pull


@pytest.fixture
def refused(pull: Callable[[str], list[Change]]) -> Callable[[str], tuple[Problem, ...]]:
    """Return a function that pulls levers that must be refused and returns the problems."""

    def _refused(levers: str) -> tuple[Problem, ...]:
        with pytest.raises(ScenarioError) as caught:
            pull(levers)
        return caught.value.problems

    return _refused


@pytest.fixture
def effect(pull: Callable[[str], list[Change]], district: System) -> Callable[[str], Numbers]:
    """Return a function that pulls levers and returns every number that is then another, by parameter and index."""

    def _effect(levers: str) -> Numbers:
        after = apply_changes(district, pull(levers))
        return {
            (name, *index): value
            for name in parameter_names()
            for index, value in numbers(after, name).items()
            if numbers(district, name).get(index) != value
        }

    return _effect
