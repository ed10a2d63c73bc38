"""What is written can be read, by the importer and by other programs, and is always the same."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from carbonpath.core.errors import DataError
from carbonpath.core.schemas import ACTIVITY, MONTHLY
from carbonpath.core.tables import as_table
from carbonpath.survey.codes import activity_rules
from carbonpath.survey.extract import extract
from carbonpath.survey.firm_sheet import FirmSheet
from carbonpath.survey.form import usual_category
from carbonpath.survey.sectors import TEMPLATES, sector_template
from carbonpath.survey.template import write_template, write_workbook
from carbonpath.survey.workbook import Reader

Activity = Callable[..., pd.DataFrame]


def filled(template: str, value: float = 0.5) -> tuple[FirmSheet, pd.DataFrame]:
    """Fill every row of a template with one number."""
    asked = sector_template(template)
    firm = FirmSheet("F01", 2020, asked.sector, template=template, illustrative=True)
    known = {facility.facility: facility for facility in asked.facilities}
    records = [
        {
            "firm": "F01",
            "facility": row.facility,
            "sector": known[row.facility].sector if row.facility else asked.sector,
            "category": row.category.replace("none", "") or usual_category(row.activity, known[row.facility].category)
            if row.facility and row.category != "none"
            else "",
            "activity": row.activity,
            "item": row.item,
            "counterparty": "F02" if activity_rules()[row.activity].counterparty else "",
            "year": 2020,
            "value": value,
            "unit": row.unit,
            "source": "",
            "quality": "invoiced",
        }
        for row in asked.rows
    ]
    return firm, as_table(records, ACTIVITY)


def sorted_rows(table: pd.DataFrame) -> pd.DataFrame:
    keys = ["facility", "activity", "item", "category", "value"]
    return table.drop(columns="source").sort_values(keys).reset_index(drop=True)


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_template_can_be_filled_and_read_back(template: str, tmp_path: Path, reader: Reader) -> None:
    firm, rows = filled(template)
    write_workbook(tmp_path / "F01-2020.xlsx", firm, rows)
    extracted = extract(reader.read(tmp_path / "F01-2020.xlsx").grids, "F01-2020.xlsx")
    assert extracted.problems == ()
    pd.testing.assert_frame_equal(sorted_rows(extracted.activity), sorted_rows(rows))
    assert (extracted.facts.template, extracted.facts.illustrative) == (template, True)


@pytest.mark.parametrize("template", TEMPLATES)
def test_an_empty_template_asks_for_its_numbers(template: str, tmp_path: Path, reader: Reader) -> None:
    write_template(template, tmp_path / "empty.xlsx")
    extracted = extract(reader.read(tmp_path / "empty.xlsx").grids, "empty.xlsx")
    codes = [problem.code for problem in extracted.problems]
    assert set(codes) <= {"CP-245", "CP-261", "CP-278"}
    assert codes.count("CP-261") == len(sector_template(template).rows)


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_template_can_be_filled_by_month_and_read_back(template: str, tmp_path: Path, reader: Reader) -> None:
    firm, rows = filled(template)
    amounts = ~rows["activity"].map(lambda name: activity_rules()[name].sheet == "measured")
    monthly = pd.concat([rows.assign(month=month) for month in range(1, 13)], ignore_index=True)
    rows["value"] = rows["value"] * amounts.map({True: 12.0, False: 1.0})
    write_workbook(tmp_path / "F01-2020.xlsx", firm, rows, as_table(monthly, MONTHLY))
    extracted = extract(reader.read(tmp_path / "F01-2020.xlsx").grids, "F01-2020.xlsx")
    assert extracted.problems == ()
    pd.testing.assert_frame_equal(sorted_rows(extracted.activity), sorted_rows(rows))
    assert len(extracted.monthly) == 12 * len(rows)


def test_a_template_by_month_asks_for_twelve_months_and_their_total(tmp_path: Path, reader: Reader) -> None:
    write_template("cement", tmp_path / "a.xlsx", monthly=True)
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["燃料与能源"]
    assert [cell.value for cell in sheet[2]][3:17] == [*(f"{n}月" for n in range(1, 13)), "全年合计", "单位"]
    assert [cell.value for cell in sheet[3]][3:5] == ["January", "February"]
    extracted = extract(reader.read(tmp_path / "a.xlsx").grids, "a.xlsx")
    assert {problem.code for problem in extracted.problems} <= {"CP-245", "CP-261", "CP-278"}


def test_months_without_their_year_are_not_written(tmp_path: Path) -> None:
    firm, rows = filled("slag")
    monthly = as_table(rows.assign(month=1, item="coke"), MONTHLY)
    with pytest.raises(DataError, match="CP-288"):
        write_workbook(tmp_path / "a.xlsx", firm, rows, monthly)
    assert list(tmp_path.iterdir()) == []


def test_the_same_content_gives_the_same_bytes(tmp_path: Path) -> None:
    firm, rows = filled("steel")
    for name in ("a.xlsx", "b.xlsx"):
        write_workbook(tmp_path / name, firm, rows)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_text_is_never_a_formula(tmp_path: Path, activity: Activity) -> None:
    firm = FirmSheet(
        "F01", 2020, "steel", name='=HYPERLINK("http://x","y")', contact="=cmd|'/c calc'!A0", guideline="+1"
    )
    rows = activity(("=1+1", "combusted", "coke", 1.0, "t"), ("", "sold", "coke", 1.0, "t"))
    write_workbook(tmp_path / "a.xlsx", firm, rows)
    cells = [c for s in openpyxl.load_workbook(tmp_path / "a.xlsx") for row in s.iter_rows() for c in row]
    assert "=1+1" in [cell.value for cell in cells]
    assert all(cell.data_type != "f" for cell in cells)


def test_headers_are_in_both_languages_and_locked(tmp_path: Path) -> None:
    write_template("cement", tmp_path / "a.xlsx")
    workbook = openpyxl.load_workbook(tmp_path / "a.xlsx")
    sheet = workbook["燃料与能源"]
    assert [cell.value for cell in sheet[2]][:5] == ["设施", "品种", "用途", "数量", "单位"]
    assert [cell.value for cell in sheet[3]][:5] == ["Facility", "Item", "Activity", "Quantity", "Unit"]
    assert sheet.protection.sheet
    assert sheet["A2"].protection.locked
    assert not sheet["D4"].protection.locked
    assert "空白不等于零" in sheet["D2"].comment.text  # type: ignore[union-attr]


def test_drop_downs_offer_the_codes(tmp_path: Path) -> None:
    write_template("cement", tmp_path / "a.xlsx")
    offers = openpyxl.load_workbook(tmp_path / "a.xlsx")["燃料与能源"].data_validations.dataValidation
    by_column = {str(offer.sqref)[0]: offer.formula1 for offer in offers}
    assert by_column["A"] == "'代码表'!$A$4:$A$303"
    assert "燃烧 | combusted" in str(by_column["C"])


def test_illustrative_numbers_say_so_on_every_sheet(tmp_path: Path) -> None:
    firm, rows = filled("slag")
    write_workbook(tmp_path / "a.xlsx", firm, rows)
    titles = [sheet["A1"].value for sheet in openpyxl.load_workbook(tmp_path / "a.xlsx")]
    assert all("示意数据" in str(title) for title in titles)


def test_nothing_is_written_if_the_rows_do_not_fit(tmp_path: Path, activity: Activity) -> None:
    rows = activity(("kiln", "combusted", "coke", 1.0, "t"), firm="F99")
    with pytest.raises(DataError, match="CP-288"):
        write_workbook(tmp_path / "a.xlsx", FirmSheet("F01", 2020, "steel"), rows)
    assert list(tmp_path.iterdir()) == []


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=st.floats(1e-9, 1e15).map(lambda number: float(f"{number:.15g}")))
def test_numbers_keep_fifteen_digits(value: float, tmp_path: Path, reader: Reader) -> None:
    firm, rows = filled("slag", value)
    write_workbook(tmp_path / "a.xlsx", firm, rows)
    extracted = extract(reader.read(tmp_path / "a.xlsx").grids, "a.xlsx")
    assert set(extracted.activity["value"]) == {value}
