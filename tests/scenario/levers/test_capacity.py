"""Capacity, yearly building or activity of single technologies stays within limits."""

from __future__ import annotations

from dataclasses import replace

import pytest
from systems import make_system, parameter

ENTRY = """
capacity:
  - technology: {technology}
    kind: {kind}
    unit: {unit}
    values: {{2022: {value}}}
    reason: ban
    source: plan
"""


@pytest.mark.parametrize(
    ("kind", "unit", "given", "value"),
    [
        ("max_capacity", "万t/y", 1300, 13.0),
        ("min_capacity", "Mt/y", 2, 2.0),
        ("max_new_capacity", "kt/y", 500, 0.5),
        ("min_new_capacity", "Mt", 1, 1.0),
        ("max_activity", "Mt/y", 9, 9.0),
        ("min_activity", "Mt", 8, 8.0),
    ],
)
def test_limit_is_set_in_the_unit_of_the_system_and_nothing_else(effect, kind, unit, given, value):
    changed = effect(ENTRY.format(technology="BF_STD", kind=kind, unit=unit, value=given))

    assert changed == {(kind, "F01.BF_STD", year): pytest.approx(value) for year in (2022, 2023)}


@pytest.mark.parametrize("technology", ["F04.CHP", "CHP\n    firm: F04"], ids=["by full name", "by entry and firm"])
def test_one_of_several_owners_is_limited(effect, technology):
    changed = effect(ENTRY.format(technology=technology, kind="max_capacity", unit="kW", value=350_000))

    assert changed == {("max_capacity", "F04.CHP", year): pytest.approx(350.0) for year in (2022, 2023)}


def test_purchase_is_limited_by_its_name(effect):
    changed = effect(ENTRY.format(technology="BUY.electricity_green", kind="max_activity", unit="亿kWh/y", value=5))

    assert changed == {("max_activity", "BUY.electricity_green", year): pytest.approx(0.5) for year in (2022, 2023)}


@pytest.mark.parametrize(
    ("technology", "kind", "unit", "code", "place"),
    [
        ("BF_STDD", "max_capacity", "Mt/y", "CP-444", "levers.capacity.0.technology, line 4"),
        ("BUY.steam_coal", "max_activity", "PJ/y", "CP-445", "levers.capacity.0.technology, line 4"),
        ("CHP\n    firm: F01", "max_capacity", "MW", "CP-450", "levers.capacity.0.technology, line 4"),
        ("BF_STD", "max_capacity", "MW", "CP-448", "levers.capacity.0.unit, line 6"),
        ("BF_STD", "max_capacity", "bushel", "CP-448", "levers.capacity.0.unit, line 6"),
        ("BUY.electricity_green", "max_capacity", "TWh/y", "CP-454", "levers.capacity.0.kind, line 5"),
        ("BF_STD", "max_capacities", "Mt/y", "CP-409", "levers.capacity.0.kind, line 5"),
    ],
    ids=[
        "unknown",
        "bought by two firms",
        "not its owner",
        "other kind of unit",
        "no unit",
        "no capacity kept",
        "unknown kind",
    ],
)
def test_what_does_not_fit_is_refused_with_its_line(refused, *, technology, kind, unit, code, place):
    (problem,) = refused(ENTRY.format(technology=technology, kind=kind, unit=unit, value=1))

    assert (problem.code, problem.place) == (code, place)


def test_unknown_key_of_an_entry_names_the_nearest(refused):
    (problem,) = refused(
        ENTRY.format(technology="BF_STD", kind="max_capacity", unit="Mt/y", value=1) + "    reson: x\n"
    )

    assert (problem.code, problem.details["nearest"]) == ("CP-404", "reason")


def test_every_wrong_entry_is_told_at_once(refused):
    entry = ENTRY.format(technology="BF", kind="max_capacity", unit="Mt/y", value=1)

    problems = refused(entry + entry.split("capacity:\n")[1])

    assert [problem.place.split(",")[0] for problem in problems] == [
        "levers.capacity.0.technology",
        "levers.capacity.1.technology",
    ]


