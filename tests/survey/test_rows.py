"""A row of cells becomes a row of ACTIVITY, or everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest

from carbonpath.survey.extract import Extracted
from carbonpath.survey.grid import Cell

Survey = Callable[..., Extracted]
Found = Callable[[Extracted], list[tuple[str, str]]]

FACILITY, ITEM, ACTIVITY, QUANTITY, UNIT, QUALITY, CATEGORY = range(7)

WRONG: dict[str, tuple[int, Cell, str]] = {
    "unknown item": (ITEM, "飞机煤", "CP-270"),
    "item missing": (ITEM, None, "CP-273"),
    "name against code": (ITEM, "烟煤 | anthracite", "CP-279"),
    "unknown activity": (ACTIVITY, "吃掉", "CP-271"),
    "facility missing": (FACILITY, None, "CP-273"),
    "quantity missing": (QUANTITY, None, "CP-261"),
    "quantity with its unit": (QUANTITY, "12万吨", "CP-260"),
    "quantity is true": (QUANTITY, True, "CP-264"),
    "negative": (QUANTITY, -3.0, "CP-268"),
    "unit missing": (UNIT, None, "CP-273"),
    "unknown unit": (UNIT, "车", "CP-274"),
    "number in the unit": (UNIT, "12 t", "CP-274"),
    "cubic metres of a solid": (UNIT, "万m3", "CP-275"),
    "power for an amount": (UNIT, "MW", "CP-275"),
    "unknown quality": (QUALITY, "听说", "CP-277"),
    "unknown category": (CATEGORY, "9Z9", "CP-276"),
}


def test_a_right_row_is_read_with_the_cell_of_its_number(survey: Survey, good_row: tuple[Cell, ...]) -> None:
    table = survey(good_row).activity
    assert table.to_dict("records") == [
        {
            "firm": "F01",
            "facility": "sinter",
            "sector": "steel",
            "category": "1A2a",
            "activity": "combusted",
            "item": "bituminous",
            "counterparty": "",
            "year": 2020,
            "value": 1250.5,
            "unit": "t",
            "source": "F01-2020.xlsx!燃料与能源!D2",
            "quality": "measured",
        }
    ]


@pytest.mark.parametrize("case", WRONG.values(), ids=WRONG.keys())
def test_each_wrong_cell_is_named(
    survey: Survey, found: Found, good_row: tuple[Cell, ...], case: tuple[int, Cell, str]
) -> None:
    column, cell, code = case
    row = [*good_row[:column], cell, *good_row[column + 1 :]]
    assert found(survey(row)) == [(code, f"燃料与能源!{'ABCDEFG'[column]}2")]


def test_every_problem_of_a_file_is_gathered(survey: Survey, found: Found) -> None:
    wrong = ("sinter", "飞机煤", "燃烧", "约12", "车", "实测", "1A2a")
    assert [code for code, _ in found(survey(wrong, wrong))] == ["CP-270", "CP-274", "CP-260"] * 2


def test_a_gas_is_no_mass(survey: Survey, found: Found) -> None:
    extracted = survey(("sinter", "天然气", "燃烧", 5.0, "t", "实测", "1A2a"))
    assert found(extracted) == [("CP-275", "燃料与能源!E2")]
    assert "1e4_nm3" in extracted.problems[-1].told("zh")["expected"]


def test_a_row_that_does_not_apply_is_left_out(survey: Survey, found: Found, good_row: tuple[Cell, ...]) -> None:
    extracted = survey(good_row, ("kiln", "焦炭", "燃烧", "不适用", "t", None, None))
    assert (len(extracted.activity), found(extracted)) == (1, [])


def test_zero_is_a_number(survey: Survey, good_row: tuple[Cell, ...]) -> None:
    assert survey([*good_row[:3], 0.0, *good_row[4:]]).activity["value"].tolist() == [0.0]


def test_a_blank_category_is_that_of_fuel_burnt_in_the_process(survey: Survey, good_row: tuple[Cell, ...]) -> None:
    listed = survey(good_row[:6], facilities=_listed()).activity
    assert listed["category"].tolist() == ["1A2a"]


def test_what_emits_nothing_itself_says_so(survey: Survey) -> None:
    row = ("sinter", "电力", "投入", 5.0, "MWh", "实测", "不直接排放 | none")
    assert survey(row).activity["category"].tolist() == [""]


def test_purchases_are_those_of_the_firm(survey: Survey, found: Found) -> None:
    header = ("用途", "品种", "交易对方", "数量", "单位", "设施")
    good = ("购入", "电力", "区外", 5.0, "MWh", None)
    assert survey(good, header=header).activity["counterparty"].tolist() == ["outside"]
    assert found(survey(("购入", "电力", None, 5.0, "MWh", None), header=header)) == [("CP-278", "燃料与能源!C2")]
    assert found(survey(("购入", "电力", "F01", 5.0, "MWh", None), header=header)) == [("CP-278", "燃料与能源!C2")]
    assert found(survey(("购入", "电力", "F02", 5.0, "MWh", "sinter"), header=header)) == [("CP-257", "燃料与能源!F2")]


def test_the_bureaus_list_decides_on_firms_and_facilities(
    survey: Survey, found: Found, good_row: tuple[Cell, ...]
) -> None:
    wrong = ["烧结机", *good_row[1:]]
    extracted = survey(wrong, facilities=_listed())
    assert found(extracted) == [("CP-272", "燃料与能源!A2")]
    assert survey(["烧结", *good_row[1:]], facilities=_listed()).activity["facility"].tolist() == ["sinter"]
    header = ("用途", "品种", "交易对方", "数量", "单位")
    sold = survey(("外销", "电力", "F77", 5.0, "MWh"), header=header, facilities=_listed())
    assert found(sold) == [("CP-278", "燃料与能源!C2")]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (("烟煤", "低位发热量", 0.0, "GJ/t"), "CP-268"),
        (("烟煤", "碳氧化率", 98.0, "1"), "CP-269"),
        (("烟煤", "碳氧化率", 105.0, "%"), "CP-269"),
        (("烟煤", "低位发热量", 23.0, "GJ/万m3"), "CP-275"),
        (("熟料氧化钙含量", "其他参数", 0.65, "t"), "CP-275"),
    ],
    ids=["no heat", "percent as share", "more than all", "per volume of a solid", "a mass for a share"],
)
def test_measured_properties_have_their_own_limits(
    survey: Survey, found: Found, row: tuple[Cell, ...], code: str
) -> None:
    assert [c for c, _ in found(survey((None, *row)))] == [code]


def test_percent_is_read_where_the_unit_says_so(survey: Survey) -> None:
    table = survey((None, "烟煤", "碳氧化率", "98%", "%")).activity
    assert table[["value", "unit"]].to_numpy().tolist() == [[98.0, "%"]]


def _listed() -> pd.DataFrame:
    columns = ["firm", "facility", "sector", "category", "zh", "en"]
    return pd.DataFrame([["F01", "sinter", "steel", "2C1", "烧结", "sinter plant"]], columns=columns)
