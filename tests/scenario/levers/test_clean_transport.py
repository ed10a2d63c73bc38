"""Bulk goods move by rail, water and belt, and what stays on the road by new-energy trucks."""

from __future__ import annotations

from dataclasses import replace

import pytest
from systems import make_system, parameter

SHARE = """
clean_transport:
  {key}:
    unit: "{unit}"
    values: {{2021: {value}}}
    reason: rule
    source: plan
"""
WORKS = """
clean_transport:
  investments:
    - technologies: [{technology}]
      cost: {{value: 10, unit: {unit}}}
      throughput: {{value: 8, unit: Mt/y}}
      haul_km: 150
      reason: sidings
      source: plan
"""


@pytest.mark.parametrize(
    ("key", "parameter", "groups"),
    [
        ("clean_share_min", "min_group_share", ("clean_freight", "bulk_freight")),
        ("clean_share_max", "max_group_share", ("clean_freight", "bulk_freight")),
        ("nev_share_min", "min_group_share", ("nev_freight", "road_freight")),
    ],
)
def test_share_binds_its_groups_and_nothing_else(effect, key, parameter, groups):
    changed = effect(SHARE.format(key=key, unit="%", value=80))

    assert changed == {(parameter, *groups, year): pytest.approx(0.8) for year in (2021, 2022, 2023)}


def test_share_above_the_whole_is_refused(refused):
    (problem,) = refused(SHARE.format(key="clean_share_min", unit="1", value=80))

    assert (problem.code, problem.value) == ("CP-449", "80")
    assert problem.place == "levers.clean_transport.clean_share_min.values.2021, line 6"


def test_least_share_above_the_largest_is_refused_with_both_places(refused):
    problems = refused(SHARE.format(key="clean_share_min", unit="%", value=95))

    assert {problem.code for problem in problems} == {"CP-451"}
    assert problems[0].details["low_source"] == "scenarios/trial.yaml, line 6"
    assert problems[0].details["high_source"] == "data"


def test_programme_replaces_the_limit_of_a_technology(effect):
    changed = effect(
        """
        clean_transport:
          programmes:
            - {technology: TRK_BEV_SWAP, kind: max_capacity, unit: M tkm/y, values: {2022: 800}, reason: r, source: s}
        """
    )

    assert changed == {("max_capacity", "F08.TRK_BEV_SWAP", year): pytest.approx(0.8) for year in (2022, 2023)}


@pytest.mark.parametrize("unit", ["亿元", "10^8 CNY"])
def test_works_add_cost_over_throughput_times_haul_to_new_capacity(effect, unit):
    changed = effect(WORKS.format(technology="RAIL_ELEC", unit=unit))

    # 10^9 CNY / (8e6 t/y x 150 km) = 0.8333 CNY/(tkm/y) = 833.33 million CNY per Gtkm/y
    assert changed == {
        ("capital_cost", "F08.RAIL_ELEC", year): pytest.approx(180 + 833.3333, abs=1e-3) for year in (2021, 2022, 2023)
    }


def test_works_for_what_cannot_be_built_are_refused(refused):
    (problem,) = refused(WORKS.format(technology="RAIL_DIESEL", unit="亿元"))

    assert (problem.code, problem.place) == ("CP-461", "levers.clean_transport.investments.0.technologies.0, line 5")


def test_works_priced_in_tonnes_are_refused(refused):
    (problem,) = refused(WORKS.format(technology="RAIL_ELEC", unit="Mt"))

    assert (problem.code, problem.place) == ("CP-448", "levers.clean_transport.investments.0.cost.unit, line 6")


FREIGHT = {
    "clean_freight": {"rail": 1.0},
    "rail_freight": {"rail": 1.0},
    "clean_or_new_energy_freight": {"rail": 1.0, "electric": 1.0},
    "nev_freight": {"electric": 1.0},
    "road_freight": {"diesel": 1.0, "electric": 1.0},
    "bulk_freight": {"rail": 1.0, "diesel": 1.0, "electric": 1.0},
}


@pytest.fixture
def freight():
    """Return 10 Gtkm of goods a year by diesel truck (2 CNY), electric truck (4) or rail (7): 20 a year, 40 in all."""
    system = make_system(
        ["diesel", "electric", "rail"],
        {"moved": "equal"},
        {
            "output_activity_ratio": {(name, "moved", "1"): 1.0 for name in ("diesel", "electric", "rail")},
            "variable_cost": {("diesel", "1"): 2.0, ("electric", "1"): 4.0, ("rail", "1"): 7.0},
            "demand": {("moved",): 10.0},
            "discount_rate": {(): 0.0},
        },
        years=(2020, 2021),
        groups=FREIGHT,
    )
    return replace(system, groups=system.groups.assign(unit="Gtkm"))


CLEAN = 'clean_share_min: {unit: "%", values: {2021: 50}, reason: r, source: s}'
BELOW = 'clean_share_max: {unit: "%", values: {2021: 20}, reason: r, source: s}'
NEW = 'nev_share_min: {unit: "%", values: {2021: 30}, reason: r, source: s}'
GATE = "gate_bans: [{technologies: [diesel], from_year: 2021, reason: r, source: s}]"
SPUR = "throughput_max: [{mode: rail, haul_km: 200, unit: Mt/y, values: {2021: 15}, reason: r, source: s}]"
COUNTED = "count_new_energy: true"


