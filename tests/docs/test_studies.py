"""The shipped studies can be read, say on what their ranges rest, and have their finding in both languages."""

from pathlib import Path

import pytest

from carbonpath.core.messages import LANGUAGES
from carbonpath.study.designs import DESIGNS
from carbonpath.study.load import load_study

REPOSITORY = Path(__file__).parents[2]
STUDIES = sorted((REPOSITORY / "scenarios" / "studies").glob("*.yaml"))


def page(language, name):
    return (REPOSITORY / "docs" / language / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("path", STUDIES, ids=lambda path: path.stem)
def test_every_factor_says_on_what_its_range_rests(path):
    study = load_study(path)

    bare = [f.name for f in study.factors if not (f.block.confidence and (f.block.reason.zh or f.block.source.zh))]
    assert bare == []
    assert all(f.block.title.zh and f.block.title.en for f in study.factors)
    assert study.head.question.zh
    assert study.head.question.en


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_study_has_its_finding_and_the_commands_that_give_it(language):
    told = page(language, "study-findings.md")

    assert [path.stem for path in STUDIES if f"\n## {path.stem}" not in told] == []
    assert [path.stem for path in STUDIES if f"carbonpath study run {path.stem} && " not in told] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_design_is_explained(language):
    told = page(language, "study-analyses.md")

    assert [design.method for design in DESIGNS if f"`{design.method}`" not in told] == []
