"""The memory of a study: one SQLite file, one writer; the samples first, then each answer as soon as it is there.

An answer is acknowledged when its transaction is on the disk (write-ahead log, ``synchronous=FULL``), and never before.
Answers are kept by the hash of what was solved, so a study that is changed and run again finds what it has already.
"""

from __future__ import annotations

import json
import math
import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from carbonpath.core.errors import StorageError
from carbonpath.core.problems import Problem
from carbonpath.study.answer import FAILED, Answer
from carbonpath.study.progress import Progress
from carbonpath.study.sample import Samples

FORMAT = "1"
"""Version of the tables below."""
LEDGER = "ledger.sqlite"
"""Name of the file in the folder of a study."""
PATIENCE = 10.0
"""Seconds to wait for a lock."""

TABLES = """
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS sample (
    position INTEGER PRIMARY KEY, id TEXT NOT NULL, scenario INTEGER NOT NULL, factors TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS result (
    id TEXT PRIMARY KEY, status TEXT NOT NULL, outcomes TEXT NOT NULL, detail TEXT NOT NULL,
    iterations INTEGER NOT NULL, seconds REAL NOT NULL, anew INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS kill (id TEXT PRIMARY KEY, count INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS session (
    number INTEGER PRIMARY KEY, started REAL NOT NULL, seconds REAL NOT NULL, speed REAL NOT NULL
);
"""


