"""Solving every sample: nothing lost, nothing twice, whatever dies on the way."""

from __future__ import annotations

import random
from collections import Counter, deque
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carbonpath.study.answer import Answer
from carbonpath.study.drawn import Drawn, Walk, alone
from carbonpath.study.ensemble import solve_samples
from carbonpath.study.ledger import Ledger, open_ledger
from carbonpath.study.progress import Progress
from carbonpath.study.sample import Samples
from carbonpath.study.task import Answered, Event, Finished, Lost, Sample, Task

NONE = Drawn(values=None, shares=None, walks=())  # type: ignore[arg-type]
LISTS = {"scenarios": ("base",), "factors": ("x",), "columns": ("y",), "units": ("",)}
Fate = Callable[[Sample, int], str]
"""What becomes of a sample at an attempt: ``answered``, ``killed``, ``vanished`` or ``overdue``."""


class Fated:
    """An executor whose samples end as they are fated, in an order of its own; the queue is real, the solver is not."""

    def __init__(self, fate: Fate, seed: int = 0, held: int = 4) -> None:
        self._fate, self._random, self._held = fate, random.Random(seed), held
        self._tasks: deque[Task] = deque()
        self.attempts: Counter[str] = Counter()
        self.closed = False

    def wants_more(self) -> bool:
        return len(self._tasks) < self._held

    def submit(self, task: Task) -> None:
        self._tasks.append(task)

    def events(self) -> Iterator[Event]:
        self._tasks.rotate(self._random.randrange(len(self._tasks) + 1))
        task = self._tasks.popleft()
        for sample in task.samples:
            self.attempts[sample.id] += 1
            end = self._fate(sample, self.attempts[sample.id])
            if end != "answered":
                yield Lost(task, None if end == "vanished" else sample, end == "overdue")
                return
            if sample.id in task.wanted:
                yield Answered(Answer(sample.id, "optimal", (1.0,)))
        yield Finished(task)

    def close(self) -> None:
        self.closed = True


def study(count: int, walks: tuple[Walk, ...] | None = None) -> Samples:
    rows = tuple(Sample(k, f"s{k}", 0, (float(k),)) for k in range(count))
    return Samples(rows, alone(count) if walks is None else walks, NONE)


def solve(
    folder: Path, samples: Samples, executor: Fated, told: Callable[[Progress], None] | None = None
) -> dict[str, str]:
    with open_ledger(folder, write=True) as ledger:
        ledger.write_samples(samples, **LISTS)
        solve_samples(samples, ledger, executor, told)
        return dict(ledger.known())


def well(sample: Sample, attempt: int) -> str:
    return "answered"


def test_every_sample_is_solved_once(tmp_path: Path) -> None:
    executor = Fated(well)

    known = solve(tmp_path, study(20), executor)

    assert (set(known.values()), len(known)) == ({"optimal"}, 20)
    assert set(executor.attempts.values()) == {1}
    assert executor.closed


def test_what_has_an_answer_is_not_asked_again(tmp_path: Path) -> None:
    solve(tmp_path, study(5), Fated(well))
    executor = Fated(well)

    solve(tmp_path, study(8), executor)

    assert sorted(executor.attempts) == ["s5", "s6", "s7"]


def test_equal_samples_are_solved_once_and_counted_twice(tmp_path: Path) -> None:
    rows = tuple(Sample(k, "same", 0, (1.0,)) for k in range(3))
    executor = Fated(well)
    told: list[Progress] = []

    solve(tmp_path, Samples(rows, alone(3), NONE), executor, told.append)

    assert executor.attempts == {"same": 1}
    assert told[-1].done == 3


@pytest.mark.parametrize("walks", [alone(6), ((0, 1, 2), (3, 4, 5))], ids=["alone", "in walks"])
def test_a_sample_that_kills_is_put_aside_after_two_workers(tmp_path: Path, walks: tuple[Walk, ...]) -> None:
    executor = Fated(lambda sample, attempt: "killed" if sample.id == "s1" else "answered")

    known = solve(tmp_path, study(6, walks), executor)

    assert known.pop("s1") == "killed"
    assert set(known.values()) == {"optimal"}
    assert executor.attempts["s1"] == 2


def test_a_worker_that_dies_once_costs_nothing(tmp_path: Path) -> None:
    executor = Fated(lambda sample, attempt: "killed" if attempt == 1 and sample.id in {"s1", "s4"} else "answered")

    known = solve(tmp_path, study(6), executor)

    assert set(known.values()) == {"optimal"}


def test_a_sample_that_takes_too_long_is_put_aside_at_once(tmp_path: Path) -> None:
    executor = Fated(lambda sample, attempt: "overdue" if sample.id == "s2" else "answered")

    known = solve(tmp_path, study(5), executor)

    assert known["s2"] == "timed_out"
    assert executor.attempts["s2"] == 1


def test_the_one_that_kills_is_found_where_it_is_not_known_which(tmp_path: Path) -> None:
    walk = ((0, 1, 2, 3),)

    def fate(sample: Sample, attempt: int) -> str:
        if sample.id != "s2":
            return "answered"
        return "vanished" if attempt == 1 else "killed"

    known = solve(tmp_path, study(4, walk), Fated(fate))

    assert known == {"s0": "optimal", "s1": "optimal", "s2": "killed", "s3": "optimal"}


def test_kills_of_an_earlier_session_count(tmp_path: Path) -> None:
    samples = study(1)
    with open_ledger(tmp_path, write=True) as ledger:
        ledger.write_samples(samples, **LISTS)
        ledger.add_kill("s0")

    executor = Fated(lambda sample, attempt: "killed")
    assert solve(tmp_path, samples, executor) == {"s0": "killed"}
    assert executor.attempts["s0"] == 1


@given(seed=st.integers(0, 2**16), length=st.integers(1, 5), deaths=st.floats(0.0, 0.4))
@settings(max_examples=10, deadline=None)
def test_whatever_dies_every_sample_ends_once(
    tmp_path_factory: pytest.TempPathFactory, seed: int, length: int, deaths: float
) -> None:
    chance = random.Random(seed)
    walks = tuple(tuple(range(first, min(first + length, 17))) for first in range(0, 17, length))

    def fate(sample: Sample, attempt: int) -> str:
        return chance.choice(["killed", "vanished", "overdue"]) if chance.random() < deaths else "answered"

    told: list[Progress] = []
    known = solve(tmp_path_factory.mktemp("study"), study(17, walks), Fated(fate, seed), told.append)

    assert set(known) == {f"s{k}" for k in range(17)}
    assert set(known.values()) <= {"optimal", "killed", "timed_out"}
    assert [p.done for p in told] == sorted(p.done for p in told)
    assert told[-1].done == 17


def test_workers_end_when_the_ledger_refuses(tmp_path: Path) -> None:
    executor = Fated(well)
    with open_ledger(tmp_path, write=True) as ledger:
        ledger.write_samples(study(3), **LISTS)
        refusing: Ledger = ledger
        ledger._connection.execute("PRAGMA query_only = ON")
        with pytest.raises(Exception, match="CP-962"):
            solve_samples(study(3), refusing, executor)

    assert executor.closed
