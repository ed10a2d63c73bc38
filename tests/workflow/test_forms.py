"""Report forms of the shipped firms, read back from their workbooks."""

import math

import openpyxl
import pytest
from shipped import shipped_inventory

from carbonpath.core.errors import UsageError
from carbonpath.inventory.reconcile import line_totals
from carbonpath.workflow.forms import write_forms

YEAR = 2020


@pytest.fixture(scope="module")
def project():
    return shipped_inventory()[0]


@pytest.fixture(scope="module")
def inventory():
    return shipped_inventory()[1]


@pytest.fixture(scope="module")
def books(project, inventory, tmp_path_factory):
    """Return the workbooks of a steelworks, a power plant and a glass firm by firm."""
    folder = tmp_path_factory.mktemp("forms")
    paths = write_forms(project, inventory, ("F01", "F04", "F07"), YEAR, folder, "zh")
    return {path.name[:3]: openpyxl.load_workbook(path) for path in paths}


def rows_of(page):
    return [[cell for cell in row if cell is not None] for row in page.iter_rows(values_only=True)]


def value_of(page, name):
    """Return the last number in the row that begins with a name."""
    row = next(row for row in rows_of(page) if row and row[0] == name)
    return next(cell for cell in reversed(row) if isinstance(cell, int | float))


def reported(inventory, firm):
    return line_totals(inventory.emissions, inventory.prepared)[firm, YEAR, "firm_report"]


def test_each_guideline_has_its_forms(books):
    assert books["F01"].sheetnames == books["F04"].sheetnames == [f"表C.{number}" for number in range(1, 7)]
    assert books["F07"].sheetnames == ["附表1", "附表2", "附表3"]


@pytest.mark.parametrize(("firm", "sheet"), [("F01", "表C.3"), ("F01", "表C.5"), ("F04", "表C.3"), ("F07", "附表1")])
def test_the_total_of_the_forms_is_what_the_firm_reports(books, inventory, firm, sheet):
    assert value_of(books[firm][sheet], "碳排放总量") == pytest.approx(reported(inventory, firm), rel=1e-12)


def test_the_summary_of_steelworks_adds_up(books):
    page = books["F01"]["表C.5"]

    parts = ("各工序排放量合计", "自备机组排放量合计", "其余排放量")
    assert math.fsum(value_of(page, part) for part in parts) == pytest.approx(value_of(page, "碳排放总量"))


def test_processes_tell_what_goes_in_and_out_and_add_up(books):
    furnace = [row for row in rows_of(books["F01"]["表C.4"]) if row[:1] == ["高炉(4#、5#、6#、7#、8#)"]]

    sides = [row[1] for row in furnace]
    emissions = [next(cell for cell in row[5:][::-1] if isinstance(cell, float)) for row in furnace[:-2]]
    total = next(cell for cell in furnace[-2][5:] if isinstance(cell, float))
    assert sides == ["燃烧", "投入", "投入", "产出", "产出", "小计", "单位产品排放"]
    assert math.fsum(emissions) == pytest.approx(total)
    assert furnace[-1][3] == pytest.approx(total / furnace[-2][3])


def test_a_factor_says_how_it_was_obtained(books):
    rows = [row for row in rows_of(books["F01"]["表C.3"]) if row and row[0] == "净购入化石燃料: 无烟煤"]

    obtained = {row[1].partition("\n")[0]: row[-3:] for row in rows if len(row) > 4}
    assert "实测" in obtained["低位发热量"]
    assert "指南缺省值" in obtained["单位热值含碳量"]


def test_every_form_of_an_illustrative_firm_says_so(books):
    assert all(["示意数据，不代表任何企业。"] in rows_of(page) for book in books.values() for page in book)


def test_a_firm_that_did_not_report_is_named(project, inventory, tmp_path):
    with pytest.raises(UsageError) as error:
        write_forms(project, inventory, ("F01", "F99"), YEAR, tmp_path, "en")

    assert [(problem.code, problem.value) for problem in error.value.problems] == [("CP-375", "F99")]
