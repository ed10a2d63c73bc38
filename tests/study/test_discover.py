"""Discovery: a planted region is told with its share, its limits and a sentence in both languages."""

import numpy as np
import pytest
from analytic_studies import factor, factors, solved, study, switch

from carbonpath.core.errors import ScenarioError
from carbonpath.study.analyses import feasibility
from carbonpath.study.designs.latin_hypercube import LatinHypercube
from carbonpath.study.discover import discover

DESIGN = LatinHypercube(samples=1000)


@pytest.fixture(scope="module")
def infeasible():
    """Return results that have no plan where steam is above 1.1 and coal above 0.5."""
    asked = study(DESIGN, (factor("coal"), factor("steam", 0.8, 1.2), factor("scrap")))
    return solved(asked, lambda x: x[:, 2], without_plan=lambda x: (x[:, 0] > 0.5) & (x[:, 1] > 1.1), failed=10)


def test_planted_infeasible_region_reports_its_share_and_is_described(infeasible):
    found = discover(infeasible, "feasible == 0")

    assert found.base_rate == pytest.approx(0.125, abs=0.01)
    assert found.failed == 10
    assert found.samples == 990
    limits = {limit.factor.name: limit for limit in found.limits}
    assert set(limits) == {"coal", "steam"}
    assert limits["coal"].low == pytest.approx(0.5, abs=0.05)
    assert limits["steam"].low == pytest.approx(1.1, abs=0.02)
    assert found.density > 0.95
    assert found.coverage > 0.85


def test_share_of_the_region_stands_among_the_analyses(infeasible):
    told = {row.measure: row for row in feasibility.analyse(infeasible)}

    assert told["infeasible"].low < 0.125 < told["infeasible"].high
    assert told["failed"].value == 0.01


@pytest.mark.parametrize(
    ("language", "parts"),
    [
        ("zh", ("因素coal不低于 0.", "因素steam不低于 1.", "feasible == 0", "准 p 值")),
        ("en", ("factor coal at least 0.", "factor steam at least 1.", "feasible == 0", "Quasi-p")),
    ],
)
def test_discovery_is_a_sentence(infeasible, language, parts):
    sentence = discover(infeasible, "feasible == 0").sentence(language)

    assert all(part in sentence for part in parts)


def test_samples_without_a_plan_do_not_meet_a_comparison_and_are_told(infeasible):
    found = discover(infeasible, "cost > 0.7")

    assert found.without_plan > 100
    assert f"{found.without_plan}" in found.sentence("en")
    assert "scrap" in {limit.factor.name for limit in found.limits}


def test_switch_is_told_by_the_titles_of_its_alternatives():
    asked = study(DESIGN, (switch("demand", plan=1.0, slow=1.0, fast=1.0), *factors(2)))
    results = solved(asked, lambda x: x[:, 0])

    found = discover(results, "cost >= 1")

    assert found.limits[0].options == ("slow", "fast")
    assert "option slow or option fast" in found.sentence("en")
    assert "方案slow或方案fast" in found.sentence("zh")


def test_limits_on_both_sides_and_above_are_told():
    asked = study(DESIGN, factors(2))
    both = discover(solved(asked, lambda x: x[:, 0]), "cost > 0.4 and cost < 0.7")
    above = discover(solved(asked, lambda x: x[:, 0]), "cost < 0.3")

    assert "factor x1 between 0." in both.sentence("en")
    assert "factor x1 at most 0." in above.sentence("en")


def test_condition_that_chance_decides_has_no_box():
    asked = study(LatinHypercube(samples=300), factors(2))
    noise = np.random.default_rng(11).random(300)

    found = discover(solved(asked, lambda x: noise), "cost > 0.97")

    assert found.limits == () or found.density < 0.5
    assert found.sentence("en")


@pytest.mark.parametrize("condition", ["feasible >= 0", "cost > 99"], ids=["always", "never"])
def test_condition_that_tells_nothing_apart_is_refused(infeasible, condition):
    with pytest.raises(ScenarioError) as caught:
        discover(infeasible, condition)

    assert caught.value.problems[0].code == "CP-481"


@pytest.mark.parametrize(("condition", "said"), [("cost > 0.7", "at least"), ("cost < 0.3", "at most")])
def test_span_of_a_limit_is_told_without_its_factor(condition, said):
    found = discover(solved(study(DESIGN, factors(2)), lambda x: x[:, 0]), condition)

    assert found.limits[0].span("en").startswith(said)
