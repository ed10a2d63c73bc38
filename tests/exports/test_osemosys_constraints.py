"""User-defined constraints that say what OSeMOSYS has no word for."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest
from systems import REGION, clean_and_dirty, coal_cap, make_system
from wider_systems import NORTH, two_regions

from carbonpath.exports.osemosys_constraints import AT_MOST, EQUAL, Wording


def weights(wording: Wording, name: str = "user_constraint_activity") -> dict[tuple[str, str], float]:
    table = wording.weight_tables()[name]
    return dict(zip(zip(table["user_constraint"], table["technology"], strict=True), table["value"], strict=True))


def bounds(wording: Wording) -> dict[str, tuple[float, float]]:
    tables = wording.bound_tables()
    joined = tables["UDCConstant"].merge(tables["UDCTag"], on=["REGION", "UDC"], suffixes=("", "_TAG"))
    return dict(zip(joined["UDC"], zip(joined["VALUE"], joined["VALUE_TAG"], strict=True), strict=True))


def test_a_limit_of_a_group_weighs_its_members() -> None:
    wording = Wording(coal_cap(4.0))

    assert weights(wording)["max_group_activity.coal_use", "from_coal"] == 0.6
    assert bounds(wording)["max_group_activity.coal_use"] == (4.0, AT_MOST)


def test_a_floor_binds_from_above_with_its_sign_turned() -> None:
    wording = Wording(clean_and_dirty(min_group_activity={("clean_good",): 30.0}))

    assert weights(wording)["min_group_activity.clean_good", "clean"] == -1.0
    assert bounds(wording)["min_group_activity.clean_good"] == (-30.0, AT_MOST)


def test_a_share_weighs_both_groups() -> None:
    wording = Wording(clean_and_dirty(min_group_share={("clean_good", "all_good"): 0.25}))

    label = "min_group_share.clean_good.all_good"
    assert (weights(wording)[label, "clean"], weights(wording)[label, "dirty"]) == (-0.75, 0.25)
    assert bounds(wording)[label] == (0.0, AT_MOST)


def test_of_what_must_balance_the_net_output_is_the_demand() -> None:
    wording = Wording(clean_and_dirty(accumulated_demand={("good",): 11.0}))

    assert weights(wording)["nothing_let_go.good", "clean"] == 1.0
    assert bounds(wording)["nothing_let_go.good"] == (111.0, EQUAL)


def test_own_constraints_weigh_only_where_they_bind() -> None:
    wording = Wording(two_regions())
    table = wording.weight_tables()["user_constraint_activity"]

    assert set(zip(table["user_constraint"], table["year"], strict=True)) == {("balance.equal", 2020)}
    assert bounds(wording)["balance.equal"] == (4.0, EQUAL)
    assert bounds(wording)["land"] == (10.0, AT_MOST)
    assert wording.names() == ["balance.equal", "land"]
    assert set(wording.bound_tables()["UDCTag"]["REGION"]) == {NORTH}


@pytest.mark.parametrize(("second", "problems"), [(1.0, 0), (0.9, 1)], ids=["the same in both modes", "different"])
def test_modes_must_agree_on_what_must_balance(second: float, problems: int) -> None:
    system = make_system(
        ["plant"],
        {"good": "equal"},
        {"output_activity_ratio": {("plant", "good", "1"): 1.0, ("plant", "good", "2"): second}},
        modes=("1", "2"),
    )

    assert [problem.code for problem in Wording(system).problems] == ["CP-325"] * problems


def test_a_system_without_any_has_none() -> None:
    system = clean_and_dirty()
    surplus = replace(system, commodities=system.commodities.assign(balance="surplus"))

    assert Wording(surplus).names() == []
    pd.testing.assert_frame_equal(
        Wording(surplus).bound_tables()["UDCTag"], pd.DataFrame(columns=["REGION", "UDC", "VALUE"])
    )
    assert REGION not in set(Wording(surplus).weight_tables()["user_constraint_capacity"]["region"])
