"""A firm, or a part of it, leaves the district, and its production with it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from systems import make_system, parameter

MOVE = """
relocation:
  - firm: {firm}
    unit: "%"
    values: {{2021: {share}}}
    {more}reason: study of relocation
    source: plan
"""


@pytest.fixture
def refinery(entitled):
    """Return a firm that makes 8 Mt of oil and 1 Mt of hydrogen at 2 CNY per t, never less than 6 Mt of oil.

    18 million CNY a year, 36 in all; its residual emits 3 Mt a year.
    """
    system = make_system(
        ["F02.CDU", "F02.H2", "F02.RESIDUAL"],
        {"F02.oil": "equal", "F02.hydrogen": "equal"},
        {
            "output_activity_ratio": {("F02.CDU", "F02.oil", "1"): 1.0, ("F02.H2", "F02.hydrogen", "1"): 1.0},
            "variable_cost": {("F02.CDU", "1"): 2.0, ("F02.H2", "1"): 2.0},
            "emission_activity_ratio": {("F02.RESIDUAL", "co2", "1"): 3.0},
            "min_activity": {("F02.CDU",): 6.0, ("F02.RESIDUAL",): 1.0},
            "max_activity": {("F02.RESIDUAL",): 1.0},
            "demand": {("F02.oil",): 8.0, ("F02.hydrogen",): 1.0},
            "discount_rate": {(): 0.0},
        },
        years=(2020, 2021),
    )
    firm = {"firm": "F02"}
    residual = {"F02.RESIDUAL": {**firm, "role": "residual"}}
    technologies = {"F02.CDU": firm, "F02.H2": firm, **residual}
    return entitled(system, technologies, {f"F02.{base}": {**firm, "base": base} for base in ("oil", "hydrogen")})


def test_firm_that_leaves_makes_and_emits_nothing(solve, refinery):
    answer = solve(refinery, MOVE.format(firm="F02", share=100, more=""))

    assert answer.made("F02.CDU", "F02.H2") == [0.0, 0.0]
    assert answer.cost == pytest.approx(18.0)
    assert [answer.of("annual_emissions", "co2", year) for year in (2020, 2021)] == pytest.approx([3.0, 0.0])


def test_part_that_leaves_takes_its_part_of_floors_and_residual(solve, refinery):
    answer = solve(refinery, MOVE.format(firm="F02", share=50, more="kept: [hydrogen]\n    "))

    # 4 of 8 Mt of oil and all hydrogen stay: 8 + 2 in 2021
    assert answer.made("F02.CDU", "F02.H2") == pytest.approx([4.0, 1.0])
    assert answer.cost == pytest.approx(18.0 + 10.0)
    assert answer.of("annual_emissions", "co2") == pytest.approx(1.5)


def test_left_out_it_changes_nothing(solve, refinery):
    assert solve(refinery).cost == pytest.approx(36.0)


COST = "cost: {{value: {value}, unit: {unit}, technology: CDU}}\n    "


@pytest.fixture
def site_of_8(refinery):
    """Return the firm with 8 Mt/y of distillation that stands in both years and costs nothing to keep."""
    held = {
        "residual_capacity": parameter("residual_capacity", {("F02.CDU",): 8.0}, (2020, 2021)),
        "operational_life": parameter("operational_life", {("F02.CDU",): 30.0}, (2020, 2021)),
    }
    table = refinery.technologies.copy()
    table.loc[table["technology"] == "F02.CDU", "capacity_unit"] = "Mt/y"
    return replace(refinery, technologies=table).with_parameters(held)


@pytest.mark.parametrize(
    ("share", "value", "unit", "paid"),
    [
        (100, 40, "million CNY", 40.0),
        (25, 40, "million CNY", 10.0),
        (100, 3, "CNY/(t/y)", 24.0),
        (25, 3, "CNY/(t/y)", 6.0),
    ],
    ids=["all of it", "a quarter of it", "all capacity", "a quarter of the capacity"],
)
def test_move_is_paid_once_by_what_leaves(solve, site_of_8, share, value, unit, paid):
    free = solve(site_of_8, MOVE.format(firm="F02", share=share, more=""))

    answer = solve(site_of_8, MOVE.format(firm="F02", share=share, more=COST.format(value=value, unit=unit)))

    # 8 Mt/y stand: 40 million CNY for all, or 8 Mt/y x 3 CNY per t/y; a quarter of the firm pays a quarter
    assert answer.cost == pytest.approx(free.cost + paid)
    assert answer.of("fixed_operating_cost", "F02.CDU") == pytest.approx(paid)
    assert answer.of("fixed_operating_cost", "F02.CDU", 2020) == 0.0


def test_move_over_years_is_paid_part_by_part(changed, site_of_8):
    long = replace(site_of_8, years=(2020, 2021, 2022))
    rows = {"residual_capacity": {("F02.CDU",): 8.0}, "demand": {("F02.oil",): 8.0, ("F02.hydrogen",): 1.0}}
    held = {name: parameter(name, values, long.years) for name, values in rows.items()}
    levers = MOVE.format(firm="F02", share=30, more=COST.format(value=40, unit="million CNY"))

    after = changed(long.with_parameters(held), levers.replace("{2021: 30}", "{2021: 30, 2022: 100}"))

    # 30 % leave in 2021 and 70 % in 2022: 12 and 28 million CNY over 8 Mt/y
    found = after.parameter("fixed_cost").set_index("year")["value"]
    assert found.to_dict() == pytest.approx({2021: 12 / 8, 2022: 28 / 8})


def test_move_of_what_does_not_stand_is_refused(refused_on, refinery):
    (problem,) = refused_on(refinery, MOVE.format(firm="F02", share=100, more=COST.format(value=1, unit="亿元")))

    assert (problem.code, problem.value, problem.details["year"]) == ("CP-424", "F02.CDU", "2021")


@pytest.mark.parametrize(("firm", "share", "code"), [("F03", 50, "CP-414"), ("F02", 120, "CP-449")])
def test_what_does_not_fit_is_refused(refused_on, refinery, firm, share, code):
    (problem,) = refused_on(refinery, MOVE.format(firm=firm, share=share, more=""))

    assert problem.code == code
