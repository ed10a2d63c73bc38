"""However a study is solved, its table of samples has the same bytes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from small_studies import DEMAND, DIRTY_COST, PRICED, prepared, scarce

from carbonpath.study.prepare import Prepared
from carbonpath.study.progress import Progress
from carbonpath.workflow.study import StudyOptions, run_prepared


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    """Return sweeps of three factors, in two scenarios, with samples that have no plan."""
    factors = {"dirty_cost": DIRTY_COST, "demand": DEMAND, "priced": PRICED}
    design = {"method": "one_at_a_time", "levels": 9}
    folder = tmp_path_factory.mktemp("study")
    return prepared(folder, scarce(), factors=factors, design=design, scenario=["base", "other"])


@pytest.fixture(scope="module")
def known(study: Prepared, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the hash of the table with one worker."""
    return run_prepared(study, tmp_path_factory.mktemp("one"), StudyOptions(jobs=1)).sha256


@pytest.mark.slow
@pytest.mark.parametrize("jobs", [2, 3])
def test_workers_and_order_do_not_matter(study: Prepared, known: str, tmp_path: Path, jobs: int) -> None:
    shuffled = replace(study, samples=replace(study.samples, walks=study.samples.walks[:: 1 if jobs == 2 else -1]))

    assert run_prepared(shuffled, tmp_path, StudyOptions(jobs=jobs)).sha256 == known


@pytest.mark.slow
def test_an_interruption_does_not_matter(study: Prepared, known: str, tmp_path: Path) -> None:
    def interrupt(progress: Progress) -> None:
        if 5 < progress.done < progress.samples:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run_prepared(study, tmp_path, StudyOptions(jobs=1), interrupt)

    assert run_prepared(study, tmp_path, StudyOptions(jobs=1)).sha256 == known


@pytest.mark.slow
@pytest.mark.filterwarnings("default")
def test_a_cluster_does_not_matter(study: Prepared, known: str, tmp_path: Path) -> None:
    assert run_prepared(study, tmp_path, StudyOptions(executor="dask", jobs=2)).sha256 == known
