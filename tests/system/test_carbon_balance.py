"""Carbon out does not exceed carbon in, but for credits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from carbonpath.system.carbon import CarbonTable
from carbonpath.system.carbon_balance import check_carbon_balance
from carbonpath.system.district import District, build_district
from carbonpath.system.district_tables import DistrictTables


def with_coal_per_coke(district: District, ratio: float) -> District:
    flows = district.flows.copy()
    flows.loc[(flows["technology"] == "F01.OVEN") & (flows["commodity"] == "F01.coal"), "ratio"] = ratio
    return district.with_flows(flows)


def test_small_district_is_plausible(district: District, carbon: CarbonTable) -> None:
    assert check_carbon_balance(district, carbon) == []


def test_oven_that_makes_carbon_is_told(district: District, carbon: CarbonTable) -> None:
    """1.2 t coal x 2.6 = 3.12 in; 3.0 + 0.36 = 3.36 out: 7.7 % too much."""
    (problem,) = check_carbon_balance(with_coal_per_coke(district, 1.2), carbon)

    assert (problem.code, problem.severity, problem.place, problem.value) == ("CP-228", "warning", "F01.OVEN", "+7.7%")
    assert problem.details["input"] == "3.12"


def test_two_percent_are_rounding(district: District, carbon: CarbonTable) -> None:
    """1.27 t coal x 2.6 = 3.302 in, 3.36 out: 1.76 %."""
    assert check_carbon_balance(with_coal_per_coke(district, 1.27), carbon) == []


def test_carbon_from_nothing_is_told_without_a_share(district: District, carbon: CarbonTable) -> None:
    (problem,) = check_carbon_balance(with_coal_per_coke(district, 0.0), carbon)

    assert problem.value == "-"


def test_add_on_may_give_back_what_it_saves(tables_with: Callable[..., DistrictTables], carbon: CarbonTable) -> None:
    saver = {"library_id": "SAVER", "main_output": "coke", "role": "add_on", "carbon_balance": "yes"}
    flow = {"library_id": "SAVER", "commodity": "coke", "role": "output", "coefficient": 1, "unit": "t"}
    tables = tables_with(technologies=[saver], technology_flows=[{**flow, "carbon": "balance"}])

    assert check_carbon_balance(build_district("small", tables), carbon) == []


def test_carbonates_that_are_charged_belong_to_what_enters(district: District, carbon: CarbonTable) -> None:
    """1.2 t coal x 2.6 = 3.12, short of 3.36 by 0.24: CO2 of 0.2 t from carbonates leaves 1.2 %."""
    short = with_coal_per_coke(district, 1.2)
    technologies = short.technologies.assign(process_co2=short.technologies["process_co2"].fillna(0.0))
    technologies.loc["F01.OVEN", "process_co2"] = 0.2

    assert check_carbon_balance(replace(short, technologies=technologies), carbon) == []
