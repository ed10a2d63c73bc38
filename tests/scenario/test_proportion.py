"""Amounts by year that stand as such, or as a part of what is demanded of a commodity."""

from __future__ import annotations

import pytest

FLOOR = """
capacity:
  - {{technology: {name}, kind: {kind}, unit: "{unit}", of: {of}, values: {{2021: {value}}}, reason: r, source: s}}
"""


@pytest.mark.parametrize(
    ("name", "kind", "unit", "of", "value", "found"),
    [
        ("DRI_H2", "min_activity", "%", "steel_product", 3, 0.3),
        ("DRI_H2", "max_capacity", "1", "F01.steel_product", 0.05, 0.5),
        ("DRI_H2", "min_activity", "kg/t", "steel_product", 30, 0.3),
        ("TRK_BEV_SWAP", "min_activity", "tkm/t", "steel_product", 20, 0.2),
        ("HRS", "min_activity", "%", "h2_transport", 50, 0.0005),
    ],
    ids=["percent", "of a capacity", "mass per mass", "one unit per another", "hydrogen"],
)
def test_part_is_taken_of_what_is_demanded(effect, name, kind, unit, of, value, found):
    changed = effect(FLOOR.format(name=name, kind=kind, unit=unit, of=of, value=value))

    # 10 Mt of steel and 0.001 Mt of hydrogen for vehicles are demanded in each year
    assert {key[1].split(".")[1] for key in changed} == {name}
    assert [changed[key] for key in sorted(changed)] == pytest.approx([found] * 3)


def test_least_use_of_hydrogen_may_be_a_part_of_a_demand(effect):
    changed = effect(
        """
        hydrogen_island:
          minimum_use:
            metallurgy: {unit: kg/t, of: steel_product, values: {2023: 3}, reason: r, source: s}
            industry: {unit: kg/t, of: steel_product, values: {2023: 1}, reason: r, source: s}
        """
    )

    # 3 kg and 1 kg a tonne of 10 Mt of steel
    assert changed == {
        ("min_group_activity", "metallurgical_hydrogen", 2023): pytest.approx(0.03),
        ("demand", "hydrogen_industry", 2023): pytest.approx(0.01),
    }


@pytest.mark.parametrize(
    ("unit", "of", "code", "key"),
    [
        ("%", "steel_prodct", "CP-446", "of"),
        ("%", "F03.steam", "CP-423", "of"),
        ("MW", "steel_product", "CP-448", "unit"),
    ],
    ids=["unknown commodity", "nothing is demanded", "no part of it"],
)
def test_what_does_not_fit_is_refused_with_its_line(refused, *, unit, of, code, key):
    (problem,) = refused(FLOOR.format(name="DRI_H2", kind="min_activity", unit=unit, of=of, value=1))

    assert (problem.code, problem.place) == (code, f"levers.capacity.0.{key}, line 4")
