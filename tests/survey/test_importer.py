"""Surveys of many firms, read at once."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from python_calamine import CalamineWorkbook

from carbonpath.core.errors import DataError
from carbonpath.core.schemas import ACTIVITY
from carbonpath.core.tables import as_table
from carbonpath.survey.firm_sheet import FirmSheet
from carbonpath.survey.importer import import_workbook, import_workbooks
from carbonpath.survey.template import write_workbook

Activity = Callable[..., pd.DataFrame]
Xlsx = Callable[..., Path]


def workbook(path: Path, firm: str, year: int, rows: int = 3) -> Path:
    """Write the workbook of a firm with so many rows of fuel."""
    items = ("bituminous", "coke", "diesel")
    records = [
        {"firm": firm, "facility": f"line_{n // 3}", "sector": "steel", "category": "1A2a", "activity": "combusted",
         "item": items[n % 3], "year": year, "value": n + 0.5, "unit": "t", "quality": "measured"}
        for n in range(rows)
    ]  # fmt: skip
    write_workbook(path, FirmSheet(firm, year, "steel"), as_table(records, ACTIVITY))
    return path


def test_a_survey_knows_its_firm_year_and_file(tmp_path: Path) -> None:
    survey = import_workbook(workbook(tmp_path / "F01-2020.xlsx", "F01", 2020))
    assert (survey.firm, survey.year, len(survey.activity), survey.problems) == ("F01", 2020, 3, ())
    assert survey.activity["source"].iloc[0] == "F01-2020.xlsx!燃料与能源!D4"
    assert list(survey.activity.columns) == ACTIVITY.names
    assert (len(survey.sha256), survey.encoding) == (64, "xlsx")


def test_a_text_file_is_a_survey_too(tmp_path: Path) -> None:
    header = "企业代码,年份,部门,设施,品种,用途,数量,单位\n"
    path = tmp_path / "F06.csv"
    path.write_bytes((header + 'F06,2021,水泥,kiln,烟煤,燃烧,"1,250.5",t\n').encode("gb18030"))
    survey = import_workbook(path)
    assert survey.activity[["firm", "year", "value", "source"]].to_numpy().tolist() == [
        ["F06", 2021, 1250.5, "F06.csv!CSV!G2"]
    ]
    assert survey.encoding == "gb18030"


def test_the_problems_of_all_files_come_together(xlsx: Xlsx, tmp_path: Path) -> None:
    firm = (("企业代码", "F02"), ("年度", 2020), ("部门", "钢铁"))
    header = ("设施", "品种", "用途", "数量", "单位")
    wrong = xlsx("wrong.xlsx", 企业信息=firm, 燃料=(header, ("kiln", "天然气", "燃烧", "约12", "t")))
    (tmp_path / "empty.xlsx").write_bytes(b"")
    with pytest.raises(DataError) as caught:
        import_workbooks([workbook(tmp_path / "good.xlsx", "F01", 2020), wrong, tmp_path / "empty.xlsx"])
    assert [(p.code, p.file, p.place) for p in caught.value.problems] == [
        ("CP-275", "wrong.xlsx", "燃料!E2"),
        ("CP-260", "wrong.xlsx", "燃料!D2"),
        ("CP-230", "empty.xlsx", ""),
    ]
    assert caught.value.exit_code == 3


def test_a_firm_and_year_comes_once(tmp_path: Path) -> None:
    first = workbook(tmp_path / "F01-2020.xlsx", "F01", 2020)
    second = workbook(tmp_path / "F01-2020-new.xlsx", "F01", 2020, rows=4)
    copy = Path(shutil.copy(first, tmp_path / "F01-2020(1).xlsx"))
    with pytest.raises(DataError) as caught:
        import_workbooks([first, second, copy])
    assert [(p.code, p.file, p.details["other"]) for p in caught.value.problems] == [
        ("CP-283", "F01-2020-new.xlsx", "F01-2020.xlsx"),
        ("CP-283", "F01-2020(1).xlsx", "F01-2020.xlsx"),
    ]


def best(action: Callable[[], object]) -> float:
    """Return the shorter of two times that an action takes."""
    seconds = []
    for _ in range(2):
        begun = time.perf_counter()
        action()
        seconds.append(time.perf_counter() - begun)
    return min(seconds)


def test_thirty_workbooks_cost_less_than_thirty_imports(tmp_path: Path) -> None:
    paths = [workbook(tmp_path / f"F{n:02d}-{y}.xlsx", f"F{n:02d}", y) for n in range(10) for y in (2020, 2021, 2022)]
    assert [(s.firm, s.year) for s in import_workbooks(paths)] == [
        (f"F{n:02d}", y) for n in range(10) for y in (2020, 2021, 2022)
    ]
    assert best(lambda: import_workbooks(paths)) < 20 * best(lambda: import_workbook(paths[0]))


@pytest.mark.slow
def test_time_grows_with_the_rows_and_stays_near_that_of_the_parser(tmp_path: Path) -> None:
    small = workbook(tmp_path / "small.xlsx", "F01", 2020, rows=2_500)
    large = workbook(tmp_path / "large.xlsx", "F01", 2020, rows=20_000)
    assert len(import_workbook(large).activity) == 20_000
    parsed = best(lambda: CalamineWorkbook.from_path(str(large)).get_sheet_by_index(2).to_python())
    imported = best(lambda: import_workbook(large))
    assert imported < 16 * best(lambda: import_workbook(small))
    assert imported < 40 * parsed
