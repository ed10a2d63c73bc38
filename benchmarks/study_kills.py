"""Kill a running study at random moments with SIGKILL: what was acknowledged, what is left behind, what comes out.

    python benchmarks/study_kills.py --kills 50

Victims are drawn among a worker, the parent at any moment, and the writer in the middle of a commit (the parent is the
one writer: it is killed when the write-ahead log has just grown). After each kill of the parent every process below it
must be gone within five seconds, the ledger must be sound and hold every sample that had been acknowledged, with the
same answer; at the end the study goes on to its end, and its table must be the one of a run that nobody disturbed.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import pickle
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from carbonpath.study.answer import Answer
from carbonpath.study.ledger import LEDGER, open_ledger
from carbonpath.study.prepare import Prepared
from carbonpath.study.progress import Progress
from carbonpath.workflow.project import load_project
from carbonpath.workflow.study import StudyOptions, open_study, run_prepared

VICTIMS = ("worker", "parent", "writer")
ORPHANS = 5.0
"""Seconds in which every process of a killed study must be gone."""
PATIENCE = 120.0
"""Seconds to wait for a study to get going."""


def drive(pickled: Path, folder: Path, workers: int) -> None:
    """Solve what is left of a study, telling each acknowledged count."""
    prepared: Prepared = pickle.loads(pickled.read_bytes())

    def told(progress: Progress) -> None:
        print(progress.done, flush=True)

    run = run_prepared(prepared, folder, StudyOptions(jobs=workers, retry=True), told)
    print(run.sha256, flush=True)


class Driven:
    """A study that runs in a process of its own."""

    def __init__(self, pickled: Path, folder: Path, workers: int) -> None:
        self._log = folder / "told.txt"
        self._log.parent.mkdir(parents=True, exist_ok=True)
        script = [sys.executable, str(Path(__file__).resolve()), "--drive", str(pickled), str(folder), str(workers)]
        with self._log.open("w", encoding="utf-8") as out:
            self.process = subprocess.Popen(script, stdout=out, stderr=subprocess.DEVNULL)
        self._folder = folder

    @property
    def told(self) -> list[str]:
        """Complete lines that the study has told."""
        text = self._log.read_text(encoding="utf-8")
        return text[: text.rfind("\n") + 1].split()

    @property
    def acknowledged(self) -> int:
        """Samples that the study has said to be done."""
        return max((int(line) for line in self.told if line.isdigit() and len(line) < 16), default=0)

    @property
    def sha256(self) -> str:
        """Hash of the table of samples; blank until the study has ended."""
        return next((line for line in self.told if len(line) == 64), "")

    def wait_for_answers(self, more_than: int) -> bool:
        """Wait until the study has acknowledged more; tell whether it still runs."""
        until = time.monotonic() + PATIENCE
        while self.process.poll() is None and self.acknowledged <= more_than and time.monotonic() < until:
            time.sleep(0.005)
        return self.process.poll() is None

    def wait_for_commit(self) -> None:
        """Wait until the write-ahead log has just changed."""
        log = self._folder / f"{LEDGER}-wal"
        before = _changed(log)
        while self.process.poll() is None and _changed(log) == before:
            pass


def _changed(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


def below(pid: int) -> list[int]:
    """Return the ids of all processes below one."""
    found: list[int] = []
    with contextlib.suppress(OSError):
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text(encoding="utf-8").split():
                found += [int(child), *below(int(child))]
    return found


def runs(pid: int) -> bool:
    """Tell whether a process is there and no mere entry of one that has ended."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def seconds_until_gone(pids: list[int]) -> float:
    """Return how long the last of some processes lived on; infinity beyond `ORPHANS`."""
    begun = time.monotonic()
    while any(runs(pid) for pid in pids):
        if time.monotonic() - begun > ORPHANS:
            return float("inf")
        time.sleep(0.01)
    return time.monotonic() - begun


class Tally:
    """What the kills have shown."""

    def __init__(self) -> None:
        self.kills = dict.fromkeys(VICTIMS, 0)
        self.lost = self.changed = self.twice = 0
        self.longest = 0.0

    def inspect(self, folder: Path, acknowledged: int, before: Mapping[str, Answer]) -> dict[str, Answer]:
        """Compare the ledger with what was acknowledged and known; return what it holds."""
        with open_ledger(folder, write=False) as ledger:
            answers = dict(ledger.answers())
            done = ledger.progress().done
            rows = ledger._read("SELECT COUNT(*), COUNT(DISTINCT id) FROM result")[0]
        self.lost += max(0, acknowledged - done) + len(before.keys() - answers.keys())
        self.changed += sum(answers[key] != answer for key, answer in before.items() if key in answers)
        self.twice += rows[0] - rows[1]
        return answers

    def is_clean(self) -> bool:
        """Tell whether nothing was lost, changed, doubled or left behind."""
        return not (self.lost or self.changed or self.twice) and self.longest <= ORPHANS


def kill_often(pickled: Path, root: Path, kills: int, workers: int, chance: random.Random) -> tuple[Tally, set[str]]:
    """Kill a study again and again; return what was seen and the hashes of the tables that came out."""
    tally, hashes, known, round_number = Tally(), set[str](), dict[str, Answer](), 0
    folder = root / "0"
    driven = Driven(pickled, folder, workers)
    while sum(tally.kills.values()) < kills:
        if not driven.wait_for_answers(driven.acknowledged):
            hashes.add(driven.sha256)
            round_number, known = round_number + 1, {}
            folder = root / str(round_number)
            driven = Driven(pickled, folder, workers)
            continue
        time.sleep(chance.uniform(0.0, 0.4))
        victim = VICTIMS[sum(tally.kills.values()) % len(VICTIMS)]
        processes = below(driven.process.pid)
        if victim == "worker":
            if processes and driven.process.poll() is None:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(chance.choice(processes), signal.SIGKILL)
                    tally.kills[victim] += 1
            continue
        if victim == "writer":
            driven.wait_for_commit()
        if driven.process.poll() is not None:
            continue
        driven.process.kill()
        driven.process.wait()
        tally.kills[victim] += 1
        tally.longest = max(tally.longest, seconds_until_gone(processes))
        known = tally.inspect(folder, driven.acknowledged, known)
        driven = Driven(pickled, folder, workers)
    driven.process.wait()
    hashes.add(driven.sha256)
    tally.inspect(folder, driven.acknowledged, known)
    return tally, hashes


def main() -> int:
    """Kill a study as often as is asked for, and print what was seen."""
    if sys.argv[1:2] == ["--drive"]:
        drive(Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4]))
        return 0
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--project", type=Path, default=Path())
    parser.add_argument("--study", default="prices-morris")
    parser.add_argument("--prepared", type=Path, help="a pickled study instead of one of the project")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        pickled = given.prepared or root / "study.pickle"
        if given.prepared is None:
            pickled.write_bytes(pickle.dumps(open_study(load_project(given.project), given.study)))
        undisturbed = Driven(pickled, root / "undisturbed", given.workers)
        undisturbed.process.wait()
        tally, hashes = kill_often(pickled, root, given.kills, given.workers, random.Random(given.seed))
        same = hashes == {undisturbed.sha256} and bool(undisturbed.sha256)
    print(f"kills: {', '.join(f'{count} {victim}' for victim, count in tally.kills.items())}")
    print(f"acknowledged samples lost: {tally.lost}; answers changed: {tally.changed}; rows twice: {tally.twice}")
    print(f"last process gone after {tally.longest:.2f} s; table as undisturbed: {'yes' if same else 'no'}")
    return 0 if same and tally.is_clean() else 1


if __name__ == "__main__":
    sys.exit(main())
