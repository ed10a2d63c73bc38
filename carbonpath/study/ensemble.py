"""Solving every sample that has no answer yet: nothing lost, nothing twice, whatever dies on the way."""

from __future__ import annotations

import time
from collections import Counter, deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from carbonpath.study.answer import FAILED, Answer
from carbonpath.study.ledger import Ledger
from carbonpath.study.progress import Progress
from carbonpath.study.sample import Samples
from carbonpath.study.task import Answered, Event, Executor, Finished, Lost, Sample, Task

CHANCES = 2
"""Workers that a sample may kill before it is put aside."""
HOPELESS = frozenset({"timed_out", "killed"})
"""Ends of samples that no walk goes over again."""


def solve_samples(
    samples: Samples, ledger: Ledger, executor: Executor, told: Callable[[Progress], None] | None = None
) -> Progress:
    """Solve every sample without an answer, keep each answer at once, and return how far the study then is.

    A sample that takes too long or has killed two workers is put aside with its inputs, and the others go on.

    Parameters
    ----------
    samples
        Samples of the study, which `ledger` holds.
    ledger
        Memory of the study; this process is its one writer.
    executor
        Where samples are solved; closed at the end, however it comes.
    told
        Called when there is something new.

    Raises
    ------
    StorageError
        If the ledger cannot be written, or workers cannot be started; what the ledger has stays.
    """
    run = _Run(samples, ledger)
    try:
        while run.waiting or run.under_way:
            while run.waiting and executor.wants_more():
                executor.submit(run.next_task())
            run.take(list(executor.events()))
            if told is not None:
                told(run.progress())
    finally:
        executor.close()
    return run.progress()


class _Clock:
    """Speed of a session, from its first answer on: before that, workers come up."""

    def __init__(self) -> None:
        self._began = time.monotonic()
        self._first: float | None = None
        self._counted = 0

    @property
    def seconds(self) -> float:
        """Seconds since the session began."""
        return time.monotonic() - self._began

    @property
    def speed(self) -> float:
        """Answers a second since the first ones; 0 until there are more."""
        if self._first is None:
            return 0.0
        passed = time.monotonic() - self._first
        return self._counted / passed if passed > 0.0 else 0.0

    def count(self, answers: int) -> None:
        """Take note of new answers."""
        if self._first is None:
            self._first = time.monotonic()
        else:
            self._counted += answers


class _Run:
    """What waits, what is under way, what is known."""

    def __init__(self, samples: Samples, ledger: Ledger) -> None:
        self._ledger = ledger
        self._known = dict(ledger.known())
        self._shunned: set[str] = set()
        self._shared = Counter(sample.id for sample in samples.rows)
        self._before = ledger.progress()
        self._new: Counter[str] = Counter()
        self._clock = _Clock()
        self.under_way = 0
        self.waiting: deque[Task] = deque()
        claimed: set[str] = set()
        for walk in samples.walks:
            row = [samples.rows[position] for position in walk]
            ids = {sample.id for sample in row}
            self._queue(row, ids - claimed, first=False)
            claimed |= ids

    def next_task(self) -> Task:
        """Return the next task to be submitted."""
        self.under_way += 1
        return self.waiting.popleft()

    def take(self, events: Sequence[Event]) -> None:
        """Keep what the executor tells: all answers of one moment in one transaction."""
        self._keep(event.answer for event in events if isinstance(event, Answered))
        for event in events:
            if isinstance(event, Finished):
                self.under_way -= 1
            elif isinstance(event, Lost):
                self.under_way -= 1
                self._after_loss(event)

    def progress(self) -> Progress:
        """Return how far the study is."""
        before = self._before
        return replace(
            before,
            done=before.done + sum(self._new.values()),
            failed=before.failed + sum(count for status, count in self._new.items() if status in FAILED),
            infeasible=before.infeasible + self._new["infeasible"],
            seconds=before.seconds + self._clock.seconds,
            samples_per_second=self._clock.speed or before.samples_per_second,
        )

    def _keep(self, given: Iterable[Answer]) -> None:
        answers = [answer for answer in given if answer.id not in self._known]
        if not answers:
            return
        self._clock.count(len(answers))
        self._ledger.record(answers, self._clock.speed)
        for answer in answers:
            self._known[answer.id] = answer.status
            self._new[answer.status] += self._shared[answer.id]

    def _after_loss(self, lost: Lost) -> None:
        if lost.sample is None:
            self._queue_one_by_one(lost.task)
            return
        key = lost.sample.id
        if key in self._known:
            self._shunned.add(key)
        elif lost.overdue:
            self._keep([Answer(key, "timed_out")])
        elif self._ledger.add_kill(key) >= CHANCES:
            self._keep([Answer(key, "killed")])
        self._queue(lost.task.samples, lost.task.wanted, first=True)

    def _queue_one_by_one(self, task: Task) -> None:
        """Ask for each sample of a task alone, walking to it, so that the one that kills is found."""
        for end, sample in reversed(list(enumerate(task.samples, start=1))):
            self._queue(task.samples[:end], {sample.id} & task.wanted, first=True)

    def _queue(self, samples: Sequence[Sample], wanted: Iterable[str], *, first: bool) -> None:
        """Queue what is left of a walk: without samples that failed, and no farther than the last that is wanted."""
        left = frozenset(wanted) - self._known.keys()
        able = [sample for sample in samples if not self._is_hopeless(sample.id)]
        ends = [position for position, sample in enumerate(able) if sample.id in left]
        if not ends:
            return
        task = Task(tuple(able[: ends[-1] + 1]), left)
        if first:
            self.waiting.appendleft(task)
        else:
            self.waiting.append(task)

    def _is_hopeless(self, key: str) -> bool:
        return key in self._shunned or self._known.get(key) in HOPELESS
