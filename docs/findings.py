"""Numbers of the pages of findings, read from stored studies: ``python docs/findings.py [PROJECT]``.

Each row of ``docs/study-findings.csv`` says where one number of ``docs/{zh,en}/study-findings.md`` comes from: a table
of a study (``samples.csv`` or ``sensitivity.csv``), which rows of it, which column and what is taken of that. Run and
analyse the studies first, with the commands on the page. What differs is printed, and the exit code is then 1.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

import pandas as pd

HERE = Path(__file__).parent
STATISTICS = {"min": 0.0, "q05": 0.05, "q95": 0.95, "max": 1.0}
"""Quantiles of a column by name; beside them ``share`` of the rows, and ``only`` value of one row."""


def claims() -> pd.DataFrame:
    """Return the numbers that are told, one a row."""
    return pd.read_csv(HERE / "study-findings.csv", keep_default_na=False, dtype={"en": str, "zh": str})


def number(text: str) -> float:
    """Return the number that a text shows."""
    return float(text.replace(",", "").rstrip(" %"))


def value(claim: Mapping[str, object], table: pd.DataFrame) -> float:
    """Return what a study says where a page shows a number, in the unit of the English page."""
    rows = table.query(str(claim["select"]))
    statistic, scale = str(claim["statistic"]), float(str(claim["scale"]))
    if statistic == "share":
        return scale * len(rows) / len(table)
    column = rows[str(claim["column"])]
    if statistic == "only":
        return scale * float(column.item())
    return scale * float(column.quantile(STATISTICS[statistic]))


def main(project: Path) -> int:
    """Compare every number with its study, and print what differs."""
    wrong = missing = 0
    for claim in claims().to_dict("records"):
        path = project / "runs" / "studies" / claim["study"] / f"{claim['table']}.csv"
        if not path.is_file():
            missing += 1
            print(f"{claim['study']}: no {path.name}")
            continue
        table = pd.read_csv(path).rename(columns=lambda name: name.replace(":", "_"))
        found, told = value(claim, table), claim["en"]
        if abs(found - number(told)) > 0.5001 * float(claim["precision"]):
            wrong += 1
            print(
                f"{claim['study']}: {told} is {found:.5g} ({claim['select']}; {claim['column']} {claim['statistic']})"
            )
    print(f"{len(claims())} numbers: {wrong} differ, {missing} without their study")
    return 1 if wrong or missing else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path()))
