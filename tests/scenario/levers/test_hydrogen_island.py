"""The district makes, cleans and uses hydrogen of its own: least uses, clean share, supply and routes."""

from __future__ import annotations

import pytest
from systems import make_system

from carbonpath.core.errors import InfeasibleError
from carbonpath.model.run import solve_system

USE = """
hydrogen_island:
  minimum_use:
    {use}:
      unit: kt/y
      values: {{2021: {first}, 2023: {last}}}
      reason: plan of the district
      source: plan
"""


def test_least_use_of_industry_becomes_its_demand_and_nothing_else(effect):
    changed = effect(USE.format(use="industry", first=9, last=11))

    assert changed == {
        ("demand", "hydrogen_industry", 2021): pytest.approx(0.009),
        ("demand", "hydrogen_industry", 2022): pytest.approx(0.010),
        ("demand", "hydrogen_industry", 2023): pytest.approx(0.011),
    }


def test_least_use_never_lowers_what_is_planned(effect):
    changed = effect(USE.format(use="industry", first=1, last=4))

    assert changed == {("demand", "hydrogen_industry", 2023): pytest.approx(0.004)}


def test_bulk_trucks_take_their_part_of_transport_apart(effect):
    changed = effect(USE.format(use="transport", first=10, last=10) + "      beside_bulk_trucks: 0.9\n")

    assert changed == {("demand", "h2_transport", year): pytest.approx(0.009) for year in (2021, 2022, 2023)}


def test_least_use_of_metallurgy_binds_injection_and_reduction_together(effect):
    changed = effect(USE.format(use="metallurgy", first=8, last=8))

    index = ("min_group_activity", "metallurgical_hydrogen")
    assert changed == {(*index, year): pytest.approx(0.008) for year in (2021, 2022, 2023)}


def test_clean_share_binds_electrolysis_to_what_is_sold(effect):
    changed = effect(
        """
        hydrogen_island:
          clean_share_min: {unit: "%", values: {2023: 30}, reason: r, source: s}
        """
    )

    assert changed == {("min_group_share", "clean_hydrogen", "merchant_hydrogen", 2023): pytest.approx(0.3)}


@pytest.mark.parametrize("key", ["supply", "metallurgy", "vehicles"])
def test_lists_of_limits_bind_their_technology(effect, key):
    changed = effect(
        f"""
        hydrogen_island:
          {key}:
            - {{technology: DRI_H2, kind: max_capacity, unit: 万t/y, values: {{2023: 50}}, reason: r, source: s}}
        """
    )

    assert changed == {("max_capacity", "F01.DRI_H2", 2023): pytest.approx(0.5)}


def test_injection_binds_its_share_of_blast_furnace_iron(effect):
    changed = effect(
        """
        hydrogen_island:
          injection:
            - {group: BF_COG_H2, of: blast_furnace_iron, kind: max, unit: "%", values: {2023: 25}, reason: r, source: s}
        """
    )

    assert changed == {("max_group_share", "tuyere_gas_injection", "blast_furnace_iron", 2023): pytest.approx(0.25)}


def test_subsidy_lowers_the_variable_cost_of_its_technology(effect):
    changed = effect(
        """
        hydrogen_island:
          subsidy: {technology: HRS, unit: CNY/kg, values: {2021: 2, 2023: 0}, reason: r, source: s}
        """
    )

    assert changed == {
        ("variable_cost", "F09.HRS", "1", 2021): pytest.approx(500.0),
        ("variable_cost", "F09.HRS", "1", 2022): pytest.approx(1500.0),
    }


def test_subsidy_of_a_technology_without_variable_cost_sets_one(effect):
    changed = effect(
        """
        hydrogen_island:
          subsidy: {technology: ELY_GREEN, unit: CNY/kg, values: {2023: 3}, reason: r, source: s}
        """
    )

    assert changed == {("variable_cost", "F09.ELY_GREEN", "1", 2023): pytest.approx(-3000.0)}


@pytest.mark.parametrize(
    ("block", "code", "place"),
    [
        ("minimum_use: {rail: {}}", "CP-404", "levers.hydrogen_island.minimum_use.rail"),
        (
            "minimum_use: {transport: {unit: kt/y, values: {2021: 1}, beside_bulk_trucks: 2, reason: r, source: s}}",
            "CP-408",
            "levers.hydrogen_island.minimum_use.transport.beside_bulk_trucks",
        ),
        (
            "minimum_use: {industry: {unit: TWh, values: {2021: 1}, reason: r, source: s}}",
            "CP-448",
            "levers.hydrogen_island.minimum_use.industry.unit",
        ),
    ],
    ids=["unknown use", "more than all of it", "energy instead of mass"],
)
def test_what_does_not_fit_is_refused_with_its_line(refused, block, code, place):
    (problem,) = refused(f"hydrogen_island:\n  {block}\n")

    assert problem.code == code
    assert problem.place == f"{place}, line 4"


