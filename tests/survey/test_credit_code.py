"""The check character of GB 32100."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbonpath.survey.credit_code import is_credit_code

RIGHT = "91350100M000100Y43"
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def test_a_right_code_passes() -> None:
    assert is_credit_code(RIGHT)


@given(st.integers(0, 17), st.sampled_from(ALPHABET))
def test_every_slip_of_one_character_is_found(place: int, character: str) -> None:
    slipped = RIGHT[:place] + character + RIGHT[place + 1 :]
    assert is_credit_code(slipped) == (slipped == RIGHT)


@pytest.mark.parametrize(
    "code",
    ["91350100M000100Y4", "9135O100M000100Y43", "", "91350100M000100Y433"],
    ids=["too short", "letter O", "blank", "too long"],
)
def test_a_wrong_form_fails(code: str) -> None:
    assert not is_credit_code(code)
