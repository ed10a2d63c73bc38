"""Workers of a dask cluster."""

from __future__ import annotations

import pickle
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from small_studies import prepared

from carbonpath.core.errors import StorageError
from carbonpath.study.engine import installed_engine
from carbonpath.study.ensemble import solve_samples
from carbonpath.study.evaluate import Evaluator
from carbonpath.study.executors import cluster, open_executor
from carbonpath.study.executors.cluster import ClusterExecutor, ProgrammePlugin
from carbonpath.study.ledger import open_ledger
from carbonpath.study.prepare import Prepared

LISTS = {"scenarios": ("base",), "factors": ("x",), "columns": ("y",), "units": ("",)}


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    design = {"method": "one_at_a_time", "levels": 4}
    return prepared(tmp_path_factory.mktemp("study"), scenario=["base", "other"], design=design)


@pytest.mark.slow
@pytest.mark.filterwarnings("default")
def test_a_cluster_started_here_gives_what_this_process_gives(tmp_path: Path, study: Prepared) -> None:
    evaluator = Evaluator(study.programme)
    samples = study.samples
    here = {a.id: a.outcomes for walk in samples.walks for a in evaluator.walk([samples.rows[row] for row in walk])}

    with open_ledger(tmp_path, write=True) as ledger:
        ledger.write_samples(samples, **LISTS)
        solve_samples(samples, ledger, open_executor("dask", study.programme, 2, 60.0))
        assert {key: answer.outcomes for key, answer in ledger.answers().items()} == here


def test_a_worker_of_another_version_is_refused(study: Prepared) -> None:
    plugin = ProgrammePlugin(pickle.dumps(study.programme), "another version")

    with pytest.raises(StorageError) as raised:
        _ = plugin.evaluator

    assert raised.value.problems[0].code == "CP-963"


def test_every_thread_has_a_solver_of_its_own(study: Prepared) -> None:
    plugin = ProgrammePlugin(pickle.dumps(study.programme), installed_engine())
    with ThreadPoolExecutor(1) as pool:
        other = pool.submit(lambda: plugin.evaluator).result()

    assert plugin.evaluator is plugin.evaluator
    assert plugin.evaluator is not other


def test_an_address_without_a_cluster_is_told(monkeypatch: pytest.MonkeyPatch, study: Prepared) -> None:
    monkeypatch.setattr(cluster, "CONNECT", 0.2)

    with pytest.raises(StorageError) as raised:
        open_executor("dask://127.0.0.1:9", study.programme, 1, 60.0)

    assert (raised.value.problems[0].code, raised.value.problems[0].value) == ("CP-966", "dask://127.0.0.1:9")


def test_without_the_extra_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch, study: Prepared) -> None:
    monkeypatch.setattr(cluster, "distributed", None)

    with pytest.raises(StorageError) as raised:
        ClusterExecutor(study.programme, "dask", 1, 60.0)

    assert raised.value.problems[0].code == "CP-964"
