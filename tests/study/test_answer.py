"""Ends of samples."""

from __future__ import annotations

import pytest

from carbonpath.core.messages import LANGUAGES, text
from carbonpath.study.answer import FAILED, STATUSES


def test_a_plan_and_a_proof_that_there_is_none_say_something_about_the_district() -> None:
    assert set(STATUSES) - FAILED == {"optimal", "infeasible"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_end_has_words(language) -> None:
    assert len({text(f"study.status.{status}", language) for status in STATUSES}) == len(STATUSES)
