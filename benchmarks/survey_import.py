"""Time the import of surveys: ``python benchmarks/survey_import.py [-n RUNS] [--rows ROWS] [--json]``.

One workbook with many rows, one by month, and thirty small ones; the median of the runs in seconds, and how many times
that of the bare parser on the same file it is. The aim is for two cores.
"""

from __future__ import annotations

import argparse
import json
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pandas as pd
from python_calamine import CalamineWorkbook

from carbonpath.core.schemas import ACTIVITY, MONTHLY
from carbonpath.core.tables import as_table
from carbonpath.survey.checks import check_activity
from carbonpath.survey.firm_sheet import FirmSheet
from carbonpath.survey.importer import import_workbooks
from carbonpath.survey.template import write_workbook
from carbonpath.survey.workbook import Reader

REPOSITORY = Path(__file__).parents[1]
ITEMS = ("bituminous", "coke", "diesel", "natural_gas")
UNITS = {"natural_gas": "1e4_nm3"}
AIMS = {"import, one year": 3.0}
"""Seconds on two cores that a user should not wait longer than, for 20,000 rows."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What one step took."""

    seconds: float
    """Median."""
    parser: float
    """Median of the bare parser on the same files."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", "--runs", type=int, default=3, help="how often each step is timed (default: 3)")
    parser.add_argument("--rows", type=int, default=20_000, help="rows of the large workbook (default: 20000)")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        measured = measure(Path(folder), arguments.rows, arguments.runs)
    if arguments.json:
        found = {name: {"seconds": m.seconds, "ratio": m.seconds / m.parser} for name, m in measured.items()}
        print(json.dumps(found, indent=2))
        return
    print(f"{'':<40}{'median s':>10}{'x parser':>10}{'aim s':>8}")
    for name, step in measured.items():
        aim = AIMS.get(name)
        shown = "" if aim is None else f"{aim:>8.1f}"
        print(f"{name:<40}{step.seconds:>10.2f}{step.seconds / step.parser:>10.1f}{shown}")


def measure(folder: Path, rows: int, runs: int) -> dict[str, Measured]:
    """Return what each step takes."""
    yearly, monthly = write_large(folder / "F01-2020.xlsx", rows), write_large(folder / "F02-2020.xlsx", rows // 10, 12)
    shipped = sorted((REPOSITORY / "inventories" / "qingshan" / "surveys").glob("*.xlsx"))[:30]
    measured = {}
    named = {"one year": [yearly], "by month, a tenth of the rows": [monthly], "thirty workbooks": shipped}
    for name, paths in named.items():
        bare = median(runs, partial(parse_all, paths))
        measured[f"open, {name}"] = Measured(median(runs, partial(open_all, paths)), bare)
        measured[f"import, {name}"] = Measured(median(runs, partial(import_workbooks, paths)), bare)
    surveys = import_workbooks(shipped)
    activity = pd.concat([survey.activity for survey in surveys])
    measured["check, thirty workbooks"] = Measured(median(runs, lambda: check_activity(activity)), bare)
    return measured


def write_large(path: Path, rows: int, months: int = 0) -> Path:
    """Write a workbook of one firm with so many rows of fuel."""
    firm = path.name.partition("-")[0]
    records: list[dict[str, object]] = [
        {
            "firm": firm,
            "facility": f"line_{number // len(ITEMS)}",
            "sector": "steel",
            "category": "1A2a",
            "activity": "combusted",
            "item": ITEMS[number % len(ITEMS)],
            "year": 2020,
            "value": (number + 0.5) * max(months, 1),
            "unit": UNITS.get(ITEMS[number % len(ITEMS)], "t"),
            "quality": "measured",
        }
        for number in range(rows)
    ]
    by_month = [{**r, "month": m, "value": n + 0.5} for n, r in enumerate(records) for m in range(1, months + 1)]
    monthly = as_table(by_month, MONTHLY) if months else None
    write_workbook(path, FirmSheet(firm, 2020, "steel"), as_table(records, ACTIVITY), monthly)
    return path


def parse_all(paths: Sequence[Path]) -> None:
    """Read the cells of workbooks with the parser alone."""
    for path in paths:
        workbook = CalamineWorkbook.from_path(str(path))
        for name in workbook.sheet_names:
            workbook.get_sheet_by_name(name).to_python()


def open_all(paths: Sequence[Path]) -> None:
    """Open files in the reading process and take their rows, keeping nothing."""
    with Reader() as reader:
        for path in paths:
            reader.read(path)


def median(runs: int, action: Callable[[], object]) -> float:
    """Return the median seconds of an action."""
    seconds = []
    for _ in range(runs):
        begun = time.perf_counter()
        action()
        seconds.append(time.perf_counter() - begun)
    return statistics.median(seconds)


if __name__ == "__main__":
    main()