class Ledger:
    """An open ledger."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path
        self._session = 0
        self._began = 0.0

    def write_samples(self, samples: Samples, **lists: Sequence[str]) -> None:
        """Keep every sample of a study, in place of those before, and begin a session; answers stay.

        Parameters
        ----------
        samples
            The samples.
        lists
            ``scenarios``, ``factors``, ``columns`` and ``units``: what the numbers of samples and answers are called.
        """
        rows = [(s.position, s.id, s.scenario, json.dumps(s.values)) for s in samples.rows]
        meta: dict[str, str | Sequence[str]] = {"format": FORMAT, **lists}
        with self._transaction() as database:
            database.execute("DELETE FROM sample")
            database.executemany("INSERT INTO sample VALUES (?, ?, ?, ?)", rows)
            pairs = [(key, value if isinstance(value, str) else json.dumps(list(value))) for key, value in meta.items()]
            database.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", pairs)
            cursor = database.execute("INSERT INTO session (started, seconds, speed) VALUES (?, 0, 0)", (time.time(),))
            self._session = cursor.lastrowid or 0
        self._began = time.monotonic()

    def record(self, answers: Iterable[Answer], speed: float = 0.0) -> int:
        """Keep answers, each once whoever gives it how often; on return they are on the disk.

        Parameters
        ----------
        answers
            Answers of one moment.
        speed
            Samples a second of this session, for those who ask how far the study is.

        Returns
        -------
        int
            How many were new.
        """
        rows = [
            (a.id, a.status, json.dumps(_plain(a.outcomes)), a.detail, a.iterations, a.seconds, int(a.anew))
            for a in answers
        ]
        with self._transaction() as database:
            before = database.total_changes
            database.executemany("INSERT OR IGNORE INTO result VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
            new = database.total_changes - before
            update = "UPDATE session SET seconds = ?, speed = ? WHERE number = ?"
            database.execute(update, (time.monotonic() - self._began, speed, self._session))
        return new

    def add_kill(self, sample: str) -> int:
        """Note that a sample killed its worker; return how often it has."""
        with self._transaction() as database:
            database.execute(
                "INSERT INTO kill VALUES (?, 1) ON CONFLICT (id) DO UPDATE SET count = count + 1", (sample,)
            )
            return int(database.execute("SELECT count FROM kill WHERE id = ?", (sample,)).fetchone()[0])

    def forget_failed(self) -> None:
        """Forget samples that failed, so that they are tried again."""
        with self._transaction() as database:
            marks = ", ".join("?" * len(FAILED))
            database.execute(f"DELETE FROM result WHERE status IN ({marks})", sorted(FAILED))
            database.execute("DELETE FROM kill")

    def answers(self) -> Mapping[str, Answer]:
        """Return every answer that is kept, by id."""
        rows = self._read("SELECT id, status, outcomes, detail, iterations, seconds, anew FROM result")
        return {row[0]: _answer(row) for row in rows}

    def known(self) -> Mapping[str, str]:
        """Return the status of every answer that is kept, by id."""
        return dict(self._read("SELECT id, status FROM result"))

    def progress(self) -> Progress:
        """Return how far the study is."""
        counts = dict(
            self._read(
                "SELECT result.status, COUNT(*) FROM sample JOIN result ON sample.id = result.id GROUP BY result.status"
            )
        )
        samples = self._read("SELECT COUNT(*) FROM sample")[0][0]
        seconds = self._read("SELECT COALESCE(SUM(seconds), 0) FROM session")[0][0]
        last = self._read("SELECT speed FROM session WHERE speed > 0 ORDER BY number DESC LIMIT 1")
        return Progress(
            samples=samples,
            done=sum(counts.values()),
            failed=sum(count for status, count in counts.items() if status in FAILED),
            infeasible=counts.get("infeasible", 0),
            seconds=float(seconds),
            samples_per_second=float(last[0][0]) if last else 0.0,
        )

    def rows(self) -> list[tuple[int, str, int, tuple[float, ...]]]:
        """Return position, id, scenario and factor values of every sample."""
        found = self._read("SELECT position, id, scenario, factors FROM sample ORDER BY position")
        return [(position, key, scenario, tuple(json.loads(values))) for position, key, scenario, values in found]

    def meta(self, key: str) -> list[str]:
        """Return a list that was kept with the samples: ``scenarios``, ``factors`` or ``columns``."""
        found = self._read("SELECT value FROM meta WHERE key = ?", (key,))
        return list(json.loads(found[0][0])) if found else []

    def failures(self) -> list[tuple[int, str, str]]:
        """Return position, status and detail of every sample of the study that failed."""
        marks = ", ".join("?" * len(FAILED))
        query = (
            "SELECT sample.position, result.status, result.detail FROM sample JOIN result ON sample.id = result.id "
            f"WHERE result.status IN ({marks}) ORDER BY sample.position"
        )
        return self._read(query, tuple(sorted(FAILED)))

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            yield self._connection
            self._connection.execute("COMMIT")
        except sqlite3.Error as error:
            if self._connection.in_transaction:
                self._connection.rollback()
            raise _refused(self._path, error) from error

    def _read(self, query: str, values: Sequence[object] = ()) -> list[tuple]:  # type: ignore[type-arg]
        try:
            return self._connection.execute(query, tuple(values)).fetchall()
        except sqlite3.Error as error:
            raise _refused(self._path, error) from error


@contextmanager
def open_ledger(folder: Path, *, write: bool) -> Iterator[Ledger]:
    """Open the ledger of a study, checked; made if it is to be written and is not there.

    Raises
    ------
    StorageError
        CP-970 if the file is damaged, CP-961 if it was written by another version, CP-962 if the disk refuses, CP-967
        if there is none to read.
    """
    path = folder / LEDGER
    if not write and not path.is_file():
        raise StorageError(Problem("CP-967", file=str(path)))
    ledger = Ledger(_connected(path, write=write), path)
    try:
        _require_sound(ledger, path)
        yield ledger
    finally:
        ledger.close()


def _connected(path: Path, *, write: bool) -> sqlite3.Connection:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        mode = "rwc" if write else "ro"
        connection = sqlite3.connect(
            f"{path.resolve().as_uri()}?mode={mode}", timeout=PATIENCE, isolation_level=None, uri=True
        )
        if write:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            connection.executescript(TABLES)
    except (sqlite3.Error, OSError) as error:
        raise _refused(path, error) from error
    return connection


def _require_sound(ledger: Ledger, path: Path) -> None:
    try:
        found = ledger._connection.execute("PRAGMA quick_check").fetchone()[0]
    except sqlite3.Error as error:
        raise StorageError(Problem("CP-970", file=str(path), details={"reason": str(error)})) from error
    if found != "ok":
        raise StorageError(Problem("CP-970", file=str(path), details={"reason": str(found)}))
    written = ledger._read("SELECT value FROM meta WHERE key = 'format'")
    if written and written[0][0] != FORMAT:
        raise StorageError(Problem("CP-961", file=str(path), value=written[0][0]))


def _refused(path: Path, error: Exception) -> StorageError:
    code = "CP-970" if isinstance(error, sqlite3.DatabaseError) and "malformed" in str(error) else "CP-962"
    return StorageError(Problem(code, file=str(path), details={"reason": str(error)}))


def _plain(outcomes: Sequence[float]) -> list[float | None]:
    return [value if math.isfinite(value) else None for value in outcomes]


def _answer(row: tuple) -> Answer:  # type: ignore[type-arg]
    key, status, outcomes, detail, iterations, seconds, anew = row
    numbers = tuple(float("nan") if value is None else float(value) for value in json.loads(outcomes))
    return Answer(key, status, numbers, detail, iterations, seconds, bool(anew))
