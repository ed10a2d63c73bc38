"""Groups name technologies that exist; limits name groups that exist."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
from systems import make_system

from carbonpath.system.checks.members import check_members

SYSTEM = make_system(["mill"], {"steel": "equal"}, {}, groups={"steelmaking": {"mill": 1.0}})


def test_known_members_are_accepted() -> None:
    assert check_members(SYSTEM) == []


def test_unknown_member_is_told() -> None:
    system = make_system(["mill"], {"steel": "equal"}, {}, groups={"steelmaking": {"ghost": 1.0}})

    assert [(p.code, p.place, p.value) for p in check_members(system)] == [("CP-216", "group steelmaking", "ghost")]


def test_limit_on_an_unknown_group_is_told() -> None:
    system = make_system(
        ["mill"],
        {"steel": "equal"},
        {"max_group_share": {("steelmaking", "all"): 0.5}, "max_group_activity": {("joy",): 1.0}},
        groups={"steelmaking": {"mill": 1.0}},
    )

    assert [(p.code, p.place, p.value) for p in check_members(system)] == [
        ("CP-216", "max_group_activity", "joy"),
        ("CP-216", "max_group_share", "all"),
    ]


def test_group_of_two_units_is_told() -> None:
    row = SYSTEM.groups.assign(unit="PJ")
    groups = pd.concat([SYSTEM.groups, row], ignore_index=True)

    (problem,) = check_members(replace(SYSTEM, groups=groups))

    assert (problem.code, problem.place, problem.value) == ("CP-225", "group steelmaking", "Mtce, PJ")
