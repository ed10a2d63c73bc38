"""Time the daily path: ``python benchmarks/first_light.py [-n RUNS] [--json]``.

Each command is a process of its own, as a user would start it, on a copy of the shipped project with a warm file cache;
the median of the runs is told beside the aim (2 cores).
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).parents[1]
PROJECT = ("carbonpath.yaml", "inventories", "scenarios")
Rows = dict[str, float]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", "--runs", type=int, default=5, help="how often each command is timed (default: 5)")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        project = copy_project(Path(folder))
        medians = measure(project, arguments.runs)
    if arguments.json:
        print(json.dumps(medians, indent=2))
        return
    print(f"{'':<34}{'median s':>10}{'aim s':>8}")
    for name, seconds in medians.items():
        aim = AIMS.get(name)
        print(f"{name:<34}{seconds:>10.2f}{'' if aim is None else f'{aim:>8.1f}'}")


AIMS = {"--help": 0.3, "run reference --no-charts": 4.0, "run --all": 45.0}
"""Seconds on two cores that a user should not wait longer than."""


def copy_project(folder: Path) -> Path:
    """Return a copy of the shipped project."""
    for name in PROJECT:
        source = REPOSITORY / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / name)
    return folder


def measure(project: Path, runs: int) -> Rows:
    """Return the median seconds of each command, the parts of a run after it."""
    call(project, "inventory", "build")
    medians = {"--help": repeated(runs, lambda: call(project, "--help"))}
    medians["inventory build"] = repeated(runs, lambda: call(project, "inventory", "build"))
    alone = [timed(lambda: call(project, "run", "reference", "--no-charts", "--force", "--json")) for _ in range(runs)]
    medians["run reference --no-charts"] = statistics.median(seconds for seconds, _ in alone)
    for part in ("read", "build", "compile", "solve", "indicators"):
        medians[f"  {part}"] = statistics.median(json.loads(said)[0]["seconds"][part] for _, said in alone)
    drawn = repeated(runs, lambda: call(project, "run", "reference", "--force", "--json"))
    medians["run reference"] = drawn
    medians["  charts (difference)"] = drawn - medians["run reference --no-charts"]
    medians["run --all"] = repeated(max(1, runs // 2), lambda: call(project, "run", "--all", "--force", "--json"))
    medians["run --all, reused"] = repeated(runs, lambda: call(project, "run", "--all", "--json"))
    return medians


def call(project: Path, *arguments: str) -> str:
    """Run a command in the project and return what it says."""
    command: Sequence[str] = (sys.executable, "-m", "carbonpath", *arguments)
    return subprocess.run(command, cwd=project, capture_output=True, text=True, check=True).stdout


def timed(action: Callable[[], Any]) -> tuple[float, Any]:
    """Return the seconds that an action takes, and its result."""
    begun = time.perf_counter()
    result = action()
    return time.perf_counter() - begun, result


def repeated(runs: int, action: Callable[[], Any]) -> float:
    """Return the median seconds of an action."""
    return statistics.median(timed(action)[0] for _ in range(runs))


if __name__ == "__main__":
    main()