@pytest.mark.parametrize(
    ("kind", "value", "built", "cost"),
    [
        ("max_capacity", 6, 6.0, 24 + 20),
        ("max_new_capacity", 7, 7.0, 28 + 15),
        ("min_new_capacity", 12, 12.0, 48),
        ("min_capacity", 11, 11.0, 44),
        ("max_activity", 5, 5.0, 20 + 25),
    ],
)
def test_plan_is_the_least_cost_one_within_the_limit(solve, plant, *, kind, value, built, cost):
    levers = ENTRY.format(technology="plant", kind=kind, unit="Mt/y", value=value).replace("2022", "2021")

    answer = solve(plant(), levers)

    # a tonne from a new plant costs 4 CNY, one bought 5; what stands idle has cost its 4 too
    assert answer.of("new_capacity", "plant") == pytest.approx(built)
    assert answer.cost == pytest.approx(40 + cost)


def test_left_out_it_changes_nothing(solve, plant):
    assert solve(plant()).cost == pytest.approx(80.0)


def test_number_without_owner_holds_for_all_owners_together(solve, entitled):
    # two plants of the same entry, 6 and 2 Mt/y: a ceiling of 4 Mt in all leaves them 3 and 1, the dear way makes 6
    system = make_system(
        {"F01.KILN": "Mt/y", "F02.KILN": "Mt/y", "buy": ""},
        {"good": "equal"},
        {
            "output_activity_ratio": {(name, "good", "1"): 1.0 for name in ("F01.KILN", "F02.KILN", "buy")},
            "variable_cost": {("F01.KILN", "1"): 2.0, ("F02.KILN", "1"): 3.0, ("buy", "1"): 5.0},
            "residual_capacity": {("F01.KILN",): 6.0, ("F02.KILN",): 2.0},
            "demand": {("good",): 10.0},
            "discount_rate": {(): 0.0},
        },
        years=(2020, 2021),
    )
    owned = {f"{firm}.KILN": {"firm": firm, "library_id": "KILN"} for firm in ("F01", "F02")}

    answer = solve(
        entitled(system, owned, {}),
        ENTRY.format(technology="KILN", kind="max_activity", unit="Mt/y", value=4).replace("2022", "2021"),
    )

    assert answer.made("F01.KILN", "F02.KILN", "buy") == pytest.approx([3.0, 1.0, 6.0])
    assert answer.cost == pytest.approx((6 * 2 + 2 * 3 + 2 * 5) + (3 * 2 + 1 * 3 + 6 * 5))


PART = """
capacity:
  - {{technology: dear, kind: min_activity, unit: "{unit}", of: good, values: {{2021: {value}}}, reason: r, source: s}}
"""


@pytest.mark.parametrize("unit", ["%", "1", "t/t"])
@pytest.mark.parametrize("demand", [10.0, 6.0])
def test_part_of_a_demand_follows_it(solve, two_ways, unit, demand):
    value = 40 if unit == "%" else 0.4
    system = two_ways(demand={("good",): demand})

    answer = solve(system, PART.format(unit=unit, value=value))

    # two fifths of 10 or of 6 Mt the dear way, at 3 CNY more
    assert answer.made("dear")[0] == pytest.approx(0.4 * demand)
    assert answer.cost == pytest.approx(2 * 2 * demand + 3 * 0.4 * demand)


def test_part_that_changes_follows_a_demand_that_changes(changed, two_ways):
    years = (2020, 2021, 2022, 2023)
    rows = {("good", 2020): 10.0, ("good", 2021): 10.0, ("good", 2022): 20.0, ("good", 2023): 30.0}
    system = two_ways().with_parameters({"demand": parameter("demand", rows, years)})
    levers = PART.format(unit="%", value=10).replace("{2021: 10}", "{2021: 10, 2023: 30}")

    after = changed(replace(system, years=years), levers)

    # 10 % of 10, 20 % of 20, 30 % of 30
    found = after.parameter("min_activity").set_index("year")["value"]
    assert found.to_dict() == pytest.approx({2021: 1.0, 2022: 4.0, 2023: 9.0})
