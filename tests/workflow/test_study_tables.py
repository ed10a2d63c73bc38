"""Terminal tables of studies: the strongest factor first, in the unit of the reader, ends without a plan named."""

from pathlib import Path

import pytest
from analytic_studies import factor, factors, solved, study

from carbonpath.study.analyse import analyse_study
from carbonpath.study.designs.latin_hypercube import LatinHypercube
from carbonpath.study.designs.morris import Morris
from carbonpath.study.designs.one_at_a_time import OneAtATime
from carbonpath.study.outcome import OutcomeBlock
from carbonpath.study.progress import Progress
from carbonpath.workflow.study_results import Analysed, analysis_json
from carbonpath.workflow.study_tables import headline


def analysed(asked, function, **options):
    results = solved(asked, function, **options)
    table, problems = analyse_study([results])
    size = results.status.size
    progress = Progress(samples=size, done=size, failed=0, infeasible=0, seconds=1.0, samples_per_second=1.0)
    return Analysed(asked, Path(), progress, table, (), tuple(problems))


def titled(shown, part):
    return next(table for table in shown if part in table.title)


def test_morris_is_ordered_by_mean_effect_not_by_spread():
    found = analysed(study(Morris(trajectories=10), factors(3)), lambda x: 50.0 * x[:, 2] + x[:, 0] * x[:, 1])

    table = titled(headline(found, "en"), "Total cost")

    assert table.rows[0][0] == "factor x3"


@pytest.mark.parametrize(("language", "unit", "value"), [("zh", "亿元", "30"), ("en", "billion CNY", "3")])
def test_amounts_are_in_the_unit_of_the_reader(language, unit, value):
    found = analysed(study(OneAtATime(), (factor("a", 0.0, 3000.0),)), lambda x: x[:, 0])

    table = titled(headline(found, language), unit)

    assert table.rows[0][-1] == value


def test_end_without_a_plan_is_named_and_its_factor_comes_first():
    asked = study(OneAtATime(), (factor("a", 0.0, 9000.0), factor("b")))
    found = analysed(asked, lambda x: x[:, 0], without_plan=lambda x: x[:, 1] > 0.9)

    table = titled(headline(found, "en"), "Total cost")

    assert table.rows[0][0] == "factor b"
    assert table.rows[0][-1] == "no plan"


def test_shares_and_years_have_no_unit():
    outcomes = {"peak": OutcomeBlock(indicator="peak_year", target=2025)}
    found = analysed(study(LatinHypercube(samples=60), factors(1), outcomes), lambda x: 2021.0 + (x[:, 0] > 0.5) * 6.0)

    rows = [row for table in headline(found, "en") for row in table.rows if row[0] == "Peak year"]

    assert ["Peak year", "meets the target", "2025", "0.5"] in [list(row[:4]) for row in rows]


def test_json_has_indices_with_intervals():
    told = analysis_json(analysed(study(Morris(trajectories=4), factors(2)), lambda x: x[:, 0]))

    (row,) = [r for r in told["indices"] if (r["measure"], r["factor"], r["outcome"]) == ("mu_star", "x1", "cost")]
    assert row["value"] == pytest.approx(1.0)
    assert row["interval"][0] <= 1.0 <= row["interval"][1] + 1e-9
