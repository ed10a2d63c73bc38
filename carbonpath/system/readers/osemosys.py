"""Reading an OSeMOSYS data set of any form as a system."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd

from carbonpath.core.errors import DataError
from carbonpath.core.problems import Problem
from carbonpath.core.tables import as_table, empty_table
from carbonpath.core.vocabulary import quantity
from carbonpath.system.readers.coding import Entries, check_sets, code, ordered_sets
from carbonpath.system.readers.dataset import DataSet, RawParameter
from carbonpath.system.readers.interpret import interpret, user_rows
from carbonpath.system.readers.mathprog import read_mathprog
from carbonpath.system.readers.muio import check_muio, selected
from carbonpath.system.readers.otoole import find_tables, read_otoole
from carbonpath.system.readers.readings import Coded
from carbonpath.system.readers.signatures import signatures
from carbonpath.system.system import COMMODITIES, GROUPS, TECHNOLOGIES, System

ACTIVITY_UNIT, CAPACITY_UNIT = "activity", "capacity"
"""Units of technologies; a data set does not say which they are."""


def read_osemosys(path: Path) -> System:
    """Return the system of an otoole folder or a GNU MathProg data file.

    Parameters
    ----------
    path
        Folder with ``YEAR.csv`` (or with a folder ``csv`` or ``data`` that has it), or data file.

    Raises
    ------
    DataError
        CP-316 if `path` is neither; otherwise every problem that `read_mathprog`, `read_otoole` and the interpretation
        of the data find: CP-321 an index given twice, CP-322 a set without members, CP-323 an index that is no member,
        CP-313 a value missing, CP-314 and CP-315 what the model does not know.
    """
    data = read_dataset(path)
    problems = [*check_sets(data), *check_muio(data)]
    if problems:
        raise DataError(*problems)
    sets = ordered_sets(data)
    coded = Coded(data, sets, code(data, sets, problems))
    if problems:
        raise DataError(*problems)
    coded = selected(coded)
    rows = interpret(coded, problems)
    if problems:
        raise DataError(*problems)
    return _system(coded, rows)


def read_dataset(path: Path) -> DataSet:
    """Return sets and parameters of a data set as they are written.

    Raises
    ------
    DataError
        CP-201 or CP-316 if there is no data set at `path`, and what the reader of its form raises.
    """
    file = str(path)
    if path.is_dir():
        tables = find_tables(path)
        if tables is None:
            raise DataError(Problem("CP-316", file))
        return read_otoole(tables, file if tables == path else f"{file}/{tables.name}")
    if not path.is_file():
        raise DataError(Problem("CP-201", file))
    data = read_mathprog(path, file)
    if "YEAR" not in data.sets:
        raise DataError(Problem("CP-316", file))
    return data


def _system(coded: Coded, rows: dict[str, Entries]) -> System:
    sets = coded.sets
    parameters = {
        signatures()[name].quantity: _table(coded, name, signatures()[name].quantity, entries)
        for name, entries in rows.items()
        if entries.values.size
    }
    for name, entries in user_rows(coded).items():
        parameters[name] = _table(coded, "UDCConstant", name, entries)
    shares = coded.array("YearSplit")
    return System(
        name=coded.data.name,
        regions=sets["REGION"],
        years=tuple(int(year) for year in sets["YEAR"]),
        timeslices=dict(zip(sets["TIMESLICE"], shares[:, 0].tolist(), strict=True)),
        modes=sets["MODE_OF_OPERATION"],
        emissions=sets["EMISSION"],
        technologies=as_table(
            pd.DataFrame(
                {
                    "technology": sets["TECHNOLOGY"],
                    "role": "process",
                    "activity_unit": ACTIVITY_UNIT,
                    "capacity_unit": CAPACITY_UNIT,
                    "source": coded.data.file,
                }
            ),
            TECHNOLOGIES,
        ),
        commodities=as_table(
            pd.DataFrame({"commodity": sets["FUEL"], "base": sets["FUEL"], "balance": "surplus", "tce_per_unit": 0.0}),
            COMMODITIES,
        ),
        groups=empty_table(GROUPS),
        parameters=parameters,
        storages=sets["STORAGE"],
        seasons=sets["SEASON"],
        day_types=sets["DAYTYPE"],
        brackets=sets["DAILYTIMEBRACKET"],
        user_constraints=sets["UDC"],
    )


def _table(coded: Coded, name: str, parameter: str, entries: Entries) -> pd.DataFrame:
    """Return entries as a PARAMETER table."""
    columns: dict[str, object] = {}
    members = (coded.sets[index] for index in signatures()[name].indices)
    for index, labels, positions in zip(quantity(parameter).indices, members, entries.positions, strict=True):
        known = np.array([int(label) for label in labels]) if index == "year" else np.array(labels, dtype=object)
        columns[index] = known[positions]
    columns["value"] = entries.values
    columns["source"] = _sources(coded.data.parameters.get(name), entries)
    return pd.DataFrame(columns)


def _sources(parameter: RawParameter | None, entries: Entries) -> list[str]:
    """Return file and line of each entry; where the default is stated, for one that is not given."""
    if parameter is None:
        return ["OSeMOSYS"] * entries.values.size
    lines, places = np.unique(entries.lines, return_inverse=True)
    told = [f"{parameter.file}:{line}" if line else parameter.default_source or "OSeMOSYS" for line in lines]
    return [told[place] for place in places.tolist()]
