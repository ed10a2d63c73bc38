"""Energy use, energy per product and CO2 per product fall to their targets."""

from __future__ import annotations

import pytest

TARGET = """
dual_control:
  {key}: {{unit: "{unit}", values: {{2021: {value}}}, reason: target, source: plan}}
"""
GROUPS = {"energy_use": {"cheap": 2.0, "dear": 1.0}}
PRODUCT = {(2020,): 100.0, (2021,): 110.0}


@pytest.mark.parametrize(
    ("key", "unit", "value", "dear"),
    [
        ("energy_max", "Mtce", 17, 3.0),
        ("energy_intensity_fall", "%", 20, 2.4),
        ("co2_intensity_fall", "%", 20, 1.2),
    ],
    ids=["total", "energy per product", "CO2 per product"],
)
def test_target_is_met_at_least_cost(solve, two_ways, key, unit, value, dear):
    # energy 20 and CO2 10 in 2020; product grows by 10 %, so that 80 % of the intensity leaves 17.6 and 8.8
    # energy 20 - dear <= 17 or 17.6; CO2 10 - dear <= 8.8
    answer = solve(two_ways(GROUPS, gross_product=PRODUCT), TARGET.format(key=key, unit=unit, value=value))

    assert answer.made("dear")[0] == pytest.approx(dear)
    assert answer.cost == pytest.approx(40 + 3 * dear)


def test_left_out_it_changes_nothing(solve, two_ways):
    assert solve(two_ways(GROUPS, gross_product=PRODUCT)).cost == pytest.approx(40.0)


@pytest.mark.parametrize(
    ("product", "value", "code"),
    [({(2020,): 100.0}, 20, "CP-418"), (PRODUCT, 120, "CP-449")],
    ids=["no product", "more than all"],
)
def test_what_cannot_be_limited_is_refused(refused_on, two_ways, product, value, code):
    levers = TARGET.format(key="energy_intensity_fall", unit="%", value=value)

    (problem,) = refused_on(two_ways(GROUPS, gross_product=product), levers)

    assert problem.code == code


def test_unknown_boundary_is_refused(refused_on, two_ways):
    levers = TARGET.format(key="co2_intensity_fall", unit="%", value=20) + "  boundary: scope9\n"

    (problem,) = refused_on(two_ways(GROUPS, gross_product=PRODUCT), levers)

    assert (problem.code, problem.details["known"]) == ("CP-420", "scope1+import")
