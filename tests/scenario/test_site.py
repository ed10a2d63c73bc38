"""Where the block of a lever stands, and the system on which it acts."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from carbonpath.core.documents import load_document
from carbonpath.core.errors import ScenarioError
from carbonpath.core.problems import Problem
from carbonpath.scenario.site import Site, gather, source_line


@pytest.fixture
def site(write, district):
    folder = write("a", "levers:\n  coal_cap:\n    unit: Mtce\n    values: {2021: 11}\n")
    return Site(district, "coal_cap", load_document(folder / "a.yaml", ScenarioError), ("levers", "coal_cap"))


def test_source_is_the_line_of_the_key(site):
    assert source_line(site.document, site.at("unit").key) == "scenarios/a.yaml, line 3"
    assert source_line(site.document, site.at("values", 2021).key) == "scenarios/a.yaml, line 4"


def test_source_of_a_key_left_out_is_that_of_the_block(site):
    assert source_line(site.document, site.at("group").key) == "scenarios/a.yaml, line 2"


def test_problem_names_file_place_and_value(site):
    problem = site.at("unit").problem("CP-448", "t", target="Mtce")

    assert Path(problem.file).name == "a.yaml"
    assert (problem.place, problem.value, problem.severity) == ("levers.coal_cap.unit, line 3", "t", "error")


def test_warning_does_not_stop(site):
    assert site.warning("CP-457", "coal_cap").severity == "warning"


def test_gather_returns_all_changes_or_raises_all_problems():
    def fail(code):
        raise ScenarioError(Problem(code))

    assert gather([lambda: [], lambda: []]) == []
    with pytest.raises(ScenarioError) as caught:
        gather([partial(fail, "CP-444"), lambda: [], partial(fail, "CP-446")])
    assert [problem.code for problem in caught.value.problems] == ["CP-444", "CP-446"]
