"""Charts and terminal tables of studies with known answers: one file a chart, names and units of the reader."""

import numpy as np
import pytest
from analytic_studies import factor, factors, solved, study, switch

from carbonpath.charts.options import ChartOptions
from carbonpath.study.analyse import analyse_study
from carbonpath.study.designs.grid import Grid
from carbonpath.study.designs.latin_hypercube import LatinHypercube
from carbonpath.study.designs.morris import Morris
from carbonpath.study.designs.one_at_a_time import OneAtATime
from carbonpath.study.discover import discover
from carbonpath.study.outcome import OutcomeBlock
from carbonpath.workflow.study_charts import StudyLabels, condition_name, draw_boxes, draw_study

PEAK = {"peak": OutcomeBlock(indicator="peak_year"), "e": OutcomeBlock(indicator="emissions", year=2035)}


def drawn(folder, asked, functions, **options):
    table, _ = analyse_study([solved(asked, functions, **options)])
    return draw_study(table, folder, ("png",), StudyLabels(asked, ChartOptions(language="en")))


@pytest.mark.parametrize(
    ("design", "names"),
    [
        (OneAtATime(), ["spider-cost.png", "tornado-cost.png"]),
        (Grid(levels={"x1": 2, "x2": 2}), ["heat-map-cost-x1-x2.png"]),
        (Morris(trajectories=4), ["morris-cost.png"]),
    ],
    ids=["one at a time", "grid", "morris"],
)
def test_every_chart_of_a_design_is_written_without_a_missing_letter(tmp_path, design, names):
    found = drawn(tmp_path, study(design, factors(2)), lambda x: x[:, 0] * x[:, 1])

    assert sorted(path.name for path in found.paths) == names
    assert found.problems == ()


def test_outcome_that_never_has_a_value_is_left_out(tmp_path):
    asked = study(OneAtATime(), factors(2))

    found = drawn(tmp_path, asked, lambda x: x[:, 0], without_plan=lambda x: x[:, 0] >= 0.0)

    assert found.paths == ()


def test_boxes_are_named_by_scenario_and_condition(tmp_path):
    asked = study(LatinHypercube(samples=300), (switch("s", one=1.0, two=1.0, three=1.0), factor("x", 5.0, 7.0)))
    results = solved(asked, lambda x: np.where(x[:, 0] == 1.0, x[:, 1], 0.0))
    found = [discover(results, "cost > 6")]

    boxes = draw_boxes(found, tmp_path, ("png",), StudyLabels(asked, ChartOptions(language="zh")))

    assert [path.name for path in boxes.paths] == ["scenario-box-plan-cost-gt-6.png"]


@pytest.mark.parametrize(
    ("condition", "name"),
    [("feasible == 0", "feasible-eq-0"), ("a <= 2.5 and not b > 1", "a-le-2.5-and-not-b-gt-1")],
)
def test_condition_becomes_part_of_a_file_name(condition, name):
    assert condition_name(condition) == name


@pytest.mark.parametrize(("language", "said"), [("zh", "2035 年"), ("en", "in 2035")])
def test_outcome_of_a_year_says_so(language, said):
    labels = StudyLabels(study(Morris(trajectories=2), factors(1), PEAK), ChartOptions(language=language))

    assert said in labels.outcome("e")
    assert "2035" not in labels.outcome("peak")
