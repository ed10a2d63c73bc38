"""A firm, or a part of it, leaves the district, and its production with it."""

from __future__ import annotations

import pytest
from systems import make_system

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


@pytest.mark.parametrize(("firm", "share", "code"), [("F03", 50, "CP-414"), ("F02", 120, "CP-449")])
def test_what_does_not_fit_is_refused(refused_on, refinery, firm, share, code):
    (problem,) = refused_on(refinery, MOVE.format(firm=firm, share=share, more=""))

    assert problem.code == code
