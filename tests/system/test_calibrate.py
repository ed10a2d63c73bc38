"""The base year of a calibrated district is the survey: use per unit and fuel, and emissions per firm."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest

from carbonpath.system.assemble import SystemSpecification, assemble_system
from carbonpath.system.calibrate import calibrate
from carbonpath.system.calibration import Calibrated
from carbonpath.system.carbon import CarbonTable
from carbonpath.system.closure import check_closure
from carbonpath.system.district import District
from carbonpath.system.system import System

KILN_PROCESS = {"firm": "F02", "facility": "kiln", "method": "glass", "value": 111_000.0}


@pytest.fixture
def calibrated(
    district: District, survey: pd.DataFrame, emissions_of: Callable[..., pd.DataFrame], carbon: CarbonTable
) -> Calibrated:
    return calibrate(district, survey, emissions_of([KILN_PROCESS]), carbon, 2020)


def base_year(calibrated: Calibrated) -> tuple[System, dict[str, float]]:
    """Return the system and the activity that its balances leave: 50 PJ go into the pool, 0.6 to F02."""
    specification = SystemSpecification("small", 2020, 2020, 0.08)
    system = assemble_system(calibrated.district, calibrated.carbon, calibrated.calibration, specification)
    return system, {**calibrated.calibration.base_activity, "F01.POOL": 50.0, "F01.F02.gas_mix": 0.6}


def use(calibrated: Calibrated, technology: str, commodity: str) -> float:
    flows = calibrated.district.flows
    own = flows[(flows["technology"] == technology) & (flows["commodity"] == commodity) & (flows["role"] == "input")]
    return float(own["ratio"].iloc[0]) * calibrated.calibration.base_activity[technology]


def test_surveyed_use_is_reproduced_by_unit_and_fuel(calibrated: Calibrated) -> None:
    assert use(calibrated, "F01.OVEN", "F01.coal") == pytest.approx(9.6, rel=1e-14)
    assert use(calibrated, "F01.MILL", "F01.gas_mix") == pytest.approx(20.0, rel=1e-14)
    assert use(calibrated, "F01.POWER", "F01.gas_mix") == pytest.approx(31.4, rel=1e-14)
    assert use(calibrated, "F02.KILN", "natural_gas") == pytest.approx(3.6, rel=1e-14)


def test_emissions_are_those_of_the_carbon_that_came_in(calibrated: Calibrated) -> None:
    """F01: 9.6 Mt coal x 2.6 + 2 PJ coal x 0.1 x 0.98 - 0.6 PJ gas x 0.045 sold = 25.129 Mt.

    F02: 3.6 PJ x 0.056 x 0.99 + 0.6 PJ x 0.045 + 0.111 Mt of carbonates = 0.337584 Mt.
    """
    system, activity = base_year(calibrated)
    rows = system.parameter("emission_activity_ratio")
    rows = rows[rows["emission"] == "co2"]
    firms = rows["technology"].map(system.technologies.set_index("technology")["firm"])
    modelled = (rows["value"] * rows["technology"].map(activity)).groupby(firms).sum().to_dict()

    assert modelled == pytest.approx({"F01": 25.129, "F02": 0.337584}, rel=1e-12)
    assert check_closure({"F01": 25.129, "F02": 0.337584}, modelled, tolerance=1e-12) == []


def test_balances_close_with_the_surveyed_activity(calibrated: Calibrated) -> None:
    system, activity = base_year(calibrated)
    net: dict[str, float] = {}
    for name, sign in (("output_activity_ratio", 1.0), ("input_activity_ratio", -1.0)):
        for row in system.parameter(name).to_dict("records"):
            amount = sign * row["value"] * activity.get(row["technology"], 0.0)
            net[row["commodity"]] = net.get(row["commodity"], 0.0) + amount

    local = {name: value for name, value in net.items() if name in {"F01.coke", "F01.hot_metal", "F01.gas_mix"}}
    assert local == pytest.approx(dict.fromkeys(local, 0.0), abs=1e-12)
    assert net["F01.steel"] == pytest.approx(10.0)


def test_demand_of_the_base_year_is_what_was_delivered(calibrated: Calibrated) -> None:
    assert calibrated.calibration.base_demand == pytest.approx({"F01.steel": 10.0, "F02.glass": 0.6})


def test_links_are_not_held(calibrated: Calibrated) -> None:
    assert set(calibrated.calibration.base_activity) == {
        "F01.OVEN",
        "F01.FURNACE",
        "F01.MILL",
        "F01.POWER",
        "F01.COFIRE",
        "F02.KILN",
    }


def test_process_emission_is_the_inventory_s(calibrated: Calibrated, district: District) -> None:
    technologies = calibrated.district.technologies

    assert technologies.loc["F02.KILN", "process_co2"] == pytest.approx(0.185)
    assert district.technologies.loc["F02.KILN", "process_co2"] == 0.2


def test_every_replaced_coefficient_is_listed(calibrated: Calibrated) -> None:
    scaling = calibrated.calibration.scaling.set_index(["technology", "commodity"])

    row = scaling.loc[("F01.OVEN", "F01.coal")]
    assert (row["library"], row["surveyed"], row["factor"]) == pytest.approx((1.5, 1.6, 1.6 / 1.5))
    assert ("F01.POOL", "F01.coke_gas") not in scaling.index


def test_coefficient_far_from_the_library_is_a_warning(
    district: District, survey: pd.DataFrame, emissions_of: Callable[..., pd.DataFrame], carbon: CarbonTable
) -> None:
    thirsty = survey.copy()
    thirsty.loc[(thirsty["facility"] == "kiln") & (thirsty["item"] == "natural_gas"), ["value", "energy"]] = 7.2e6

    found = calibrate(district, thirsty, emissions_of([KILN_PROCESS]), carbon, 2020)
    wide = calibrate(district, thirsty, emissions_of([KILN_PROCESS]), carbon, 2020, band=(0.1, 10.0))

    assert [(p.code, p.severity, p.place, p.value) for p in found.problems] == [
        ("CP-218", "warning", "F02.KILN", "2.00")
    ]
    assert wide.problems == ()


def test_intermediate_good_that_does_not_close_is_balanced(
    district: District, survey: pd.DataFrame, emissions_of: Callable[..., pd.DataFrame], carbon: CarbonTable
) -> None:
    short = survey.copy()
    short.loc[(short["facility"] == "mill") & (short["item"] == "pig_iron"), "value"] = 10.8e6

    found = calibrate(district, short, emissions_of([KILN_PROCESS]), carbon, 2020)

    assert use(found, "F01.MILL", "F01.hot_metal") == pytest.approx(11.0)


def test_other_years_say_nothing_of_the_base_year(
    district: District, survey: pd.DataFrame, emissions_of: Callable[..., pd.DataFrame], carbon: CarbonTable
) -> None:
    found = calibrate(district, survey.assign(year=2021), emissions_of([KILN_PROCESS]), carbon, 2020)

    assert dict(found.calibration.base_activity) == {}
    pd.testing.assert_frame_equal(found.district.flows, district.flows)
