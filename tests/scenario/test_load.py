"""Reading a scenario file and the scenarios from which it starts."""

from __future__ import annotations

import pytest

from carbonpath.core.errors import ScenarioError
from carbonpath.scenario.load import load_scenario, scenario_names

REFERENCE = """
title: {zh: 参照, en: Reference}
narrative: {zh: 规定, en: Rules}
demand: plan
levers:
  coal_cap: {unit: Mtce, values: {2021: 12}, reason: r, source: s}
"""
CAP = """
title: Cap
extends: reference
levers:
  coal_cap:
    unit: Mtce
    values: {2021: 11}
    reason: less
    source: plan
"""
PRICE = """
title: Price
extends: reference
prices: high
levers:
  price: {carbon: {unit: CNY/t, values: {2021: 80}, reason: r, source: s}}
"""


@pytest.fixture
def folder(write):
    write("reference", REFERENCE)
    write("cap", CAP)
    return write("price", PRICE)


def problems_of(name, folder):
    with pytest.raises(ScenarioError) as caught:
        load_scenario(name, folder)
    return caught.value.problems


def test_scenario_names_are_the_files_of_the_folder_sorted(folder):
    (folder / "notes.txt").write_text("", encoding="utf-8")

    assert scenario_names(folder) == ("cap", "price", "reference")


def test_root_keeps_what_it_says(folder):
    scenario = load_scenario("reference", folder)

    assert scenario.title.said("zh") == "参照"
    assert (scenario.demand, scenario.prices, scenario.horizon) == ("plan", "base", None)
    assert scenario.lineage == ("reference",)


def test_block_of_a_child_replaces_the_whole_block_of_its_parent(folder):
    cap = load_scenario("cap", folder).levers["coal_cap"]

    assert (cap.values, cap.reason.en) == ({2021: 11}, "less")


def test_child_inherits_what_it_leaves_out(folder):
    scenario = load_scenario("price", folder)

    assert scenario.levers["coal_cap"].values == {2021: 12}
    assert (scenario.demand, scenario.prices) == ("plan", "high")


def test_child_without_levers_has_the_settings_of_its_parent(folder, write):
    write("child", "title: Child\nextends: reference\n")

    assert load_scenario("child", folder).settings == load_scenario("reference", folder).settings


def test_every_setting_keeps_its_file_and_line(folder):
    settings = load_scenario("price", folder).settings

    assert settings["levers", "coal_cap"].source == "scenarios/reference.yaml, line 5"
    assert settings["levers", "price"].source == "scenarios/price.yaml, line 5"
    assert settings[("demand",)].source == "scenarios/reference.yaml, line 3"


def test_levers_come_in_reading_order_whatever_the_file(write):
    cap = "coal_cap: {unit: Mtce, values: {2021: 12}, reason: r, source: s}"
    price = "price: {carbon: {unit: CNY/t, values: {2021: 80}, reason: r, source: s}}"
    folder = write("a", f"title: A\nlevers:\n  {price}\n  {cap}\n")

    assert list(load_scenario("a", folder).levers) == ["coal_cap", "price"]


def test_horizon_is_first_and_last_year(write):
    folder = write("a", "title: A\nhorizon: {first: 2020, last: 2040}\n")

    assert load_scenario("a", folder).horizon.last == 2040


@pytest.mark.parametrize("name", ["../reference", "a b", "", "reference.yaml", "cap+"])
def test_name_that_could_leave_the_folder_is_refused(folder, name):
    assert problems_of(name, folder)[0].code == "CP-440"


def test_missing_scenario_names_the_nearest(folder):
    (problem,) = problems_of("refrence", folder)

    assert (problem.code, problem.details["nearest"]) == ("CP-441", "reference")


def test_missing_parent_is_told_with_its_line(write):
    write("reference", REFERENCE)
    folder = write("child", "title: Child\nextends: refrence\n")

    (problem,) = problems_of("child", folder)

    assert (problem.code, problem.value, problem.details["nearest"]) == ("CP-441", "refrence", "reference")
    assert problem.file.endswith("child.yaml")
    assert problem.place == "extends.0, line 2"


