"""The memory of a study."""

from __future__ import annotations

import math
import sqlite3
from pathlib import Path

import pytest

from carbonpath.core.errors import StorageError
from carbonpath.study.answer import Answer
from carbonpath.study.drawn import Drawn, alone
from carbonpath.study.ledger import LEDGER, open_ledger
from carbonpath.study.sample import Samples
from carbonpath.study.task import Sample

NONE = Drawn(values=None, shares=None, walks=())  # type: ignore[arg-type]
LISTS = {"scenarios": ("base",), "factors": ("x",), "columns": ("y", "z"), "units": ("Mt", "")}


def samples(*ids: str) -> Samples:
    rows = tuple(Sample(k, key, 0, (0.1 * k,)) for k, key in enumerate(ids))
    return Samples(rows, alone(len(rows)), NONE)


def plan(key: str, *outcomes: float) -> Answer:
    return Answer(key, "optimal", outcomes or (1.0, 2.0), "", 3, 0.25)


def test_what_is_kept_is_there_after_the_process_is_gone(tmp_path: Path) -> None:
    answer = Answer("b", "optimal", (0.1 + 0.2, math.inf), "x", 7, 0.125, anew=True)
    with open_ledger(tmp_path, write=True) as ledger:
        ledger.write_samples(samples("a", "b"), **LISTS)
        ledger.record([answer])

    with open_ledger(tmp_path, write=False) as ledger:
        found = ledger.answers()["b"]
        assert (found.outcomes[0], math.isnan(found.outcomes[1])) == (0.1 + 0.2, True)
        assert (found.status, found.detail, found.iterations, found.seconds, found.anew) == (
            "optimal",
            "x",
            7,
            0.125,
            True,
        )
        assert ledger.rows() == [(0, "a", 0, (0.0,)), (1, "b", 0, (0.1,))]
        assert {key: tuple(ledger.meta(key)) for key in LISTS} == LISTS


def test_an_answer_is_kept_once(tmp_path: Path) -> None:
    with open_ledger(tmp_path, write=True) as ledger:
        ledger.write_samples(samples("a"), **LISTS)

        assert [ledger.record([plan("a", 1.0)]), ledger.record([plan("a", 9.0), plan("b")])] == [1, 1]
        assert ledger.answers()["a"].outcomes == (1.0,)


def test_a_reader_sees_how_far_a_writer_is(tmp_path: Path) -> None:
    with open_ledger(tmp_path, write=True) as writer, open_ledger(tmp_path, write=False) as reader:
        writer.write_samples(samples("a", "b", "c", "a"), **LISTS)
        writer.record([plan("a"), Answer("b", "infeasible")], speed=5.0)
        writer.record([Answer("c", "killed")], speed=4.0)

        found = reader.progress()

    assert (found.samples, found.done, found.failed, found.infeasible) == (4, 4, 1, 1)
    assert found.samples_per_second == 4.0


def test_answers_stay_when_the_samples_change(tmp_path: Path) -> None:
    with open_ledger(tmp_path, write=True) as ledger:
        ledger.write_samples(samples("a", "b"), **LISTS)
        ledger.record([plan("a"), plan("b")])

        ledger.write_samples(samples("b", "c"), **LISTS)

        assert (ledger.progress().done, set(ledger.known())) == (1, {"a", "b"})


def test_kills_are_counted_and_forgotten_with_what_failed(tmp_path: Path) -> None:
    with open_ledger(tmp_path, write=True) as ledger:
        ledger.write_samples(samples("a", "b"), **LISTS)
        assert [ledger.add_kill("b"), ledger.add_kill("b")] == [1, 2]
        ledger.record([plan("a"), Answer("b", "killed", detail="why")])
        assert ledger.failures() == [(1, "killed", "why")]

        ledger.forget_failed()

        assert (ledger.known(), ledger.failures(), ledger.add_kill("b")) == ({"a": "optimal"}, [], 1)


def test_a_failed_transaction_leaves_nothing(tmp_path: Path) -> None:
    broken = Answer("b", "optimal", detail=object())  # type: ignore[arg-type]
    with open_ledger(tmp_path, write=True) as ledger:
        ledger.write_samples(samples("a", "b"), **LISTS)
        with pytest.raises(StorageError):
            ledger.record([plan("a"), broken])

        assert ledger.known() == {}
        assert ledger.record([plan("a")]) == 1


def test_a_study_that_was_not_run_has_no_ledger(tmp_path: Path) -> None:
    with pytest.raises(StorageError) as raised, open_ledger(tmp_path, write=False):
        pass

    assert raised.value.problems[0].code == "CP-967"


def test_a_damaged_ledger_is_refused(tmp_path: Path) -> None:
    with open_ledger(tmp_path, write=True) as ledger:
        ledger.write_samples(samples(*(f"{k:032d}" for k in range(2000))), **LISTS)
    file = tmp_path / LEDGER
    content = bytearray(file.read_bytes())
    content[8192:40960] = bytes(32768)
    file.write_bytes(bytes(content))

    with pytest.raises(StorageError) as raised, open_ledger(tmp_path, write=True):
        pass

    assert raised.value.problems[0].code == "CP-970"


def test_a_file_that_is_no_ledger_is_refused(tmp_path: Path) -> None:
    (tmp_path / LEDGER).write_text("not a database, but long enough to be looked at " * 30, encoding="utf-8")

    with pytest.raises(StorageError) as raised, open_ledger(tmp_path, write=False):
        pass

    assert raised.value.problems[0].code in {"CP-962", "CP-970"}


def test_a_ledger_of_another_format_is_refused(tmp_path: Path) -> None:
    with open_ledger(tmp_path, write=True) as ledger:
        ledger.write_samples(samples("a"), **LISTS)
    with sqlite3.connect(tmp_path / LEDGER) as database:
        database.execute("UPDATE meta SET value = '0' WHERE key = 'format'")
    database.close()

    with pytest.raises(StorageError) as raised, open_ledger(tmp_path, write=True):
        pass

    assert (raised.value.problems[0].code, raised.value.problems[0].value) == ("CP-961", "0")


def test_what_was_acknowledged_is_on_the_disk(tmp_path: Path) -> None:
    with open_ledger(tmp_path, write=True) as ledger:
        settings = [
            ledger._connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")
        ]

    assert settings == ["wal", 2]
