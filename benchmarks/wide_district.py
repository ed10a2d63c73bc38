"""Make a wide district from the shipped one: ``python benchmarks/wide_district.py FOLDER [--firms N]``.

Every firm is copied, with its workbooks, assets, demands, limits and exchanges, until there are N firms; limits and
demands that all share grow with them, in the data and in the scenarios. The folder is a project like any other:
``carbonpath -C FOLDER run reference``.
"""

from __future__ import annotations

import argparse
import csv
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from carbonpath.core.tables import read_csv
from carbonpath.survey.firm_sheet import FirmSheet
from carbonpath.survey.importer import ImportedSurvey, import_workbooks
from carbonpath.survey.template import write_workbook

REPOSITORY = Path(__file__).parents[1]
FIRM = re.compile(r"(?<![A-Za-z0-9])F(0[1-9]|10)(?![0-9])")
KEYS = {
    "assets.csv": ("asset", "firm"),
    "demand.csv": ("commodity",),
    "exchanges.csv": ("from_firm", "to_firm"),
    "facilities.csv": ("firm",),
    "groups.csv": ("technology",),
    "limits.csv": ("name",),
}
"""Columns by which the rows of a file belong to a firm."""
AMOUNTS = ("capacity", "value")
"""Columns that hold what a firm has, makes or may do."""
SHARES = ("%", "1", "")
"""Units of what is no amount."""
ITEM = re.compile(r"\s*- ")
"""First line of an entry of a scenario file."""
UNIT = re.compile(r"(?<!, )unit: \"?([^\",}]+)")
"""Unit of the numbers that follow; that of a single amount stands behind its value."""
YEARLY = re.compile(r"(\b20\d\d: )([0-9.]+)")
"""A year and its number."""
FIRMS = 10
"""Firms of the shipped district."""


def main() -> None:
    """Read the command line and write the project."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="new folder of the project")
    parser.add_argument("--firms", type=int, default=400, help="firms, in tens (default: 400)")
    arguments = parser.parse_args()
    make_wide(arguments.folder, arguments.firms // FIRMS)


def make_wide(folder: Path, copies: int, year: int = 2020) -> None:
    """Write a project with the shipped firms `copies` times, and their workbooks of `year`."""
    inventory = folder / "inventories" / "qingshan"
    shutil.copytree(REPOSITORY / "inventories", folder / "inventories", ignore=shutil.ignore_patterns("*.xlsx"))
    shutil.copytree(REPOSITORY / "scenarios", folder / "scenarios")
    shutil.copy(REPOSITORY / "carbonpath.yaml", folder)
    facilities = read_csv(REPOSITORY / "inventories" / "qingshan" / "system" / "facilities.csv")
    workbooks = sorted((REPOSITORY / "inventories" / "qingshan" / "surveys").glob(f"*-{year}.xlsx"))
    for survey in import_workbooks(workbooks, facilities):
        for copy in range(copies):
            copy_workbook(survey, inventory / "surveys", copy)
    for name, keys in {**KEYS, "technologies.csv": (), "../firms.csv": ("firm",)}.items():
        widen(inventory / "system" / name, keys, copies)
    for path in sorted((folder / "scenarios").glob("*.yaml")):
        widen_scenario(path, sum(map(size, range(copies))))


def renamed(text: str, copy: int) -> str:
    """Return a text in which every firm is its copy; the first copy keeps its name."""
    return text if copy == 0 else FIRM.sub(lambda found: f"F{copy:02d}{found[1]}", text)


def copy_workbook(source: ImportedSurvey, folder: Path, copy: int) -> None:
    """Write the workbook of a copy of a firm, every amount as large as the copy."""
    facts = source.facts
    rows = source.activity.copy()
    for column in ("firm", "counterparty"):
        rows[column] = [renamed(str(name), copy) for name in rows[column]]
    amounts = ~rows["unit"].str.contains("/", regex=False) & ~rows["unit"].isin(SHARES)
    rows["value"] = rows["value"].where(~amounts, rows["value"] * size(copy))
    firm = FirmSheet(
        renamed(facts.firm, copy),
        facts.year,
        facts.sector,
        renamed(facts.name, copy),
        facts.template,
        facts.guideline,
        facts.contact,
        illustrative=facts.illustrative,
    )
    write_workbook(folder / f"{firm.firm}-{firm.year}.xlsx", firm, rows)


def widen(path: Path, keys: tuple[str, ...], copies: int) -> None:
    """Write a file with the rows of every copy."""
    with path.open(encoding="utf-8", newline="") as stream:
        reader = csv.DictReader(stream)
        names, rows = list(reader.fieldnames or ()), list(reader)
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, names, lineterminator="\n")
        writer.writeheader()
        writer.writerows(wide for row in rows for wide in widened(row, keys, copies))


def size(copy: int) -> float:
    """Return the size of a copy: each a ten-thousandth smaller than the one before, as no two firms are alike."""
    return 1.0 - 1e-4 * copy


def widened(row: dict[str, str], keys: tuple[str, ...], copies: int) -> Iterator[dict[str, str]]:
    """Yield a row once for each copy of its firm; a row of all firms once, with its amount multiplied."""
    if "owners" in row:
        yield {**row, "owners": " ".join(renamed(row["owners"], copy) for copy in range(copies))}
    elif any(FIRM.search(row[key]) for key in keys):
        for copy in range(copies):
            amounts = {name: repr(float(row[name]) * size(copy)) for name in AMOUNTS if name in row}
            yield {**row, **{key: renamed(row[key], copy) for key in keys}, **amounts}
    elif "value" in row and not row.get("of"):
        yield {**row, "value": repr(float(row["value"]) * sum(map(size, range(copies))))}
    else:
        yield row


def widen_scenario(path: Path, factor: float) -> None:
    """Multiply the amounts of a scenario that hold for the whole district; one firm's, shares and prices stay."""
    unit, own, wide = "", False, []
    for line in path.read_text(encoding="utf-8").splitlines():
        if ITEM.match(line) or "reason:" in line:
            unit, own = "", False
        own = own or "firm: " in line
        found = UNIT.search(line)
        unit = found[1] if found else unit
        scaled = unit and unit not in SHARES and not unit.startswith("CNY") and not own
        wide.append(YEARLY.sub(lambda pair: f"{pair[1]}{float(pair[2]) * factor!r}", line) if scaled else line)
    path.write_text("\n".join(wide) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
