"""Every problem of the survey has its words in both languages, with the same placeholders."""

from __future__ import annotations

import re
from importlib.resources import files
from string import Formatter

import pytest

from carbonpath.core.messages import load_area

ZH, EN = load_area("survey", "zh"), load_area("survey", "en")
CODES = sorted(code for code in ZH if code.startswith("CP-"))


def placeholders(sentences: dict[str, str]) -> set[str]:
    found = {name for sentence in sentences.values() for _, name, _, _ in Formatter().parse(sentence) if name}
    return {re.sub(r"_(zh|en)$", "", name) for name in found} - {"zh", "en"}


def test_both_languages_have_the_same_entries() -> None:
    assert list(ZH) == list(EN)
    for group in ("title", "list", "offer", "help", "instructions", "instructions_monthly"):
        assert list(ZH[group]) == list(EN[group])


@pytest.mark.parametrize("code", CODES)
def test_a_problem_says_what_is_expected_and_what_to_do(code: str) -> None:
    for language in (ZH, EN):
        assert all(language[code][part] for part in ("message", "expected", "fix"))
    assert placeholders(ZH[code]) == placeholders(EN[code])


def test_every_code_that_is_raised_has_words_and_every_word_is_used() -> None:
    folder = files("carbonpath.survey")
    sources = [
        entry
        for part in (folder, folder / "checks", folder / "annotate")
        for entry in part.iterdir()
        if entry.name.endswith(".py")
    ]
    raised = set(re.findall(r'"(CP-\d+)"', "".join(entry.read_text(encoding="utf-8") for entry in sources)))
    assert raised - {"CP-201"} == set(CODES)
