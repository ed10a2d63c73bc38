"""Workers of a dask cluster: one started here, or one that is running at an address.

Tasks go through the executor interface of a dask client. The programme is a plug-in of the workers, so one that starts
later, or anew after it was killed, has it too.
"""

from __future__ import annotations

import os
import pickle
import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, wait
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from carbonpath.core.errors import StorageError
from carbonpath.core.problems import Problem
from carbonpath.study.answer import Answer
from carbonpath.study.branch import Programme
from carbonpath.study.engine import installed_engine
from carbonpath.study.evaluate import Evaluator
from carbonpath.study.task import Answered, Event, Finished, Lost, Task

try:
    import distributed
    from distributed.diagnostics.plugin import WorkerPlugin
except ImportError:  # the extra `cluster` is not installed
    distributed, WorkerPlugin = None, object

AHEAD = 2
"""Tasks under way for each thread of the cluster."""
TICK = 0.5
"""Longest wait for something to happen, in seconds."""
GRACE = 30.0
"""Seconds that a task may wait for its worker to come up."""
CONNECT = 30.0
"""Seconds in which the scheduler must answer."""
LOCAL = "dask"
"""Name of a cluster that is started here; ``dask://HOST:PORT`` is one that runs."""
PLUGIN = "carbonpath-study"
"""Name of the plug-in that holds the programme."""
CRITICAL = 50
"""Level of the cluster's own log: what matters is told by the study."""


class ProgrammePlugin(WorkerPlugin):  # type: ignore[misc]
    """Holds a programme in a worker; unpacked when the first task of a thread asks for it."""

    def __init__(self, payload: bytes, engine: str) -> None:
        self.name = PLUGIN
        self._payload = payload
        self._engine = engine
        self._evaluators: dict[int, Evaluator] = {}

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

    __name__: str
    """Name, different for every task."""

    def __call__(self, task: Task) -> list[Answer]:
        """Return the wanted answers of a task."""
        plugin: ProgrammePlugin = distributed.get_worker().plugins[PLUGIN]
        return [answer for answer in plugin.evaluator.walk(task.samples) if answer.id in task.wanted]


@dataclass
class _Work:
    name: str
    task: Task
    allowed: float
    since: float = field(default_factory=time.monotonic)
    overdue: bool = False


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
            Seconds after which a sample is given up and its worker ended, beside `GRACE`; a task waits for at most
            one other.

        Raises
        ------
        StorageError
            CP-964 if the extra is not installed, CP-966 if no scheduler answers; later CP-963 if a worker differs.
        """
        if distributed is None:
            raise StorageError(Problem("CP-964", value=address))
        self._time_limit = time_limit
        self._numbers = count()
        self._under_way: dict[Future[list[Answer]], _Work] = {}
        self._cluster: Any = None
        try:
            self._client: Any = self._connected(address, workers)
        except (OSError, ValueError) as error:
            raise StorageError(Problem("CP-966", value=address, details={"reason": str(error)})) from error
        payload = pickle.dumps(programme, protocol=pickle.HIGHEST_PROTOCOL)
        self._client.register_plugin(ProgrammePlugin(payload, installed_engine()), name=PLUGIN)
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
        longest = max((len(work.task.samples) for work in self._under_way.values()), default=0)
        allowed = GRACE + self._time_limit * (len(task.samples) + longest)
        self._under_way[self._pool.submit(Call(name), task)] = _Work(name, task, allowed)

    def events(self) -> Iterator[Event]:
        """Wait a little for something to happen, and yield what has."""
        done, _ = wait(self._under_way, timeout=TICK, return_when=FIRST_COMPLETED)
        for future in done:
            yield from self._ended(future, self._under_way.pop(future))
        self._end_overdue()

    def close(self) -> None:
        """Leave the cluster; one that was started here ends."""
        for future in self._under_way:
            future.cancel()
        if self._cluster is None:
            self._client.unregister_worker_plugin(PLUGIN)
        self._client.close()
        if self._cluster is not None:
            self._cluster.close()

    def _ended(self, future: Future[list[Answer]], work: _Work) -> Iterator[Event]:
        try:
            answers = future.result()
        except (CancelledError, distributed.KilledWorker):
            left = [sample for sample in work.task.samples if sample.id in work.task.wanted]
            yield Lost(work.task, left[0] if len(left) == 1 else None, work.overdue)
            return
        yield from (Answered(answer) for answer in answers)
        yield Finished(work.task)

    def _end_overdue(self) -> None:
        """Cancel tasks that take too long, and end the workers that are at them."""
        now = time.monotonic()
        late = [(future, work) for future, work in self._under_way.items() if now - work.since > work.allowed]
        if not late:
            return
        names = {work.name for _, work in late}
        at_it = [
            address
            for address, keys in self._client.processing().items()
            if any(str(key).rpartition("-")[0].partition("-")[0] in names for key in keys)
        ]
        for future, work in late:
            work.overdue = True
            future.cancel()
        if at_it:
            self._client.restart_workers(at_it, raise_for_error=False)
