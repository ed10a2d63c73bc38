"""Pieces from which the YAML of a scenario is made."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from carbonpath.scenario.blocks import Amount, Bilingual, Multiplier, Series, SignedSeries

WHY = {"reason": "r", "source": "s"}


def test_plain_text_stands_for_both_languages():
    words = Bilingual.model_validate("Baosteel")

    assert (words.said("zh"), words.said("en")) == ("Baosteel", "Baosteel")


def test_basis_names_the_confidence_where_it_is_given():
    values = {"unit": "t", "values": {2021: 1}, **WHY}

    assert Series.model_validate(values).basis("en") == "s"
    assert Series.model_validate({**values, "confidence": "seen"}).basis("en") == "s [seen]"


def test_explanation_is_the_reason_followed_by_the_note():
    series = Series.model_validate({"unit": "t", "values": {2021: 1}, **WHY, "note": {"zh": "改", "en": "mended"}})

    assert (series.explanation("zh"), series.explanation("en")) == ("r 改", "r mended")


@pytest.mark.parametrize(
    ("model", "content"),
    [
        (Series, {"unit": "t", "values": {2021: -1}, **WHY}),
        (Series, {"unit": "t", "values": {}, **WHY}),
        (Series, {"unit": "t", "values": {"2021": 1}, **WHY}),
        (Series, {"unit": "t", "values": {20211: 1}, **WHY}),
        (Series, {"unit": "t", "values": {2021: True}, **WHY}),
        (Series, {"unit": "t", "values": {2021: "1e3"}, **WHY}),
        (Series, {"unit": "t", "values": {2021: 1}, "reason": "r"}),
        (Series, {"unit": "t", "values": {2021: 1}, **WHY, "confidence": "sure"}),
        (SignedSeries, {"unit": "t", "values": {2021: float("nan")}, **WHY}),
        (Multiplier, {"values": {2021: -0.1}, **WHY}),
        (Amount, {"value": "10", "unit": "t"}),
    ],
    ids=[
        *("negative", "no values", "year in quotes", "no year", "yes for one", "number as text", "no source"),
        *("unknown confidence", "not a number", "negative factor", "amount in quotes"),
    ],
)
def test_block_refuses(model, content):
    with pytest.raises(ValidationError):
        model.model_validate(content)


def test_price_may_be_negative():
    assert SignedSeries.model_validate({"unit": "CNY/t", "values": {2021: -5}, **WHY}).values == {2021: -5}


def test_block_cannot_be_altered():
    amount = Amount(value=1, unit="t")

    with pytest.raises(ValidationError):
        amount.value = 2