@pytest.mark.parametrize(
    ("blocks", "made", "cost"),
    [
        ((CLEAN,), (5.0, 0.0, 5.0), 45.0),
        ((CLEAN, COUNTED), (5.0, 5.0, 0.0), 30.0),
        ((NEW,), (7.0, 3.0, 0.0), 26.0),
        ((CLEAN, NEW), (3.5, 1.5, 5.0), 48.0),
        ((GATE,), (0.0, 10.0, 0.0), 40.0),
        ((CLEAN, COUNTED, SPUR, GATE), (0.0, 10.0, 0.0), 40.0),
    ],
    ids=["rail", "new energy counted", "new-energy trucks", "both", "old trucks banned", "all"],
)
def test_goods_move_as_the_block_says(solve, freight, blocks, made, cost):
    answer = solve(freight, "clean_transport:\n  " + "\n  ".join(blocks) + "\n")

    assert answer.made("diesel", "electric", "rail") == pytest.approx(list(made))
    assert answer.cost == pytest.approx(20 + cost)


def test_spur_lets_through_so_many_tonnes_over_its_haul(solve, freight):
    costs = {("rail", "1"): 1.0, ("diesel", "1"): 2.0, ("electric", "1"): 4.0}
    cheap = {"variable_cost": parameter("variable_cost", costs, (2020, 2021))}

    answer = solve(freight.with_parameters(cheap), f"clean_transport:\n  {SPUR}\n")

    # 15 Mt/y x 200 km = 3 Gtkm by rail at 1 CNY, 7 Gtkm by truck at 2; all by rail in 2020
    assert answer.made("diesel", "rail") == pytest.approx([7.0, 3.0])
    assert answer.cost == pytest.approx(10 + 17)


def test_left_out_it_changes_nothing(solve, freight):
    assert solve(freight).cost == pytest.approx(40.0)


BY_GROUP = {
    "bulk_freight": {"rail_steel": 1.0, "road_steel": 1.0, "rail_oil": 1.0, "road_oil": 1.0},
    "clean_freight": {"rail_steel": 1.0, "rail_oil": 1.0},
    "bulk_freight.steel": {"rail_steel": 1.0, "road_steel": 1.0},
    "clean_freight.steel": {"rail_steel": 1.0},
    "bulk_freight.oil": {"rail_oil": 1.0, "road_oil": 1.0},
    "clean_freight.oil": {"rail_oil": 1.0},
}


@pytest.fixture
def two_groups():
    """Return 6 Gtkm of the steelworks and 4 of the refinery a year, by road (2 CNY) or rail (7 and 8): 20 a year."""
    system = make_system(
        ["rail_steel", "road_steel", "rail_oil", "road_oil"],
        {"steel_moved": "equal", "oil_moved": "equal"},
        {
            "output_activity_ratio": {
                (f"{mode}_{firms}", f"{firms}_moved", "1"): 1.0
                for mode in ("rail", "road")
                for firms in ("steel", "oil")
            },
            "variable_cost": {
                ("rail_steel", "1"): 7.0,
                ("road_steel", "1"): 2.0,
                ("rail_oil", "1"): 8.0,
                ("road_oil", "1"): 2.0,
            },
            "demand": {("steel_moved",): 6.0, ("oil_moved",): 4.0},
            "discount_rate": {(): 0.0},
        },
        years=(2020, 2021),
        groups=BY_GROUP,
    )
    return replace(system, groups=system.groups.assign(unit="Gtkm"))


GROUP = "  - {{firms: {firms}, unit: '%', values: {{2021: {share}}}, reason: r, source: s}}\n"
STEEL, OIL = GROUP.format(firms="steel", share=50), GROUP.format(firms="oil", share=25)
EITHER = "  clean_share_min: {unit: '%', values: {2021: 40}, reason: r, source: s}\n"


@pytest.mark.parametrize(
    ("blocks", "made", "cost"),
    [
        ("  firm_groups:\n" + STEEL, (3.0, 0.0), 3 * 5),
        ("  firm_groups:\n" + OIL, (0.0, 1.0), 1 * 6),
        ("  firm_groups:\n" + STEEL + OIL, (3.0, 1.0), 3 * 5 + 1 * 6),
        (EITHER, (4.0, 0.0), 4 * 5),
        (EITHER + "  firm_groups:\n" + OIL, (3.0, 1.0), 3 * 5 + 1 * 6),
    ],
    ids=["steel", "refinery", "both", "all freight, wherever it is cheap", "all freight and the refinery"],
)
def test_each_group_of_firms_keeps_its_share(solve, two_groups, blocks, made, cost):
    answer = solve(two_groups, "clean_transport:\n" + blocks)

    assert answer.made("rail_steel", "rail_oil") == pytest.approx(list(made))
    assert answer.cost == pytest.approx(40 + cost)


def test_group_whose_freight_nobody_counts_is_refused_with_what_to_add(refused_on, two_groups):
    (problem,) = refused_on(two_groups, "clean_transport:\n  firm_groups:\n" + GROUP.format(firms="glass", share=1))

    assert (problem.code, problem.value) == ("CP-425", "glass")
    assert problem.details == {"missing": "clean_freight.glass, bulk_freight.glass", "known": "oil, steel"}


def test_shipped_district_counts_no_freight_by_group_of_firms(refused_on, qingshan):
    (problem,) = refused_on(
        qingshan, "clean_transport:\n  firm_groups:\n" + GROUP.format(firms="petrochemical", share=40)
    )

    assert (problem.code, problem.details["known"]) == ("CP-425", "-")
