"""What a scenario inherits from several parents that share an ancestor."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from carbonpath.core.documents import Document
from carbonpath.scenario.blocks import BLANK
from carbonpath.scenario.merge import common_ancestor, inherit, joined_lineage
from carbonpath.scenario.scenario import Scenario, Setting

KEYS = st.sampled_from([("demand",), ("levers", "a"), ("levers", "b")])
SETTINGS = st.dictionaries(KEYS, st.integers(0, 2), max_size=3)


def scenario(name, values, ancestors=()):
    document = Document(Path(f"scenarios/{name}.yaml"), {}, {})
    settings = {key: Setting(value, document, key) for key, value in values.items()}
    return Scenario(name, BLANK, BLANK, (name, *ancestors), settings)


def child(name, root, own):
    values = {key: setting.value for key, setting in root.settings.items()}
    return scenario(name, {**values, **own}, root.lineage)


def plain(settings):
    return {key: setting.value for key, setting in settings.items()}


@given(root=SETTINGS, one=SETTINGS, other=SETTINGS)
def test_agreed_and_disputed_keys_do_not_depend_on_the_order(root, one, other):
    ancestor = scenario("root", root)
    parents = [child("one", ancestor, one), child("other", ancestor, other)]

    forward, backward = inherit(parents, ancestor), inherit(parents[::-1], ancestor)

    assert set(forward[1]) == set(backward[1])
    assert {k: v for k, v in plain(forward[0]).items() if k not in forward[1]} == {
        k: v for k, v in plain(backward[0]).items() if k not in backward[1]
    }


@given(root=SETTINGS, one=SETTINGS)
def test_parent_that_changes_nothing_adds_nothing(root, one):
    ancestor = scenario("root", root)
    alone = child("one", ancestor, one)

    settings, disputed = inherit([alone, child("idle", ancestor, {})], ancestor)

    assert plain(settings) == plain(alone.settings)
    assert not disputed


def test_two_parents_that_say_the_same_agree():
    ancestor = scenario("root", {("demand",): "plan"})
    parents = [child("one", ancestor, {("demand",): "low"}), child("other", ancestor, {("demand",): "low"})]

    settings, disputed = inherit(parents, ancestor)

    assert (plain(settings), disputed) == ({("demand",): "low"}, {})


def test_common_ancestor_is_the_nearest():
    one, other = scenario("one", {}, ("mid", "root")), scenario("other", {}, ("mid", "root"))

    assert common_ancestor([one, other]) == "mid"
    assert common_ancestor([one, scenario("far", {}, ("root",))]) == "root"
    assert common_ancestor([one, scenario("alone", {})]) is None
    assert joined_lineage([one, other]) == ("one", "other", "mid", "root")
