"""Names made when they are asked for."""

from __future__ import annotations

import pickle

import pytest

from carbonpath.model.keys import Key, Keys, Part

NAMES = (Key("demand", (2020,)), Key("demand", (2021,)), Key("cap", (2020,)))


def keys() -> Keys:
    return Keys(
        [Part("demand", 2, lambda: [(2020,), (2021,)]), Part("none", 0, list), Part("cap", 1, lambda: [(2020,)])]
    )


def test_they_are_a_sequence() -> None:
    assert (len(keys()), tuple(keys()), keys()[1], keys()[-1], keys()[1:]) == (3, NAMES, NAMES[1], NAMES[2], NAMES[1:])
    assert keys() == NAMES
    assert keys() != NAMES[1:]


def test_only_the_family_that_is_asked_for_is_made() -> None:
    def unwanted() -> list[tuple[int]]:
        raise AssertionError

    assert Keys([Part("demand", 1, unwanted), Part("cap", 1, lambda: [(2020,)])])[1] == NAMES[2]


def test_there_is_nothing_beyond_the_last() -> None:
    with pytest.raises(IndexError):
        keys()[3]


def test_they_can_be_sent_to_another_process() -> None:
    assert pickle.loads(pickle.dumps(keys())) == NAMES


def test_a_key_is_told_as_a_reader_writes_it() -> None:
    assert str(NAMES[0]) == "demand[2020]"