@pytest.fixture
def island():
    """Return 1 Mt of hydrogen a year for industry from gas (10 CNY) or clean (30 CNY): 10 a year, 20 million in all."""
    return make_system(
        {"ELY": "Mt/y", "PSA": "Mt/y", "SELL_H2": "", "HRS": "Mt/y"},
        {"hydrogen": "equal", "hydrogen_industry": "equal", "h2_transport": "equal"},
        {
            "output_activity_ratio": {
                ("ELY", "hydrogen", "1"): 1.0,
                ("PSA", "hydrogen", "1"): 1.0,
                ("SELL_H2", "hydrogen_industry", "1"): 1.0,
                ("HRS", "h2_transport", "1"): 1.0,
            },
            "input_activity_ratio": {("SELL_H2", "hydrogen", "1"): 1.0, ("HRS", "hydrogen", "1"): 1.0},
            "variable_cost": {("ELY", "1"): 30.0, ("PSA", "1"): 10.0, ("HRS", "1"): 2.0},
            "residual_capacity": {("ELY",): 100.0, ("PSA",): 100.0},
            "capital_cost": {("HRS",): 8.0},
            "operational_life": {("HRS",): 1.0},
            "demand": {("hydrogen_industry",): 1.0},
            "discount_rate": {(): 0.0},
        },
        years=(2020, 2021),
        groups={
            "clean_hydrogen": {"ELY": 1.0},
            "merchant_hydrogen": {"SELL_H2": 1.0, "HRS": 1.0},
            "metallurgical_hydrogen": {"PSA": 1.0},
        },
    )


TRANSPORT = "minimum_use: {transport: {unit: Mt/y, values: {2021: 2}, reason: r, source: s}}"
INDUSTRY = "minimum_use: {industry: {unit: Mt/y, values: {2021: 3}, reason: r, source: s}}"
CLEAN = 'clean_share_min: {unit: "%", values: {2021: 40}, reason: r, source: s}'
CEILING = "supply: [{technology: PSA, kind: max_activity, unit: Mt/y, values: {2021: 0.7}, reason: r, source: s}]"
STATIONS = 'stations: {unit: "1", values: {2021: 3}, kg_per_day: 1000000, reason: r, source: s}'
SUBSIDY = "subsidy: {technology: HRS, unit: CNY/t, values: {2021: 1.5}, reason: r, source: s}"


@pytest.mark.parametrize(
    ("blocks", "cost"),
    [
        ((INDUSTRY,), 3 * 10),
        ((TRANSPORT,), 1 * 10 + 2 * (10 + 2 + 8)),
        ((TRANSPORT, SUBSIDY), 1 * 10 + 2 * (10 + 2 + 8 - 1.5)),
        ((CLEAN,), 0.6 * 10 + 0.4 * 30),
        ((CEILING,), 0.7 * 10 + 0.3 * 30),
        ((STATIONS,), 10 + 3 * 0.365 * 8),
    ],
    ids=["industry", "vehicles", "paid at the pump", "clean share", "gas runs short", "stations"],
)
def test_hydrogen_is_made_and_used_as_the_block_says(solve, island, blocks, cost):
    # stations: 3 x 1000 t a day x 365 days = 1.095 Mt/y at 8 CNY, built though nobody fills up
    answer = solve(island, "hydrogen_island:\n  " + "\n  ".join(blocks) + "\n")

    assert answer.cost == pytest.approx(10 + cost)


def test_left_out_it_changes_nothing(solve, island):
    assert solve(island).cost == pytest.approx(20.0)


