"""Files of verified totals."""

import openpyxl
import pytest
from shipped import shipped_inventory

from carbonpath.core.errors import DataError
from carbonpath.workflow.reconcile import read_verified, reconcile_file


@pytest.fixture(scope="module")
def inventory():
    return shipped_inventory()[1]


def write(path, *rows):
    path.write_text("\n".join(",".join(map(str, row)) for row in rows), "gb18030")
    return path


def test_a_chinese_workbook_with_a_title_and_wan_tonnes(tmp_path):
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.title = "核查"
    for row in (
        ["经核查排放量"],
        ["年度", "企业", "核查排放量", "单位", "项目"],
        [2020, "F07", 55.2, "万t", "燃料燃烧"],
    ):
        sheet.append(row)
    workbook.save(tmp_path / "verified.xlsx")

    (one,) = read_verified(tmp_path / "verified.xlsx")

    assert (one.firm, one.year, one.line, one.tco2e) == ("F07", 2020, "combustion", pytest.approx(552_000))
    assert one.place == "verified.xlsx!核查!C3"


def test_what_agrees_passes_and_what_does_not_is_explained(inventory, tmp_path):
    path = write(
        tmp_path / "v.csv", ["企业", "年份", "核查排放量"], ["F07 玻璃企业(示意)", 2020, 551951], ["F04", 2020, 3e6]
    )

    found = reconcile_file(inventory, path)

    assert dict(zip(found.table["firm"], found.table["within"], strict=True)) == {"F04": "", "F07": "yes"}
    assert (found.beyond, found.tolerance) == (1, 0.01)
    ((key, lines),) = found.bridges.items()
    assert key == ("F04", 2020)
    assert sum(mass for line, mass in lines.items() if line != "firm_report") == pytest.approx(lines["firm_report"])
    assert {problem.code for problem in found.problems} == {"CP-380"}


def test_a_wider_tolerance_can_be_asked_for(inventory, tmp_path):
    path = write(tmp_path / "v.csv", ["firm", "year", "tco2e"], ["F04", 2020, 3e6])

    assert reconcile_file(inventory, path, 0.05).beyond == 0


@pytest.mark.parametrize(
    ("rows", "codes"),
    [
        ([["a", "b"], [1, 2]], ["CP-205"]),
        ([["firm", "year", "tco2e"], ["F04", "last", "1"], ["F04", 2020, "much"]], ["CP-381", "CP-381"]),
        ([["firm", "year", "tco2e", "unit"], ["F04", 2020, 1, "GJ"]], ["CP-381"]),
        ([["firm", "year", "tco2e"], ["F99", 2020, 1]], ["CP-378"]),
    ],
    ids=["no columns", "no numbers", "no mass", "unknown firm"],
)
def test_what_cannot_be_read_is_refused(inventory, tmp_path, rows, codes):
    with pytest.raises(DataError) as error:
        reconcile_file(inventory, write(tmp_path / "v.csv", *rows))

    assert [problem.code for problem in error.value.problems if problem.severity == "error"] == codes
