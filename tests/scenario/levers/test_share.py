"""One group of technologies makes at most, or at least, a share of another group's total."""

from __future__ import annotations

import pytest

ENTRY = """
share:
  - group: {group}
    of: {of}
    kind: {kind}
    unit: "{unit}"
    values: {{2022: {value}}}
    reason: rule
    source: plan
"""


@pytest.mark.parametrize("kind", ["max", "min"])
def test_share_binds_the_two_groups_and_nothing_else(effect, kind):
    changed = effect(ENTRY.format(group="clean_freight", of="bulk_freight", kind=kind, unit="%", value=80))

    index = ("clean_freight", "bulk_freight")
    assert changed == {(f"{kind}_group_share", *index, year): pytest.approx(0.8) for year in (2022, 2023)}


def test_technology_stands_for_the_group_of_which_it_is_the_only_member(effect):
    changed = effect(ENTRY.format(group="BF_COG_H2", of="F01.BF_STD", kind="max", unit="1", value=0.25))

    assert set(changed) == {
        ("max_group_share", "tuyere_gas_injection", "blast_furnace_iron", year) for year in (2022, 2023)
    }


def test_share_of_different_kinds_has_the_unit_of_their_ratio(effect):
    changed = effect(ENTRY.format(group="station_heat", of="station_power", kind="max", unit="GJ/MWh", value=2.6))

    assert changed["max_group_share", "station_heat", "station_power", 2023] == pytest.approx(2.6)


@pytest.mark.parametrize(
    ("group", "of", "unit", "code", "key"),
    [
        ("clean_frieght", "bulk_freight", "%", "CP-447", "group"),
        ("clean_freight", "CHP", "%", "CP-447", "of"),
        ("clean_freight", "bulk_freight", "t/MWh", "CP-448", "unit"),
        ("blast_furnace_iron", "station_power", "%", "CP-448", "unit"),
    ],
    ids=["unknown group", "technology of two owners", "ratio of like things", "share of unlike things"],
)
def test_what_does_not_fit_is_refused_with_its_line(refused, *, group, of, unit, code, key):
    (problem,) = refused(ENTRY.format(group=group, of=of, kind="max", unit=unit, value=1))

    assert problem.code == code
    assert problem.place.startswith(f"levers.share.0.{key}, line")


GROUPS = {"clean": {"dear": 1.0}, "all": {"dear": 1.0, "cheap": 1.0}}


@pytest.mark.parametrize(("kind", "of", "dear"), [("min", "dear", 4.0), ("max", "cheap", 6.0)])
def test_share_is_kept_at_least_cost(solve, two_ways, kind, of, dear):
    levers = ENTRY.format(group="part", of="all", kind=kind, unit="%", value=40).replace("2022", "2021")

    answer = solve(two_ways({**GROUPS, "part": {of: 1.0}}), levers)

    # at least 4 of 10 Mt the dear way, or at most 4 the cheap way
    assert answer.made("dear")[0] == pytest.approx(dear)
    assert answer.cost == pytest.approx(40 + 3 * dear)


def test_left_out_it_changes_nothing(solve, two_ways):
    assert solve(two_ways(GROUPS)).cost == pytest.approx(40.0)
