"""What firms measured, by place and unit."""

from __future__ import annotations

import numpy as np
import pytest


def test_the_facility_comes_before_the_firm_and_the_year_must_fit(row, prepare):
    activity = prepare(
        row("F04", "unit_1", "1A1a", "combusted", "bituminous", 1, "t"),
        row("F04", "unit_2", "1A1a", "combusted", "bituminous", 1, "t"),
        row("F04", "unit_2", "1A1a", "combusted", "bituminous", 1, "t", year=2021),
        row("F04", "unit_1", "", "net_calorific_value", "bituminous", 20, "GJ/t"),
        row("F04", "", "", "net_calorific_value", "bituminous", 21, "GJ/t"),
    )

    value = activity.evidence.measured.choose(activity.keys, "net_calorific_value").value[activity.keys.positions]

    assert list(value[:2]) == [20, 21]
    assert np.isnan(value[2])


def test_a_heating_value_per_volume_does_not_serve_tonnes(row, prepare):
    activity = prepare(
        row("F04", "u", "1A1a", "combusted", "lng", 1, "t"),
        row("F04", "", "", "net_calorific_value", "lng", 389, "GJ/1e4_nm3"),
    )

    assert np.isnan(activity.evidence.measured.choose(activity.keys, "net_calorific_value").value).all()


def test_a_named_property_tells_its_symbol_and_cell(row, prepare):
    activity = prepare(
        row("F06", "kiln", "2A1", "output", "clinker", 1, "t"),
        row("F06", "", "", "property", "cao_in_clinker", 65, "%"),
    )

    found = activity.evidence.measured.choose_property(activity.keys, "cao_in_clinker", "FR1")

    assert list(found.value) == pytest.approx([0.65])
    assert list(found.source) == ["FR1 0.65 (measured: F06.xlsx!firm!property cao_in_clinker)"]
