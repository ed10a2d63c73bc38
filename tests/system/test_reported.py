"""Surveyed process units in the terms of the model: activity, inputs and outputs of technologies."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest

from carbonpath.core.errors import DataError
from carbonpath.system.district import District, build_district
from carbonpath.system.district_tables import DistrictTables
from carbonpath.system.reported import Reported, modelled_facilities, reported_flows


def amount(reported: Reported, technology: str, base: str, role: str = "input") -> float:
    flows = reported.flows.set_index(["technology", "base", "role"])["amount"]
    return float(flows[(technology, base, role)])


def test_activity_is_the_main_output(district: District, survey: pd.DataFrame) -> None:
    found = reported_flows(district, survey).activity

    assert found["F01.OVEN"] == 6.0
    assert found["F01.POWER"] == 3.1
    assert found["F02.KILN"] == 0.6


def test_amounts_are_in_the_units_of_the_model(district: District, survey: pd.DataFrame) -> None:
    found = reported_flows(district, survey)

    assert amount(found, "F01.OVEN", "coal") == 9.6
    assert amount(found, "F01.MILL", "electricity") == pytest.approx(2.1)
    assert amount(found, "F02.KILN", "natural_gas") == pytest.approx(3.6)


def test_fuel_reported_by_mass_counts_by_its_energy(
    district: District, content_of: Callable[..., pd.DataFrame]
) -> None:
    """100 000 t of coal that hold 2 PJ."""
    row = {
        "facility": "cofire",
        "activity": "combusted",
        "item": "bituminous",
        "value": 1e5,
        "unit": "t",
        "energy": 2e6,
    }

    assert amount(reported_flows(district, content_of([row])), "F01.COFIRE", "steam_coal") == 2.0


def test_unit_without_output_is_measured_by_its_largest_input(district: District, survey: pd.DataFrame) -> None:
    """COFIRE takes 1 GJ of coal per GJ of gas."""
    assert reported_flows(district, survey).activity["F01.COFIRE"] == 2.0


def test_guest_adds_to_the_use_of_its_host(district: District, survey: pd.DataFrame) -> None:
    assert amount(reported_flows(district, survey), "F01.POWER", "gas_mix") == pytest.approx(29.4 + 2.0)


def test_guest_that_did_not_run_adds_nothing(district: District, survey: pd.DataFrame) -> None:
    without = survey[survey["facility"] != "cofire"]

    assert amount(reported_flows(district, without), "F01.POWER", "gas_mix") == pytest.approx(29.4)


def test_district_without_hosts(tables: DistrictTables, survey: pd.DataFrame) -> None:
    alone = tables["facilities"].assign(host="")
    district = build_district("small", {**tables, "facilities": alone})

    assert amount(reported_flows(district, survey), "F01.POWER", "gas_mix") == pytest.approx(29.4)


def test_two_units_of_one_technology_add_up(
    tables_with: Callable[..., DistrictTables], survey: pd.DataFrame, content_of: Callable[..., pd.DataFrame]
) -> None:
    district = build_district("small", tables_with(facilities=[{"facility": "old_ovens", "library_id": "OVEN"}]))
    more = {"facility": "old_ovens", "activity": "output", "item": "coke", "value": 1e6, "unit": "t"}

    found = reported_flows(district, pd.concat([survey, content_of([more])], ignore_index=True))

    assert found.activity["F01.OVEN"] == 7.0


def test_unit_outside_the_model_is_left_out(district: District, survey: pd.DataFrame) -> None:
    assert "yard" not in set(modelled_facilities(district)["facility"])
    assert "diesel" not in set(reported_flows(district, survey).flows["base"])


def test_amount_in_a_wrong_unit_is_told_with_its_cell(
    district: District, content_of: Callable[..., pd.DataFrame]
) -> None:
    row = {
        "facility": "ovens",
        "activity": "output",
        "item": "coke",
        "value": 1.0,
        "unit": "MWh",
        "source": "a.xlsx!B2",
    }

    with pytest.raises(DataError) as caught:
        reported_flows(district, content_of([row]))

    assert [(p.code, p.file, p.value) for p in caught.value.problems] == [("CP-221", "a.xlsx!B2", "MWh")]
