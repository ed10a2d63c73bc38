"""Outcomes that a condition asks for in place."""

import pytest
from analytic_studies import factors, study

from carbonpath.core.errors import UsageError
from carbonpath.study.asked import with_asked
from carbonpath.study.designs.grid import Grid

ASKED = study(Grid(levels={"x1": 2}), factors(1))


def test_quantity_and_indicator_become_outcomes_and_the_words_stay():
    text = "annual_activity[technology=F01.EAF_*,year=2035] > 1 and emissions[firm=F01] < 20 or cost < 5"

    found, condition = with_asked(ASKED, text)

    assert condition.text == text
    assert set(found.outcomes) == {"cost", "asked_1", "asked_2"}
    assert found.outcomes["asked_1"].where == {"technology": "F01.EAF_*"}
    assert found.outcomes["asked_1"].year == 2035
    assert (found.outcomes["asked_2"].firm, found.outcomes["asked_2"].boundary) == ("F01", "scope1+import")
    assert condition.holds({"asked_1": 2.0, "asked_2": 10.0, "cost": 9.0})


def test_outcome_of_the_study_needs_no_brackets():
    assert with_asked(ASKED, "cost < 5")[0].outcomes == ASKED.outcomes


@pytest.mark.parametrize("text", ["nothing[year=2035] > 1", "emissions[colour=red] > 1"])
def test_what_cannot_be_read_is_refused(text):
    with pytest.raises(UsageError) as caught:
        with_asked(ASKED, text)

    assert caught.value.problems[0].code == "CP-155"
