"""Reading an otoole data set: a folder with one CSV for each set and parameter, and defaults in `config.yaml`."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from carbonpath.core.errors import DataError
from carbonpath.core.problems import Problem
from carbonpath.system.readers.dataset import DataSet, RawParameter
from carbonpath.system.readers.signatures import ALIASES, SETS, Signature, signatures

ENTRY = re.compile(r"""^["']?(\w+)["']?[ \t]*:(.*(?:\n(?:[ \t#-].*)?)*)""", re.MULTILINE)
DEFAULT = re.compile(r"""(?:^|[\s,{])default[ \t]*:[ \t]*["']?([^\s,}"'#]+)""")
CONFIGURATION = ("config.yaml", "config.yml")
SUBFOLDERS = ("", "csv", "data", "inputs")
"""Where the tables are, seen from the folder that the user names."""


def find_tables(folder: Path) -> Path | None:
    """Return the folder in which the tables of a data set stand; None if `folder` holds no data set."""
    return next((folder / name for name in SUBFOLDERS if (folder / name / "YEAR.csv").is_file()), None)


def read_otoole(folder: Path, file: str) -> DataSet:
    """Return the sets and parameters of the tables in `folder`.

    Defaults come from a configuration in the folder or the one above; without one, they are otoole's own.

    Raises
    ------
    DataError
        CP-202 for a table that cannot be read, CP-318 for one that is not known, CP-319 for columns that are not its
        indices, CP-320 for a value or default that is not a number.
    """
    problems: list[Problem] = []
    sets: dict[str, tuple[str, ...]] = {}
    parameters: dict[str, RawParameter] = {}
    for path in sorted(folder.glob("*.csv")):
        name, told = path.stem, f"{file}/{path.name}"
        try:
            rows = _rows(path)
        except (OSError, UnicodeDecodeError, csv.Error) as error:
            problems.append(Problem("CP-202", told, details={"reason": str(error)}))
            continue
        if ALIASES.get(name, name) in SETS:
            sets[ALIASES.get(name, name)] = tuple(row[0] for _, row in rows[1:])
        elif name not in signatures():
            problems += [Problem("CP-318", told, value=name)] if len(rows) > 1 else []
        else:
            parameters[name] = _read_parameter(rows, signatures()[name], told, problems)
    _add_defaults(folder, file, parameters, problems)
    if problems:
        raise DataError(*problems)
    name = folder.resolve().parent.name if folder.name in SUBFOLDERS else folder.resolve().name
    return DataSet(name, file, sets, {}, parameters)


def _rows(path: Path) -> list[tuple[int, list[str]]]:
    """Return the rows of a table that are not blank, each with its line."""
    with path.open(encoding="utf-8-sig", newline="") as handle:
        reader = csv.reader(handle)
        return [(reader.line_num, row) for row in reader if any(row)]


def _read_parameter(
    rows: list[tuple[int, list[str]]], signature: Signature, file: str, problems: list[Problem]
) -> RawParameter:
    parameter = RawParameter(len(signature.indices), file)
    places = _places(rows[0][1] if rows else [], signature)
    if len(rows) < 2:
        return parameter
    if places is None:
        columns = ", ".join((*signature.indices, "VALUE"))
        problems.append(Problem("CP-319", file, "line 1", ", ".join(rows[0][1]), {"known": columns}))
        return parameter
    lines, cells = [line for line, _ in rows[1:]], [row for _, row in rows[1:]]
    for line, row in rows[1:]:
        if len(row) <= max(places) or not _is_number(row[places[-1]]):
            problems.append(Problem("CP-320", file, f"line {line}", ",".join(row)))
    if not problems:
        columns_of = list(zip(*cells, strict=False))
        parameter.extend([columns_of[place] for place in places[:-1]], map(float, columns_of[places[-1]]), lines)
    return parameter


def _places(header: list[str], signature: Signature) -> list[int] | None:
    """Return where the indices and the value stand; a set that is an index twice has an underscore the second time."""
    names = [ALIASES.get(name.strip(), name.strip()) for name in header]
    wanted: list[str] = []
    for name in signature.indices:
        wanted.append(f"_{name}" if name in wanted else name)
    try:
        return [names.index(name) for name in (*wanted, "VALUE")]
    except ValueError:
        return None


def _add_defaults(folder: Path, file: str, parameters: dict[str, RawParameter], problems: list[Problem]) -> None:
    stated, source = _stated_defaults(folder, file)
    for name, (word, line) in stated.items():
        if not _is_number(word):
            problems.append(Problem("CP-320", source, f"line {line}", word))
            continue
        signature = signatures()[name]
        parameter = parameters.setdefault(name, RawParameter(len(signature.indices), source))
        parameter.default, parameter.default_source = float(word), f"{source}:{line}"


def _stated_defaults(folder: Path, file: str) -> tuple[Mapping[str, tuple[str, int]], str]:
    """Return each default as it is written, with its line, and the file in which they stand.

    Only the defaults are taken from a configuration; a search for them is a hundred times faster than reading all of
    it as YAML.
    """
    for parent, told in ((folder, file), (folder.parent, str(Path(file).parent))):
        for name in CONFIGURATION:
            path = parent / name
            if path.is_file():
                return dict(_entries(path.read_text(encoding="utf-8-sig"))), f"{told}/{name}"
    return {}, ""


def _entries(text: str) -> Iterator[tuple[str, tuple[str, int]]]:
    for entry in ENTRY.finditer(text):
        found = DEFAULT.search(entry.group(2))
        if found and entry.group(1) in signatures():
            yield entry.group(1), (found.group(1), text.count("\n", 0, entry.start(2) + found.start(1)) + 1)


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True
