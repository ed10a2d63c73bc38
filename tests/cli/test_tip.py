"""`carbonpath study tip` on the terminal."""

import pytest
from stored_runs import store_solved
from systems import growing_demand

ASKED = ("study", "tip", "small", "--param", "carbon_price", "--from", "1", "--to", "20")


@pytest.fixture
def project(toy_project):
    """Return the shipped project with a run of a small system."""
    store_solved(toy_project / "runs", growing_demand())
    return toy_project


def test_a_sentence_in_both_languages(carbonpath, project):
    english = carbonpath(*ASKED, "--until", "used[clean]", "-C", project).out
    chinese = carbonpath(*ASKED, "--until", "used[clean]", "-C", project, "--lang", "zh").out
    assert "from 5 CNY/t of the carbon price upwards" in english
    assert "碳价高于 5 元/吨时，技术clean (clean)投入使用" in chinese


def test_json_tells_both_sides(carbonpath, project):
    told = carbonpath(*ASKED, "--until", "peak_year < 2021", "-C", project, "--json").json
    (tip,) = told["tips"]
    assert tip["value"] == pytest.approx(5.0, abs=1e-3)
    assert (tip["below"]["outcomes"]["peak_year"], tip["above"]["outcomes"]["peak_year"]) == (2021.0, 2020.0)


def test_a_condition_that_cannot_be_read(carbonpath, project):
    answer = carbonpath(*ASKED, "--until", "rain tomorrow", "-C", project)
    assert answer.code == 2
    assert "CP-145" in answer.err
