"""Tipping values as sentences, on a small system whose tip is at 8 CNY per t."""

import pytest
from small_studies import OneSystem, small_study

from carbonpath.core.errors import UsageError
from carbonpath.study.asked import with_asked
from carbonpath.workflow.project import load_project
from carbonpath.workflow.study_tip import tip_factor, tip_study


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    asked = small_study(tmp_path_factory.mktemp("study"))
    asked, condition = with_asked(asked, "emissions[year=2022,boundary=scope1] < 50")
    return tip_study(asked, OneSystem(), "dirty_cost", condition)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("zh", "base：dirty_cost升至 8（2022 年为 8 元/t）起，“emissions[year=2022,boundary=scope1] < 50”成立。"),
        (
            "en",
            "base: from dirty_cost = 8 (8 CNY/t in 2022) upwards 'emissions[year=2022,boundary=scope1] < 50' holds.",
        ),
    ],
)
def test_tip_is_said_in_a_sentence(found, language, said):
    assert found[0].sentences(language) == [said]


def test_json_has_the_tip_its_level_and_both_sides(found):
    told = found[0].as_json()

    (tip,) = told["tips"]
    assert tip["level"]["unit"] == "million CNY/Mt"
    assert tip["below"]["outcomes"]["peak_year"] == 2021.0
    assert not tip["below"]["holds"]
    assert told["solves"] > 33


@pytest.mark.parametrize(("text", "said"), [("cost > 0", "holds for"), ("cost < 0", "holds nowhere")])
def test_condition_that_never_tips_is_said_so(tmp_path, text, said):
    asked, condition = with_asked(small_study(tmp_path), text)

    (found,) = tip_study(asked, OneSystem(), "dirty_cost", condition)

    assert said in found.sentences("en")[0]


def test_factor_that_is_not_there_and_a_range_that_is_none_are_refused(toy_project):
    project = load_project(toy_project)

    with pytest.raises(UsageError, match="CP-492"):
        tip_factor(project, "coal-cap-tipping", "scrapp", "cost > 0")
    with pytest.raises(UsageError, match="CP-493"):
        tip_factor(project, "coal-cap-tipping", "scrap", "cost > 0", (2.0, 1.0))
