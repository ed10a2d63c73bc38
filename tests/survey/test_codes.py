"""Codes are found by Chinese name, English name, alias or code, and by nothing else."""

from __future__ import annotations

import pytest

from carbonpath.core.schemas import ACTIVITIES
from carbonpath.survey.codes import (
    Code,
    activity_rules,
    book,
    burnt_in,
    codebook,
    data_rows,
    fold,
    item_kinds,
    raw_codes,
)


@pytest.mark.parametrize(
    "text",
    ["焦炭", "coke", "Coke", " 焦 炭 ", "焦炭 | coke", "焦炭｜coke", "ＣＯＫＥ"],
    ids=["zh", "code", "capital", "blanks", "both", "full-width bar", "full-width"],
)
def test_one_item_has_many_spellings(text: str) -> None:
    assert book("item").find(text) == "coke"


def test_unknown_names_are_not_guessed_but_the_nearest_is_offered() -> None:
    assert book("item").find("焦碳") is None
    assert book("item").nearest("anthracit") == "无烟煤 | anthracite"


def test_a_name_that_contradicts_its_code_is_nothing() -> None:
    assert book("item").find("烟煤 | anthracite") is None
    assert book("item").disagrees("烟煤 | anthracite")
    assert not book("item").disagrees("烟煤 | bituminous")


def test_an_unknown_name_before_a_known_code_is_a_remark() -> None:
    assert book("item").find("本厂煤 | anthracite") == "anthracite"


def test_one_name_for_two_codes_cannot_be_shipped() -> None:
    with pytest.raises(ValueError, match="stands for a and b"):
        codebook([Code("a", "煤", "x"), Code("b", "煤", "y")])


@pytest.mark.parametrize("name", ["item", "category", "activity", "quality", "counterparty", "sector", "nature"])
def test_every_code_has_both_names(name: str) -> None:
    assert all(entry.zh and entry.en for entry in book(name).entries.values())


def test_activities_are_those_of_the_schema() -> None:
    assert set(activity_rules()) == set(ACTIVITIES)


def test_every_item_has_a_known_kind_of_unit() -> None:
    known = set(raw_codes()["kinds"])
    assert all(kinds and set(kinds) <= known for kinds in item_kinds().values())


def test_fuel_is_burnt_in_a_known_category() -> None:
    assert set(burnt_in().values()) <= set(book("category").entries)


def test_items_and_categories_are_listed_once() -> None:
    for name, key in (("items.csv", "item"), ("categories.csv", "category")):
        codes = [row[key] for row in data_rows(name)]
        assert len(codes) == len(set(codes))


def test_folding_forgets_width_case_and_blanks() -> None:
    assert fold(" Ｎ m³ ") == "nm3"
