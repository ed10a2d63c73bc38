"""What the tests of the survey share: sheets in memory, files on disk, and one reading process."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pandas as pd
import pytest
from openpyxl import Workbook

from carbonpath.core.errors import DataError, SafetyError
from carbonpath.core.problems import Problem
from carbonpath.core.schemas import ACTIVITY
from carbonpath.core.tables import as_table
from carbonpath.survey.extract import Extracted, extract
from carbonpath.survey.grid import Cell, Grid, Range
from carbonpath.survey.workbook import Reader

Cells = Sequence[Sequence[Cell]]

HEADER: tuple[Cell, ...] = ("设施", "品种", "用途", "数量", "单位", "数据来源", "排放类别")
GOOD: tuple[Cell, ...] = ("sinter", "烟煤", "燃烧", 1250.5, "t", "实测", "1A2a")
FIRM: Cells = (("企业代码", "F01"), ("报告年度", 2020.0), ("主要部门", "钢铁"))


def grid(name: str, rows: Cells, merged: Sequence[Range] = ()) -> Grid:
    width = max(len(row) for row in rows)
    return Grid(name, [[*row, *[None] * (width - len(row))] for row in rows], merged=tuple(merged))


@pytest.fixture
def good_row() -> tuple[Cell, ...]:
    """Return a row of data in which everything is right."""
    return GOOD


@pytest.fixture
def survey() -> Callable[..., Extracted]:
    """Read rows below a header, on a sheet beside one that says who reports."""

    def read(
        *rows: Sequence[Cell],
        header: Sequence[Cell] = HEADER,
        firm: Cells = FIRM,
        merged: Sequence[Range] = (),
        more: Sequence[Grid] = (),
        facilities: pd.DataFrame | None = None,
    ) -> Extracted:
        sheets = [grid("企业信息", firm)] if firm else []
        sheets.append(grid("燃料与能源", [header, *rows], merged))
        return extract([*sheets, *more], "F01-2020.xlsx", facilities)

    return read


@pytest.fixture
def found() -> Callable[[Extracted], list[tuple[str, str]]]:
    """Return the code and place of each error."""

    def errors(extracted: Extracted) -> list[tuple[str, str]]:
        return [(p.code, p.place) for p in extracted.problems if p.severity == "error"]

    return errors


@pytest.fixture
def activity() -> Callable[..., pd.DataFrame]:
    """Make an ACTIVITY table of one firm from short rows: facility, activity, item, value, unit, then any column."""

    def make(*rows: tuple[str, str, str, float, str], **columns: object) -> pd.DataFrame:
        records = [
            {
                "firm": "F01",
                "facility": facility,
                "sector": "steel",
                "category": "2C1" if facility else "",
                "activity": name,
                "item": item,
                "counterparty": "outside" if name in {"purchased", "sold"} else "",
                "year": 2020,
                "value": value,
                "unit": unit,
                "source": f"F01-2020.xlsx!表!D{number}",
                "quality": "measured",
                **columns,
            }
            for number, (facility, name, item, value, unit) in enumerate(rows, start=4)
        ]
        return as_table(records, ACTIVITY)

    return make


@pytest.fixture
def xlsx(tmp_path: Path) -> Callable[..., Path]:
    """Write sheets as a workbook, as a stranger's program would."""

    def write(name: str = "stranger.xlsx", **sheets: Cells) -> Path:
        workbook = Workbook()
        workbook.remove(workbook.worksheets[0])
        for title, rows in (sheets or {"企业信息": FIRM, "燃料与能源": (HEADER, GOOD)}).items():
            sheet = workbook.create_sheet(title)
            for row in rows:
                sheet.append(list(row))
        workbook.save(tmp_path / name)
        return tmp_path / name

    return write


@pytest.fixture
def repacked() -> Callable[[Path, dict[str, bytes]], Path]:
    """Replace or add parts of a workbook."""

    def repack(path: Path, parts: dict[str, bytes]) -> Path:
        with zipfile.ZipFile(path) as archive:
            content = {name: archive.read(name) for name in archive.namelist()} | parts
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, part in content.items():
                archive.writestr(name, part)
        path.write_bytes(buffer.getvalue())
        return path

    return repack


@pytest.fixture(scope="session")
def reader() -> Iterator[Reader]:
    """One reading process for all tests."""
    with Reader() as process:
        yield process


@pytest.fixture
def refused(reader: Reader) -> Callable[[Path], tuple[Problem, ...]]:
    """Return why a file is refused."""

    def why(path: Path) -> tuple[Problem, ...]:
        with pytest.raises((DataError, SafetyError)) as caught:
            reader.read(path)
        error = caught.value
        assert isinstance(error, SafetyError) == error.problems[0].code.startswith("CP-10")
        return error.problems

    return why
