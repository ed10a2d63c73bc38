"""Bulk goods move by rail, water and belt, and what stays on the road by new-energy trucks."""

from __future__ import annotations

import pytest

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
