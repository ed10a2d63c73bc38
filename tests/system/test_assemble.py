"""A district becomes a system that the checks accept; the base year is held at the survey."""

from __future__ import annotations

import pytest

from carbonpath.system.assemble import SystemSpecification, assemble_system
from carbonpath.system.calibration import Calibration
from carbonpath.system.carbon import CarbonTable
from carbonpath.system.checks import check_system
from carbonpath.system.district import District, build_district
from carbonpath.system.district_tables import DistrictTables
from carbonpath.system.system import System

CALIBRATION = Calibration(base_activity={"F01.OVEN": 5.0}, residuals={("F01", "steel"): 0.3})


@pytest.fixture
def system(district: District, carbon: CarbonTable, specification: SystemSpecification) -> System:
    return assemble_system(district, carbon, CALIBRATION, specification)


def limit(system: System, name: str, technology: str) -> dict[int, float]:
    table = system.parameter(name)
    own = table[table["technology"] == technology]
    return dict(zip(own["year"], own["value"], strict=True))


def test_checks_find_nothing(system: System) -> None:
    assert check_system(system) == []


def test_sets_are_those_of_an_annual_model(system: System) -> None:
    assert (system.name, system.regions, system.years) == ("small", ("small",), (2020, 2021, 2022, 2023, 2024))
    assert (dict(system.timeslices), system.modes, system.emissions) == ({"annual": 1.0}, ("1",), ("co2", "co2_import"))


def test_base_year_is_held_at_the_survey(system: System) -> None:
    assert limit(system, "min_activity", "F01.OVEN") == pytest.approx({2020: 5.0 * (1 - 1e-5)})
    assert limit(system, "max_activity", "F01.OVEN") == pytest.approx(
        {2020: 5.0 * (1 + 1e-5), 2021: 6.0, 2022: 7.0, 2023: 8.0, 2024: 8.0}
    )


def test_residual_runs_at_one_in_every_year(system: System) -> None:
    assert limit(system, "min_activity", "F01.RESIDUAL") == dict.fromkeys(system.years, 1.0)
    assert limit(system, "max_activity", "F01.RESIDUAL") == dict.fromkeys(system.years, 1.0)


def test_survey_replaces_a_limit_of_the_same_year(
    district: District, carbon: CarbonTable, specification: SystemSpecification
) -> None:
    limits = district.tables["limits"].assign(year=[2020, 2023])
    limited = District(
        district.name,
        {**district.tables, "limits": limits},
        district.technologies,
        district.commodities,
        district.flows,
    )

    system = assemble_system(limited, carbon, CALIBRATION, specification)

    assert limit(system, "max_activity", "F01.OVEN")[2020] == pytest.approx(5.0 * (1 + 1e-5))


def test_without_calibration_nothing_is_held(
    district: District, carbon: CarbonTable, specification: SystemSpecification
) -> None:
    system = assemble_system(district, carbon, Calibration(), specification)

    assert "min_activity" not in system.parameters
    assert "residual" not in set(system.technologies["role"])


def test_discount_rate_comes_from_the_specification(system: System) -> None:
    assert system.parameter("discount_rate")["value"].to_list() == [0.08]


def test_every_row_has_a_source(system: System) -> None:
    assert {name for name, table in system.parameters.items() if (table["source"] == "").any()} == set()


def test_result_does_not_depend_on_the_run(
    district: District, carbon: CarbonTable, specification: SystemSpecification, system: System
) -> None:
    again = assemble_system(district, carbon, CALIBRATION, specification)

    assert list(again.parameters) == list(system.parameters)
    assert all(table.equals(again.parameters[name]) for name, table in system.parameters.items())
    assert again.technologies.equals(system.technologies)


def test_years_are_a_range() -> None:
    assert SystemSpecification("r", 2020, 2020, 0.05).years == (2020,)


@pytest.mark.parametrize(
    "missing",
    ["assets", "capital_cost_paths", "demand", "groups", "limits", "exchanges", "free_allocation", "free_share"],
)
def test_file_without_rows_says_nothing(
    tables: DistrictTables, carbon: CarbonTable, specification: SystemSpecification, missing: str
) -> None:
    district = build_district("small", {**tables, missing: tables[missing].iloc[:0]})

    system = assemble_system(district, carbon, CALIBRATION, specification)

    assert system.years == specification.years


def test_district_in_which_nothing_can_be_built(
    tables: DistrictTables, carbon: CarbonTable, specification: SystemSpecification
) -> None:
    cheap = tables["technologies"].assign(capital_cost="")

    system = assemble_system(
        build_district("small", {**tables, "technologies": cheap}), carbon, CALIBRATION, specification
    )

    assert system.parameter("capital_cost").empty
