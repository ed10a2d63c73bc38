"""Workers of a dask cluster: one started here, or one that is running at an address.

Tasks go through the executor interface of a dask client. The programme is a plug-in of the workers, so one that starts
later, or anew after it was killed, has it too.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import queue
import socket
import sys
import threading
import uuid
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, wait
from dataclasses import dataclass
from itertools import count
from typing import Any

from carbonpath.core.errors import StorageError
from carbonpath.core.problems import Problem
from carbonpath.study.answer import Answer
from carbonpath.study.branch import Programme
from carbonpath.study.engine import installed_engine
from carbonpath.study.evaluate import Evaluator
from carbonpath.study.executors import teller
from carbonpath.study.executors.watch import Watch
from carbonpath.study.task import Answered, Event, Finished, Lost, Sample, Task

try:
    import distributed
    from distributed.diagnostics.plugin import WorkerPlugin
except ImportError:  # the extra `cluster` is not installed
    distributed, WorkerPlugin = None, object

AHEAD = 2
"""Tasks under way for each thread of the cluster."""
TICK = 0.5
"""Longest wait for something to happen, in seconds."""
TELLING = 15.0
"""Seconds that a watch may take to tell of a late sample before it ends the worker."""
CONNECT = 30.0
"""Seconds in which the scheduler must answer."""
LOCAL = "dask"
"""Name of a cluster that is started here; ``dask://HOST:PORT`` is one that runs."""
CRITICAL = 50
"""Level of the cluster's own log: what matters is told by the study."""


class ProgrammePlugin(WorkerPlugin):  # type: ignore[misc]
    """Holds a programme in a worker; unpacked when the first task of a thread asks for it."""

    def __init__(self, payload: bytes, engine: str, name: str = "carbonpath", time_limit: float = 300.0) -> None:
        """Pack what a worker is given.

        Parameters
        ----------
        payload
            Packed programme.
        engine
            What must be installed on the worker.
        name
            Name of this study's session in the cluster: others may run there at the same time.
        time_limit
            Seconds that a sample may take.
        """
        self.name = name
        self._payload = payload
        self._engine = engine
        self._time_limit = time_limit
        self._scheduler = ""
        self._evaluators: dict[int, Evaluator] = {}
        self._watches: dict[int, Watch] = {}

    def setup(self, worker: Any) -> None:
        """Take note of where late samples are told."""
        self._scheduler = worker.scheduler.address

    def teardown(self, worker: Any) -> None:
        """End the watches."""
        del worker
        while self._watches:
            self._watches.popitem()[1].close()

    def answers(self, name: str, task: Task) -> list[Answer]:
        """Return the wanted answers of a task; each sample is watched from outside.

        Raises
        ------
        StorageError
            CP-963 if this worker's code or libraries are not those of the study, CP-935 if nothing watches it.
        """
        evaluator = self.evaluator
        try:
            return list(self._watched(evaluator, name, task))
        except OSError as error:
            raise StorageError(Problem("CP-935", value=socket.gethostname(), details={"reason": str(error)})) from error

    def _watched(self, evaluator: Evaluator, name: str, task: Task) -> Iterator[Answer]:
        watch = self._watch()
        walk = evaluator.walk(task.samples)
        try:
            for sample in task.samples:
                watch.begin(self._time_limit, f"{name} {sample.id}")
                answer = next(walk)
                if answer.id in task.wanted:
                    yield answer
        finally:
            watch.rest()

    def _watch(self) -> Watch:
        thread = threading.get_ident()
        if thread not in self._watches or not self._watches[thread].runs():
            command = [sys.executable, "-P", teller.__file__, self._scheduler, self.name]
            self._watches[thread] = Watch(TELLING, command)
        return self._watches[thread]

    @property
    def evaluator(self) -> Evaluator:
        """Return the one evaluator of this thread.

        Raises
        ------
        StorageError
            CP-963 if this worker's code or libraries are not those of the study.
        """
        thread = threading.get_ident()
        if thread not in self._evaluators:
            if installed_engine() != self._engine:
                raise StorageError(Problem("CP-963", value=socket.gethostname()))
            os.environ.update({"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"})
            programme: Programme = pickle.loads(self._payload)
            self._evaluators[thread] = Evaluator(programme)
        return self._evaluators[thread]


