"""Worker processes on this machine, each watched from outside: its death costs one sample, and theirs follows ours."""

from __future__ import annotations

import contextlib
import os
import pickle
import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from multiprocessing import connection, get_context
from multiprocessing.context import SpawnProcess
from threading import Thread

from carbonpath.core.errors import StorageError
from carbonpath.core.problems import Problem
from carbonpath.study.branch import Programme
from carbonpath.study.guard import serve_guarded
from carbonpath.study.task import Answered, Event, Finished, Lost, Task
from carbonpath.study.worker import READY, serve

AHEAD = 2
"""Tasks that each worker holds: one to solve and one to go on with."""
TICK = 0.5
"""Longest wait for something to happen, in seconds."""
START = 120.0
"""Seconds in which a worker must come up."""
FAILED_STARTS = 3
"""Workers in a row that may die before they come up."""
ONE_THREAD = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")
"""Variables that keep libraries from starting threads of their own: sums must not depend on their number."""


@dataclass
class _Member:
    """One worker and what it was given."""

    process: SpawnProcess
    pipe: connection.Connection
    sender: Thread
    tasks: deque[Task] = field(default_factory=deque)
    step: int = 0
    ready: bool = False
    since: float = field(default_factory=time.monotonic)


class LocalExecutor:
    """Spawned processes that receive the programme once and then samples."""

    def __init__(self, programme: Programme, workers: int, time_limit: float) -> None:
        """Start the workers.

        Parameters
        ----------
        programme
            What they are given.
        workers
            How many.
        time_limit
            Seconds after which a sample is given up and its worker ended.
        """
        self._payload = pickle.dumps(programme, protocol=pickle.HIGHEST_PROTOCOL)
        self._time_limit = time_limit
        self._failed_starts = 0
        self._members: list[_Member] = []
        for _ in range(workers):
            self._members.append(self._start())

    def wants_more(self) -> bool:
        """Tell whether a worker would otherwise run idle."""
        return any(len(member.tasks) < AHEAD for member in self._members)

    def submit(self, task: Task) -> None:
        """Give a task to the worker with the least to do."""
        member = min(self._members, key=lambda m: len(m.tasks))
        if not member.tasks:
            member.since = time.monotonic()
        member.tasks.append(task)
        if member.ready:
            _send(member, task)

    def events(self) -> Iterator[Event]:
        """Wait a little for something to happen, and yield what has."""
        pipes = {member.pipe: member for member in self._members}
        for pipe in connection.wait(list(pipes), timeout=TICK):
            yield from self._drain(pipes[pipe])  # type: ignore[index]
        now = time.monotonic()
        for member in list(self._members):
            if member.ready and member.tasks and now - member.since > self._time_limit:
                yield from self._replace(member, overdue=True)
            elif not member.ready and now - member.since > START:
                yield from self._replace(member, overdue=False)

    def close(self) -> None:
        """End every worker at once."""
        for member in self._members:
            member.process.kill()
        for member in self._members:
            _end(member)
        self._members = []

    def pids(self) -> list[int]:
        """Return the process ids of the workers."""
        return [member.process.pid or 0 for member in self._members]

    def _start(self) -> _Member:
        context = get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=serve_guarded, args=(theirs,), daemon=True)
        with _environment():
            process.start()
        theirs.close()
        sender = Thread(target=_send_bytes, args=(ours, pickle.dumps(serve), self._payload), daemon=True)
        sender.start()
        return _Member(process, ours, sender)

    def _drain(self, member: _Member) -> Iterator[Event]:
        """Yield what a worker has told; if it has died, what it was about."""
        try:
            while member.pipe.poll():
                yield from self._hear(member, member.pipe.recv())
        except (EOFError, OSError):
            yield from self._replace(member, overdue=False)

    def _hear(self, member: _Member, message: object) -> Iterator[Event]:
        member.since = time.monotonic()
        if message == READY:
            member.ready = True
            self._failed_starts = 0
            for waiting in member.tasks:
                _send(member, waiting)
            return
        task = member.tasks[0]
        sample = task.samples[member.step]
        member.step += 1
        if sample.id in task.wanted:
            yield Answered(message)  # type: ignore[arg-type]
        if member.step == len(task.samples):
            member.tasks.popleft()
            member.step = 0
            yield Finished(task)

    def _replace(self, member: _Member, *, overdue: bool) -> Iterator[Event]:
        """End a worker, start another in its place, and yield what was lost."""
        _end(member)
        if not member.ready:
            self._failed_starts += 1
            if self._failed_starts >= FAILED_STARTS:
                self._members.remove(member)
                raise StorageError(Problem("CP-968", value=str(FAILED_STARTS)))
        tasks = list(member.tasks)
        new = self._start()
        self._members[self._members.index(member)] = new
        if tasks and member.ready:
            first = tasks.pop(0)
            yield Lost(first, first.samples[member.step], overdue)
        new.tasks.extend(tasks)


def _end(member: _Member) -> None:
    """End a worker; its pipe is closed once nothing is written to it any more."""
    member.process.kill()
    member.process.join()
    member.process.close()
    member.sender.join()
    member.pipe.close()


def _send(member: _Member, task: Task) -> None:
    """Send a task; a worker that has died meanwhile is found out when it is next heard."""
    with contextlib.suppress(OSError):
        member.pipe.send(task)


def _send_bytes(pipe: connection.Connection, *parts: bytes) -> None:
    with contextlib.suppress(OSError):
        for part in parts:
            pipe.send_bytes(part)


@contextlib.contextmanager
def _environment() -> Iterator[None]:
    before = {name: os.environ.get(name) for name in ONE_THREAD}
    os.environ.update(dict.fromkeys(ONE_THREAD, "1"))
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
