"""Nothing more is built of what is banned."""

from __future__ import annotations

import pytest

BAN = """
capacity_ban:
  - {what}
    from_year: 2021
    reason: ban list
    source: plan
"""


def test_banned_plant_is_not_built_and_the_good_is_bought(solve, plant):
    answer = solve(plant(), BAN.format(what="technologies: [plant]"))

    # 40 in 2020 as before, 10 x 5 in 2021
    assert answer.made("plant", "buy") == pytest.approx([0.0, 10.0])
    assert answer.cost == pytest.approx(90.0)


def test_left_out_it_changes_nothing(solve, plant):
    assert solve(plant()).cost == pytest.approx(80.0)


def test_ban_of_a_sector_spares_its_exceptions(changed, entitled, plant):
    system = entitled(plant(), {"plant": {"sector": "steel"}, "old": {"sector": "steel"}}, {})

    banned = changed(system, BAN.format(what="sectors: [steel]\n    excepted: [plant]")).parameter("max_new_capacity")

    assert banned[["technology", "year", "value"]].to_numpy().tolist() == [["old", 2021, 0.0]]


@pytest.mark.parametrize(
    ("what", "code", "place"),
    [
        ("technologies: [buy]", "CP-410", "levers.capacity_ban.0, line 4"),
        ("technologies: [plan]", "CP-444", "levers.capacity_ban.0.technologies.0, line 4"),
        ("sectors: [steal]", "CP-411", "levers.capacity_ban.0.sectors.0, line 4"),
    ],
    ids=["nothing to build", "unknown technology", "unknown sector"],
)
def test_what_does_not_fit_is_refused_with_its_line(refused_on, plant, what, code, place):
    (problem,) = refused_on(plant(), BAN.format(what=what))

    assert (problem.code, problem.place) == (code, place)