@dataclass(frozen=True)
class Call:
    """What runs on a worker; its name is the first part of the task's key in the cluster."""

    plugin: str
    """Name of the plug-in that holds the programme."""
    __name__: str
    """Name, different for every task."""

    def __call__(self, task: Task) -> list[Answer]:
        """Return the wanted answers of a task."""
        plugin: ProgrammePlugin = distributed.get_worker().plugins[self.plugin]
        return plugin.answers(self.__name__, task)


@dataclass
class _Work:
    name: str
    task: Task
    late: str = ""


class ClusterExecutor:
    """The executor interface of a dask client, watched for what is lost and what takes too long."""

    def __init__(self, programme: Programme, address: str, workers: int, time_limit: float) -> None:
        """Connect, and give every worker the programme.

        Parameters
        ----------
        programme
            What workers are given.
        address
            ``dask`` or ``dask://HOST:PORT``.
        workers
            How many to start, if a cluster is started here.
        time_limit
            Seconds after which a sample is given up and its worker ended, by a process beside the worker.

        Raises
        ------
        StorageError
            CP-964 if the extra is not installed, CP-966 if no scheduler answers; later CP-963 if a worker differs,
            CP-935 if one cannot be watched.
        """
        if distributed is None:
            raise StorageError(Problem("CP-964", value=address))
        self._numbers = count()
        self._late: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._name = f"carbonpath-{uuid.uuid4().hex}"
        self._under_way: dict[Future[list[Answer]], _Work] = {}
        self._cluster: Any = None
        try:
            self._client: Any = self._connected(address, workers)
        except (OSError, ValueError) as error:
            raise StorageError(Problem("CP-966", value=address, details={"reason": str(error)})) from error
        payload = pickle.dumps(programme, protocol=pickle.HIGHEST_PROTOCOL)
        self._client.subscribe_topic(self._name, lambda event: self._late.put(str(event[1])))
        self._client.register_plugin(ProgrammePlugin(payload, installed_engine(), self._name, time_limit))
        self._pool = self._client.get_executor(pure=False)

    def _connected(self, address: str, workers: int) -> Any:
        if address == LOCAL:
            self._cluster = distributed.LocalCluster(
                n_workers=workers, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=CRITICAL
            )
            return distributed.Client(self._cluster)
        return distributed.Client(address.removeprefix("dask://"), timeout=CONNECT)

    def wants_more(self) -> bool:
        """Tell whether a worker would otherwise run idle."""
        threads = int(sum(self._client.nthreads().values()))
        return len(self._under_way) < AHEAD * max(1, threads)

    def submit(self, task: Task) -> None:
        """Give a task to the cluster."""
        name = f"carbonpath{next(self._numbers)}"
        self._under_way[self._pool.submit(Call(self._name, name), task)] = _Work(name, task)

    def events(self) -> Iterator[Event]:
        """Wait a little for something to happen, and yield what has."""
        done, _ = wait(self._under_way, timeout=TICK, return_when=FIRST_COMPLETED)
        self._take_back_late()
        for future in done:
            yield from self._ended(future, self._under_way.pop(future))

    def close(self) -> None:
        """Leave the cluster; one that was started here ends."""
        for future in self._under_way:
            future.cancel()
        if self._cluster is None:
            self._client.unregister_worker_plugin(self._name)
        self._client.close()
        if self._cluster is not None:
            self._cluster.close()

    def _ended(self, future: Future[list[Answer]], work: _Work) -> Iterator[Event]:
        try:
            answers = future.result()
        except (CancelledError, distributed.KilledWorker):
            yield Lost(work.task, _suspect(work), bool(work.late))
            return
        yield from (Answered(answer) for answer in answers)
        yield Finished(work.task)

    def _take_back_late(self) -> None:
        """Take tasks back whose sample took too long, before they are started elsewhere."""
        with contextlib.suppress(queue.Empty):
            while True:
                name, _, sample = self._late.get_nowait().partition(" ")
                for future, work in self._under_way.items():
                    if work.name == name:
                        work.late = sample
                        future.cancel()


def _suspect(work: _Work) -> Sample | None:
    """Return the sample that a lost task was at; None if it is not known."""
    if work.late:
        return next(sample for sample in work.task.samples if sample.id == work.late)
    left = [sample for sample in work.task.samples if sample.id in work.task.wanted]
    return left[0] if len(left) == 1 else None
