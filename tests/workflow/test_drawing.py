"""Charts of finished runs."""

import shutil

import pytest
from stored_runs import store_run

from carbonpath.charts import CHARTS
from carbonpath.core.errors import DataError, UsageError
from carbonpath.core.schemas import INDICATOR
from carbonpath.core.tables import read_table, write_table
from carbonpath.workflow.drawing import draw_standard, figure_folder, plot_runs, run_indicators
from carbonpath.workflow.figures import chart_names
from carbonpath.workflow.project import load_project
from carbonpath.workflow.runs import list_runs


@pytest.fixture
def project(toy_project):
    """Return the shipped project with a run of the reference and one of the coal cap."""
    found = load_project(toy_project)
    for minute, scenario in enumerate(("reference", "coal-cap")):
        store_run(found.runs_folder, scenario, minute)
    return found


def plot(project, *words, **chosen):
    standard = {"formats": ("png",), "style": "report", "language": "zh", "output": None}
    return plot_runs(project, words, **{**standard, **chosen})


def test_every_chart_is_drawn_in_both_formats(project):
    drawn = draw_standard(project, list_runs(project.runs_folder)[:1], "zh")
    assert len(drawn.paths) == 2 * len(CHARTS)
    assert drawn.problems == ()


def test_charts_that_are_there_are_not_drawn_again(project):
    runs = list_runs(project.runs_folder)[:1]
    first = draw_standard(project, runs, "en")
    times = [path.stat().st_mtime_ns for path in first.paths]
    again = draw_standard(project, runs, "en")
    assert sorted(again.paths) == sorted(first.paths)
    assert [path.stat().st_mtime_ns for path in first.paths] == times


def test_charts_of_a_run_are_the_same_bytes_each_time(project):
    runs = list_runs(project.runs_folder)[:1]
    folder = figure_folder(project, runs, "zh")
    content = {path.name: path.read_bytes() for path in draw_standard(project, runs, "zh").paths}
    shutil.rmtree(folder)
    assert {path.name: path.read_bytes() for path in draw_standard(project, runs, "zh").paths} == content


def test_several_runs_are_shown_together_in_a_folder_of_their_own(project):
    runs = list_runs(project.runs_folder)
    drawn = plot(project, "trajectories", "reference", "coal-cap")
    assert [path.name for path in drawn.paths] == ["trajectories.png"]
    assert drawn.paths[0].parent == figure_folder(project, runs, "zh")
    assert drawn.paths[0].parents[1].name.startswith("comparison_")


def test_output_folder_and_format_are_chosen(project, tmp_path):
    drawn = plot(project, "hydrogen", "@last", formats=("svg", "pdf"), output=tmp_path / "charts")
    assert [path.name for path in drawn.paths] == ["hydrogen.svg", "hydrogen.pdf"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        pytest.param(("trajectories",), "CP-129", id="no run"),
        pytest.param(("trajectries", "@last"), "CP-126", id="nearly a chart"),
        pytest.param(("nothing", "@last"), "CP-120", id="neither chart nor run"),
    ],
)
def test_words_that_name_nothing(project, words, code):
    with pytest.raises(UsageError, match=code):
        plot(project, *words)


def test_chart_that_a_run_cannot_fill(project):
    run = list_runs(project.runs_folder)[-1]
    indicators = read_table(run.folder / "indicators.csv", INDICATOR)
    write_table(indicators[~indicators["indicator"].str.startswith("hydrogen")], run.folder / "indicators.csv")
    with pytest.raises(DataError, match="CP-911"):
        plot(project, "hydrogen", "@last")
    drawn = plot(project, "all", "@last")
    assert {path.stem for path in drawn.paths} == set(chart_names()) - {"hydrogen"}


def test_indicators_of_runs_stand_under_one_another_in_their_order(project):
    runs = list_runs(project.runs_folder)
    assert list(run_indicators(runs[::-1])["scenario"].unique()) == ["coal-cap", "reference"]