@pytest.fixture
def works():
    """Return 10 Mt of iron and 4 Mt of goods moved a year: 28 million CNY a year, 56 in all.

    Iron costs 2 CNY per t from the furnace; reduced with 0.05 t of hydrogen at 20 CNY per t it costs 6 + 1. Injection
    saves 0.5 CNY per t of furnace iron and brings 0.01 t of hydrogen into it, but is closed. Goods cost 2 CNY by diesel
    truck, 5 by fuel cell.
    """
    return make_system(
        ["BF_STD", "DRI_H2", "BF_COG_H2", "BUY_H2", "TRK_DIESEL", "TRK_FC"],
        {"iron": "equal", "injected": "surplus", "hydrogen": "equal", "moved": "equal"},
        {
            "output_activity_ratio": {
                ("BF_STD", "iron", "1"): 1.0,
                ("DRI_H2", "iron", "1"): 1.0,
                ("BF_COG_H2", "injected", "1"): 1.0,
                ("BUY_H2", "hydrogen", "1"): 1.0,
                ("TRK_DIESEL", "moved", "1"): 1.0,
                ("TRK_FC", "moved", "1"): 1.0,
            },
            "input_activity_ratio": {("DRI_H2", "hydrogen", "1"): 0.05},
            "variable_cost": {
                ("BF_STD", "1"): 2.0,
                ("DRI_H2", "1"): 6.0,
                ("BF_COG_H2", "1"): -0.5,
                ("BUY_H2", "1"): 20.0,
                ("TRK_DIESEL", "1"): 2.0,
                ("TRK_FC", "1"): 5.0,
            },
            "max_group_share": {("injection", "furnaces"): 0.0},
            "demand": {("iron",): 10.0, ("moved",): 4.0},
            "discount_rate": {(): 0.0},
        },
        years=(2020, 2021),
        groups={
            "injection": {"BF_COG_H2": 1.0},
            "furnaces": {"BF_STD": 1.0},
            "metallurgical_hydrogen": {"DRI_H2": 0.05, "BF_COG_H2": 0.01},
        },
    )


INJECTION = (
    "injection: [{group: injection, of: furnaces, kind: max, unit: '%', values: {2021: 50}, reason: r, source: s}]"
)
QUOTA = "minimum_use: {metallurgy: {unit: Mtce/y, values: {2021: 0.2}, reason: r, source: s}}"
REDUCTION = (
    "metallurgy: [{technology: DRI_H2, kind: min_activity, unit: Mt/y, values: {2021: 3}, reason: r, source: s}]"
)
CLOSED = "metallurgy: [{technology: DRI_H2, kind: max_activity, unit: Mt/y, values: {2021: 1}, reason: r, source: s}]"
TRUCKS = "vehicles: [{technology: TRK_FC, kind: min_activity, unit: Mt/y, values: {2021: 1}, reason: r, source: s}]"


@pytest.mark.parametrize(
    ("blocks", "made", "added"),
    [
        ((INJECTION,), (10.0, 0.0, 5.0, 0.0), -0.5 * 5),
        ((REDUCTION,), (7.0, 3.0, 0.0, 0.0), 5 * 3),
        ((QUOTA,), (6.0, 4.0, 0.0, 0.0), 5 * 4),
        ((QUOTA, INJECTION), (20 / 3, 10 / 3, 10 / 3, 0.0), 5 * 10 / 3 - 0.5 * 10 / 3),
        ((TRUCKS,), (10.0, 0.0, 0.0, 1.0), 3 * 1),
        ((INJECTION, REDUCTION, TRUCKS), (7.0, 3.0, 3.5, 1.0), -0.5 * 3.5 + 5 * 3 + 3),
    ],
    ids=["injection", "reduction", "quota by reduction", "quota by both", "vehicles", "all three"],
)
def test_metallurgy_and_vehicles_take_hydrogen_as_the_block_says(solve, works, blocks, made, added):
    # quota of 0.2 Mt: 4 Mt x 0.05; with half the furnace iron injected 0.05 d + 0.01 x 0.5 (10 - d) = 0.2, d = 10/3
    answer = solve(works, "hydrogen_island:\n  " + "\n  ".join(blocks) + "\n")

    assert answer.made("BF_STD", "DRI_H2", "BF_COG_H2", "TRK_FC") == pytest.approx(list(made))
    assert answer.cost == pytest.approx(56 + added)


def test_quota_and_ceiling_of_reduction_leave_no_plan_without_injection(changed, works):
    levers = f"hydrogen_island:\n  {QUOTA}\n  {CLOSED}\n"

    with pytest.raises(InfeasibleError):
        solve_system(changed(works, levers))


def test_left_out_metallurgy_and_vehicles_take_none(solve, works):
    answer = solve(works)

    assert answer.made("DRI_H2", "BF_COG_H2", "TRK_FC", "BUY_H2") == [0.0, 0.0, 0.0, 0.0]
    assert answer.cost == pytest.approx(56.0)
