"""The district makes, cleans and uses hydrogen of its own: least uses, clean share, supply and routes."""

from __future__ import annotations

import pytest
from systems import make_system

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
