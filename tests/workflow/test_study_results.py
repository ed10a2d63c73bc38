"""What a study found, from a ledger of planted answers: nothing is solved."""

import json

import pandas as pd
import pytest
from small_studies import DEMAND, DIRTY_COST, write_study

from carbonpath.core.errors import ScenarioError, StorageError, UsageError
from carbonpath.study.answer import Answer
from carbonpath.study.ledger import open_ledger
from carbonpath.study.load import load_study
from carbonpath.study.sample import draw, name_samples
from carbonpath.workflow.project import load_project
from carbonpath.workflow.study_files import find_study, study_folder
from carbonpath.workflow.study_results import (
    SENSITIVITY_FILE,
    TIDY_FILE,
    OutputOptions,
    analyse_results,
    analysis_json,
    discover_conditions,
    discovery_json,
)

SAMPLES = 200
EDGE = 1.2
"""Above this demand, drawn from 0.5 to 1.5, no plan was planted: 30 % of the samples."""
QUIET = OutputOptions(language="en", charts=False)
PARTS = {
    "scenario": "combined",
    "factors": {"dirty_cost": DIRTY_COST, "demand": DEMAND},
    "outcomes": {"cost": {"indicator": "total_cost"}},
    "design": {"method": "latin_hypercube", "samples": SAMPLES},
}


def planted(key, values):
    """Return no plan above the edge; else a cost of ten times the price, on which demand has no effect."""
    if values[1] > EDGE:
        return Answer(key, "infeasible")
    return Answer(key, "optimal", (10.0 * values[0],))


@pytest.fixture
def project(toy_project):
    """Return a project with a study of planted answers, of which the last one timed out."""
    found = load_project(toy_project)
    write_study(found.scenario_folder / "studies", **PARTS)
    study = load_study(find_study(found, "small"))
    samples = name_samples(study.head.scenario, draw(study), lambda _scenario, _row: "planted")
    answers = [planted(sample.id, sample.values) for sample in samples.rows]
    answers[-1] = Answer(answers[-1].id, "timed_out")
    with open_ledger(study_folder(found, "small"), write=True) as ledger:
        lists = {"scenarios": study.head.scenario, "factors": study.factor_names}
        ledger.write_samples(samples, **lists, columns=("cost",), units=("million CNY",))
        ledger.record(answers)
    return found


def test_shares_of_a_planted_region_stand_beside_the_effects_of_the_rest(project):
    found = analyse_results(project, "small", QUIET)

    told = found.table.set_index(["analysis", "outcome", "factor", "measure"])["value"]
    shares = {measure: told["feasibility", "feasible", "", measure] for measure in ("infeasible", "failed")}
    assert shares["infeasible"] == pytest.approx(0.3, abs=0.011)
    assert shares["failed"] == 1 / SAMPLES
    prices = found.table.query("outcome == 'cost' and analysis == 'regression' and measure == 'src'")
    effects = prices.set_index("factor")["value"]
    assert effects["dirty_cost"] == pytest.approx(1.0, abs=1e-6)
    assert effects["demand"] == pytest.approx(0.0, abs=1e-6)
    assert (found.progress.done, found.progress.failed) == (SAMPLES, 1)


def test_tables_on_disk_are_those_that_are_told(project):
    found = analyse_results(project, "small", QUIET)

    folder = study_folder(project, "small")
    assert found.paths == (folder / SENSITIVITY_FILE, folder / TIDY_FILE)
    tidy = pd.read_csv(folder / TIDY_FILE)
    assert set(tidy["status"]) == {"optimal", "infeasible", "timed_out"}
    assert not tidy.query("status != 'optimal' and kind == 'outcome'").size
    assert len(pd.read_csv(folder / SENSITIVITY_FILE)) == len(found.table)
    told = json.loads(json.dumps(analysis_json(found), allow_nan=False))
    assert (told["samples"], told["failed"], len(told["indices"])) == (SAMPLES, 1, len(found.table))


@pytest.mark.parametrize(("language", "words"), [("en", "demand at least 1.1"), ("zh", "demand不低于 1.1")])
def test_a_planted_region_is_found_and_written_as_a_sentence(project, language, words):
    options = OutputOptions(language=language, charts=False)
    found = discover_conditions(project, "small", "feasible == 0", None, options)

    (discovery,) = found.found
    told = discovery_json(discovery, language)
    assert [limit["factor"] for limit in told["limits"]] == ["demand"]
    assert told["limits"][0]["low"] == pytest.approx(EDGE, abs=0.02)
    assert (told["density"], told["failed"]) == (pytest.approx(1.0, abs=0.05), 1)
    assert told["coverage"] > 0.9
    written = found.paths[0].read_text(encoding="utf-8")
    assert written == told["sentence"] + "\n"
    assert words in written


def test_charts_of_a_planted_region_are_drawn(project):
    found = discover_conditions(project, "small", "feasible == 0", "combined", OutputOptions(language="zh"))

    assert [path.suffix for path in found.paths] == [".txt", ".png"]
    assert all(path.stat().st_size for path in found.paths)


def test_what_cannot_be_asked_is_told(project):
    with pytest.raises(UsageError, match="CP-494"):
        discover_conditions(project, "small", "feasible == 0", "reference", QUIET)
    with pytest.raises(ScenarioError, match="CP-481"):
        discover_conditions(project, "small", "cost < 0", None, QUIET)
    with pytest.raises(StorageError, match="CP-967"):
        analyse_results(project, "prices-morris", QUIET)


def test_a_study_file_that_has_changed_since_is_told(project):
    write_study(project.scenario_folder / "studies", **PARTS, seed=2)

    with pytest.raises(ScenarioError, match="CP-488"):
        analyse_results(project, "small", QUIET)


def test_same_ledger_gives_the_same_bytes(project):
    first = {path.name: path.read_bytes() for path in analyse_results(project, "small", QUIET).paths}
    again = {path.name: path.read_bytes() for path in analyse_results(project, "small", QUIET).paths}

    assert first == again
    assert all(first.values())