def test_cycle_is_told_with_its_chain(write):
    write("a", "title: A\nextends: b\n")
    write("b", "title: B\nextends: [c]\n")
    folder = write("c", "title: C\nextends: a\n")

    (problem,) = problems_of("a", folder)

    assert (problem.code, problem.details["chain"]) == ("CP-442", "a > b > c > a")
    assert problem.file.endswith("c.yaml")
    assert problem.place == "extends.0, line 2"


@pytest.mark.parametrize(
    ("content", "code", "value", "place"),
    [
        ("title: A\nleverz: {}\n", "CP-404", "leverz", "leverz, line 2"),
        ("title: A\nlevers:\n  coal_cup: {}\n", "CP-404", "coal_cup", "levers.coal_cup, line 3"),
        ("narrative: story\n", "CP-405", "title", "title"),
        ("title: {zh: 甲}\n", "CP-405", "en", "title.en, line 1"),
        ("title: A\ndemand: plan\ndemand: low\n", "CP-402", "", "line 3"),
        ("title: A\ndemand: hihg\n", "CP-409", "hihg", "demand, line 2"),
        ("title: A\nlevers: none\n", "CP-460", "none", "levers, line 2"),
        ("title: A\nlevers:\n  coal_cap: strict\n", "CP-406", "strict", "levers.coal_cap, line 3"),
        ("title: A\nprices: null\n", "CP-403", "", "prices, line 2"),
    ],
    ids=[
        "unknown key",
        "unknown lever",
        "no title",
        "title in one language",
        "key twice",
        "unknown demand path",
        "levers are no mapping",
        "lever is no mapping",
        "blank",
    ],
)
def test_broken_file_is_told_with_code_and_line(write, content, code, value, place):
    folder = write("a", content)

    (problem,) = problems_of("a", folder)

    assert (problem.code, problem.value, problem.place) == (code, value, place)
    assert problem.file.endswith("a.yaml")


def test_unknown_lever_names_the_nearest(write):
    folder = write("a", "title: A\nlevers:\n  coal_cup: {}\n")

    assert problems_of("a", folder)[0].details["nearest"] == "coal_cap"


def test_all_problems_of_a_file_are_told_at_once(write):
    folder = write("a", "tilte: A\nlevers:\n  coal_cap: {unit: t}\n  cap: {}\n")

    codes = [problem.code for problem in problems_of("a", folder)]

    assert sorted(codes) == ["CP-404", "CP-404", "CP-405", "CP-405", "CP-405", "CP-405"]


def test_problem_has_words_in_both_languages(write):
    folder = write("a", "title: A\nextends: a\n")
    (problem,) = problems_of("a", folder)

    assert "a > a" in problem.told("en")["message"]
    assert "继承" in problem.told("zh")["message"]


def test_names_joined_by_plus_compose_what_each_changed(folder):
    scenario = load_scenario("cap+price", folder)

    assert scenario.levers["coal_cap"].values == {2021: 11}
    assert scenario.levers["price"].carbon.values == {2021: 80}
    assert scenario.title.en == "Cap + Price"
    assert scenario.lineage == ("cap+price", "cap", "price", "reference")


def test_composition_does_not_depend_on_the_order(folder):
    one, other = load_scenario("cap+price", folder), load_scenario("price+cap", folder)

    assert one.settings == other.settings


def test_file_that_extends_several_is_their_composition(folder, write):
    write("both", "title: Both\nextends: [cap, price]\n")

    assert load_scenario("both", folder).settings == load_scenario("cap+price", folder).settings


def test_parents_that_disagree_are_refused_with_both_places(folder, write):
    write("other", CAP.replace("11", "10"))
    write("both", "title: Both\nextends: [cap, other]\n")

    for name in ("both", "cap+other"):
        (problem,) = problems_of(name, folder)
        assert (problem.code, problem.value) == ("CP-443", "coal_cap")
        assert "scenarios/cap.yaml, line 4" in problem.details["places"]
        assert "scenarios/other.yaml, line 4" in problem.details["places"]


def test_own_block_of_a_child_settles_what_its_parents_dispute(folder, write):
    write("other", CAP.replace("11", "10"))
    write("both", CAP.replace("11", "9").replace("extends: reference", "extends: [cap, other]"))

    assert load_scenario("both", folder).levers["coal_cap"].values == {2021: 9}
