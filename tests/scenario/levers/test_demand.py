"""Demand of a product or service is another than planned."""

from __future__ import annotations

import pytest


def test_demand_is_set_in_the_unit_of_the_system_and_nothing_else(effect):
    changed = effect(
        """
        demand:
          set:
            - {commodity: steel_product, unit: 万t/y, values: {2021: 1000, 2023: 900}, reason: r, source: s}
        """
    )

    assert changed == {
        ("demand", "F01.steel_product", 2022): pytest.approx(9.5),
        ("demand", "F01.steel_product", 2023): pytest.approx(9.0),
    }


def test_demand_without_a_row_is_added(effect):
    changed = effect(
        "demand: {set: [{commodity: freight_bulk, unit: 10^8 tkm, values: {2023: 86}, reason: r, source: s}]}"
    )

    assert changed == {("demand", "freight_bulk", 2023): pytest.approx(8.6)}


def test_scale_multiplies_the_demand_of_the_system(effect):
    changed = effect("demand: {scale: [{commodity: steel_product, values: {2022: 0.8}, reason: r, source: s}]}")

    assert changed == {("demand", "F01.steel_product", year): pytest.approx(8.0) for year in (2022, 2023)}


@pytest.mark.parametrize(
    ("block", "code"),
    [
        ("set: [{commodity: steel, unit: Mt/y, values: {2022: 1}, reason: r, source: s}]", "CP-446"),
        ("set: [{commodity: steam, unit: PJ/y, values: {2022: 1}, reason: r, source: s}]", "CP-445"),
        ("scale: [{commodity: freight_bulk, values: {2022: 1}, reason: r, source: s}]", "CP-459"),
    ],
    ids=["unknown commodity", "commodity of two firms", "no demand to scale"],
)
def test_what_does_not_fit_is_refused_with_its_line(refused, block, code):
    (problem,) = refused(f"demand:\n  {block}\n")

    assert problem.code == code
    assert ".commodity, line 4" in problem.place


@pytest.mark.parametrize(
    ("block", "made"),
    [
        ("set: [{commodity: good, unit: 万t/y, values: {2021: 700}, reason: r, source: s}]", 7.0),
        ("scale: [{commodity: good, values: {2021: 1.3}, reason: r, source: s}]", 13.0),
    ],
    ids=["amount", "factor"],
)
def test_what_is_asked_for_is_made(solve, two_ways, block, made):
    answer = solve(two_ways(), f"demand:\n  {block}\n")

    assert answer.made("cheap")[0] == pytest.approx(made)
    assert answer.cost == pytest.approx(20 + 2 * made)


def test_left_out_it_changes_nothing(solve, two_ways):
    assert solve(two_ways()).cost == pytest.approx(40.0)
