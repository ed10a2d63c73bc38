"""What runs in a worker process."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from multiprocessing import connection, get_context
from multiprocessing.process import BaseProcess

import pytest
from small_studies import prepared, sample_of

from carbonpath.study.answer import Answer
from carbonpath.study.branch import Programme
from carbonpath.study.evaluate import Evaluator
from carbonpath.study.task import Task
from carbonpath.study.worker import READY, serve

PATIENCE = 30.0
Worker = tuple[connection.Connection, BaseProcess]


@pytest.fixture(scope="module")
def programme(tmp_path_factory: pytest.TempPathFactory) -> Programme:
    return prepared(tmp_path_factory.mktemp("study")).programme


@pytest.fixture
def worker(programme: Programme) -> Iterator[Worker]:
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=serve, args=(theirs,), daemon=True)
    process.start()
    theirs.close()
    ours.send_bytes(pickle.dumps(programme))
    yield ours, process
    process.kill()
    process.join()
    ours.close()


def hear(pipe: connection.Connection) -> object:
    assert pipe.poll(PATIENCE)
    return pipe.recv()


def test_a_worker_answers_as_this_process_does_and_ends_with_its_parent(programme: Programme, worker: Worker) -> None:
    pipe, process = worker
    samples = (sample_of(3.0, 1.0), sample_of(9.0, 0.7))

    assert hear(pipe) == READY
    pipe.send(Task(samples, frozenset(sample.id for sample in samples)))
    found = [hear(pipe), hear(pipe)]

    here = list(Evaluator(programme).walk(samples))
    assert [answer.outcomes for answer in found if isinstance(answer, Answer)] == [answer.outcomes for answer in here]
    pipe.close()
    process.join(5.0)
    assert process.exitcode is not None
