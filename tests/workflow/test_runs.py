"""The store of finished runs."""

from datetime import UTC, datetime

import pytest
from stored_runs import store_run

from carbonpath.core.errors import StorageError, UsageError
from carbonpath.workflow.runs import find_identical, find_run, list_runs, new_run_id, tag_run


@pytest.fixture
def runs(tmp_path):
    """Store two runs of the reference, then one of the coal cap."""
    folder = tmp_path / "runs"
    stored = (("reference", 0), ("reference", 1), ("coal-cap", 2))
    return folder, [store_run(folder, scenario, minute) for scenario, minute in stored]


def test_id_tells_when_what_and_of_what(tmp_path):
    moment = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
    assert new_run_id(tmp_path, "reference", "abcdef0123", moment) == "20261123T100000_reference_abcdef01"


def test_runs_are_listed_oldest_first(runs):
    folder, names = runs
    assert [run.manifest.run for run in list_runs(folder)] == names


def test_no_runs_folder_is_no_runs(tmp_path):
    assert list_runs(tmp_path / "runs") == []


@pytest.mark.parametrize(
    ("reference", "position"),
    [
        pytest.param("@last", 2, id="last"),
        pytest.param("reference", 1, id="scenario means its latest"),
        pytest.param("20261123T100000", 0, id="start of the id"),
        pytest.param("headline", 0, id="tag"),
    ],
)
def test_run_is_found_by(runs, reference, position):
    folder, names = runs
    tag_run(folder, names[0], "headline")
    assert find_run(folder, reference).manifest.run == names[position]


@pytest.mark.parametrize(
    ("reference", "code"),
    [
        pytest.param("combined", "CP-120", id="unknown"),
        pytest.param("2026", "CP-121", id="ambiguous"),
    ],
)
def test_reference_that_names_no_run(runs, reference, code):
    with pytest.raises(UsageError, match=code):
        find_run(runs[0], reference)


def test_last_of_no_runs(tmp_path):
    with pytest.raises(UsageError, match="CP-120"):
        find_run(tmp_path / "runs", "@last")


def test_tag_moves(runs):
    folder, names = runs
    tag_run(folder, names[0], "headline")
    tag_run(folder, names[2], "headline")
    assert find_run(folder, "headline").manifest.run == names[2]


def test_tag_that_is_a_path(runs):
    with pytest.raises(UsageError, match="CP-122"):
        tag_run(runs[0], "@last", "../evil")


def test_identical_run_is_found_by_its_fingerprint(runs):
    folder, names = runs
    fingerprint = list_runs(folder)[0].manifest.fingerprint
    assert find_identical(folder, fingerprint).manifest.run == names[0]
    assert find_identical(folder, "dddddddd4") is None


def test_same_second_gets_another_id(runs):
    folder, names = runs
    assert store_run(folder, "reference", 0) == f"{names[0]}-2"


def test_damaged_tags_are_told(runs):
    (runs[0] / "tags.json").write_text("{", encoding="utf-8")
    with pytest.raises(StorageError, match="CP-951"):
        find_run(runs[0], "@last")


def test_unknown_run_is_told_with_the_nearest_name_and_few_ids(runs):
    folder, names = runs
    tag_run(folder, names[0], "headline")
    with pytest.raises(UsageError) as stopped:
        find_run(folder, "coal-cpa")

    details = stopped.value.problems[0].details
    assert details["nearest"] == "coal-cap"
    assert details["known"].startswith("coal-cap, headline, reference, 2026")
