"""The year of a measured property is the mean of its months weighted by use."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from carbonpath.survey.extract import Extracted
from carbonpath.survey.grid import Cell

Survey = Callable[..., Extracted]
Found = Callable[[Extracted], list[tuple[str, str]]]

HEADER: tuple[Cell, ...] = ("设施", "品种", "用途", *(f"{n}月" for n in range(1, 13)), "全年合计", "单位")


def row(facility: Cell, activity: str, months: list[float], unit: str, year: Cell = None) -> tuple[Cell, ...]:
    return (facility, "烟煤", activity, *months, year, unit)


def use(first: float, facility: str = "kiln", unit: str = "t") -> tuple[Cell, ...]:
    return row(facility, "燃烧", [first, *[1.0] * 11], unit)


def heat(year: Cell = None, facility: Cell = None) -> tuple[Cell, ...]:
    return row(facility, "低位发热量", [20.0, *[26.0] * 11], "GJ/t", year)


def year_of(extracted: Extracted, activity: str) -> float:
    table = extracted.activity
    return float(table.loc[table["activity"] == activity, "value"].iloc[0])


def test_months_of_much_use_weigh_more(survey: Survey) -> None:
    assert year_of(survey(use(1.0), heat(), header=HEADER), "net_calorific_value") == pytest.approx(25.5)
    assert year_of(survey(use(11.0), heat(), header=HEADER), "net_calorific_value") == pytest.approx(23.0)


def test_use_may_be_in_another_unit_of_mass(survey: Survey) -> None:
    extracted = survey(use(11.0, unit="kt"), heat(), header=HEADER)
    assert year_of(extracted, "net_calorific_value") == pytest.approx(23.0)


def test_a_property_of_a_facility_is_weighted_by_its_use_alone(survey: Survey) -> None:
    extracted = survey(use(1.0), use(1000.0, "boiler"), heat(facility="kiln"), header=HEADER)
    assert year_of(extracted, "net_calorific_value") == pytest.approx(25.5)


def test_carbon_per_energy_is_weighted_by_energy(survey: Survey) -> None:
    carbon = row(None, "单位热值含碳量", [0.020, *[0.026] * 11], "tC/GJ")
    by_heat = year_of(survey(use(11.0), heat(), carbon, header=HEADER), "carbon_content")
    burnt = 11 * 20.0, 11 * 26.0
    assert by_heat == pytest.approx((burnt[0] * 0.020 + burnt[1] * 0.026) / sum(burnt))
    in_energy = year_of(survey(use(11.0, unit="GJ"), carbon, header=HEADER), "carbon_content")
    assert in_energy == pytest.approx(0.023)


def test_a_stated_year_must_agree(survey: Survey, found: Found) -> None:
    assert survey(use(11.0), heat(23.0), header=HEADER).problems == ()
    extracted = survey(use(11.0), heat(25.0), header=HEADER)
    assert [(p.code, p.place, p.severity) for p in extracted.problems] == [("CP-259", "燃料与能源!P3", "warning")]
    assert year_of(extracted, "net_calorific_value") == pytest.approx(23.0)
    assert found(survey(use(11.0), heat(27.0), header=HEADER)) == [("CP-259", "燃料与能源!P3")]


def test_without_monthly_use_the_year_must_be_stated_within_its_months(survey: Survey, found: Found) -> None:
    yearly_use = row("kiln", "燃烧", [None] * 12, "t", 50.0)  # type: ignore[list-item]
    assert found(survey(yearly_use, heat(), header=HEADER)) == [("CP-259", "燃料与能源!P3")]
    assert year_of(survey(yearly_use, heat(24.0), header=HEADER), "net_calorific_value") == 24.0
    assert found(survey(yearly_use, heat(30.0), header=HEADER)) == [("CP-259", "燃料与能源!P3")]


def test_use_of_another_kind_does_not_weigh(survey: Survey, found: Found) -> None:
    assert found(survey(use(11.0, unit="GJ"), heat(), header=HEADER)) == [("CP-259", "燃料与能源!P3")]


def test_a_month_of_use_needs_its_measurement(survey: Survey, found: Found) -> None:
    gap = (None, "烟煤", "低位发热量", "不适用", *[26.0] * 11, None, "GJ/t")
    assert found(survey(use(11.0), gap, header=HEADER)) == [("CP-259", "燃料与能源!P3")]
    assert year_of(survey(use(0.0), gap, header=HEADER), "net_calorific_value") == pytest.approx(26.0)


def test_months_of_a_property_are_kept_too(survey: Survey) -> None:
    monthly = survey(use(11.0), heat(), header=HEADER).monthly
    assert monthly.groupby("activity")["month"].count().to_dict() == {"combusted": 12, "net_calorific_value": 12}
