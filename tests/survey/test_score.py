"""The score follows its rules, and no finding is free unless the rules say so."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from carbonpath.core.problems import Problem
from carbonpath.survey.score import owners, score_firms, score_rules

Activity = Callable[..., pd.DataFrame]
RULES = score_rules()
FILE = "F01-2020.xlsx"


def rows(activity: Activity, quality: str = "measured") -> pd.DataFrame:
    return activity(
        ("k", "combusted", "coke", 1.0, "t"), ("", "net_calorific_value", "coke", 28.0, "GJ/t"), quality=quality
    )


def scored(activity: Activity, *problems: Problem, **more: object) -> float:
    (found,) = score_firms(rows(activity), problems, **more)  # type: ignore[arg-type]
    return found.score


def test_every_code_of_a_check_is_in_one_part_or_said_to_cost_nothing() -> None:
    folder = files("carbonpath.survey.checks")
    sources = [entry.read_text(encoding="utf-8") for entry in folder.iterdir() if entry.name.endswith(".py")]
    raised = re.findall(r'"(CP-\d+)"', "".join(sources))
    listed = [code for part in RULES["part"].values() for code in part["codes"]] + RULES["told"]["codes"]
    assert sorted(listed) == sorted(set(raised))


def test_weights_add_up_to_one() -> None:
    assert sum(part["weight"] for part in RULES["part"].values()) == pytest.approx(1.0)


def test_a_firm_without_findings_has_a_hundred(activity: Activity) -> None:
    assert scored(activity) == 100.0


def test_findings_take_points_off_their_part(activity: Activity) -> None:
    warning = Problem("CP-294", FILE, "表!D4", severity="warning")
    error = Problem("CP-1026", FILE, "表!D4")
    assert scored(activity, warning) == pytest.approx(100 - 0.35 * 10)
    assert scored(activity, warning, warning, error) == pytest.approx(100 - 0.35 * 20 - 0.25 * 50)


def test_a_part_is_lost_only_once(activity: Activity) -> None:
    errors = [Problem("CP-292", FILE, "表!D4")] * 9
    assert scored(activity, *errors) == pytest.approx(65.0)


def test_an_explained_finding_costs_less_but_something(activity: Activity) -> None:
    error = Problem("CP-293", FILE, "表!D5")
    assert scored(activity, error, explained={f"{FILE}!表!D5"}) == pytest.approx(100 - 0.35 * 5)


@pytest.mark.parametrize(("quality", "worth"), [("invoiced", 100), ("estimated", 50), ("default", 0), ("", 50)])
def test_measured_amounts_are_worth_more(activity: Activity, quality: str, worth: float) -> None:
    (found,) = score_firms(rows(activity, quality), [])
    assert found.parts["measurement"] == worth


def test_a_year_that_was_not_reported_has_nothing(activity: Activity) -> None:
    found = score_firms(rows(activity), [Problem("CP-290", place="F01", value="2021", severity="warning")])
    assert [(score.year, score.score, score.warnings) for score in found] == [(2020, 100.0, 0), (2021, 0.0, 1)]


def test_a_trade_counts_for_both_sides() -> None:
    files_of = {FILE: ("F01", 2020), "F09-2020.xlsx": ("F09", 2020)}
    problem = Problem("CP-295", FILE, "表!D4", details={"seller": "F01", "buyer": "F09", "year": "2020"})
    assert owners(problem, files_of) == {("F01", 2020), ("F09", 2020)}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(codes=st.lists(st.sampled_from(["CP-291", "CP-294", "CP-1026", "CP-1028"]), max_size=12), worse=st.booleans())
def test_one_more_finding_never_raises_the_score(activity: Activity, codes: list[str], worse: bool) -> None:
    problems = [Problem(code, FILE, "表!D4", severity="warning") for code in codes]
    more = Problem("CP-293", FILE, "表!D4", severity="error" if worse else "warning")
    before, after = scored(activity, *problems), scored(activity, *problems, more)
    assert 0 <= after <= before <= 100


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_gives_the_weights(language: str) -> None:
    page = (Path(__file__).parents[2] / "docs" / language / "survey.md").read_text(encoding="utf-8")
    table = page[page.rindex("|---|---|---|") :].splitlines()[1:]
    weights = [float(line.split("|")[2]) for line in table if line.startswith("|")]
    assert weights == [part["weight"] for part in RULES["part"].values()]
