"""Firm-years that the bureau asks to be filled."""

import pytest

from carbonpath.core.errors import DataError
from carbonpath.core.files import write_text
from carbonpath.workflow.inventory import account_project
from carbonpath.workflow.journal import Journal, silent
from carbonpath.workflow.project import load_project
from carbonpath.workflow.splicing import read_gaps, read_series

GAPS = "firm,year,technique,series,reason\nF05,2021,interpolation,,mill rebuilt\n"
SERIES = "series,year,value,unit,source,confidence\nslag,2020,10,万t,yearbook,seen\nslag,2021,11,万t,yearbook,seen\n"


@pytest.fixture
def project(toy_project):
    return load_project(toy_project)


def test_a_project_without_gaps_needs_no_files(project):
    assert (read_gaps(project), read_series(project)) == ((), {})


def test_gaps_know_their_row_and_series_their_years(project):
    write_text(project.inventory_folder / "splicing.csv", GAPS)
    write_text(project.inventory_folder / "series.csv", SERIES)

    (gap,) = read_gaps(project)

    assert (gap.firm, gap.year, gap.place) == ("F05", 2021, "inventories/qingshan/splicing.csv, row 2")
    assert read_series(project) == {"slag": {2020: 10.0, 2021: 11.0}}


def test_a_series_in_two_units_is_refused(project):
    write_text(project.inventory_folder / "series.csv", SERIES.replace("11,万t", "11,t"))

    with pytest.raises(DataError, match="CP-203"):
        read_series(project)


def test_a_missing_firm_year_is_filled_and_told(project):
    """One reading of the workbooks: about 2 s."""
    (project.inventory_folder / "surveys" / "F05-2021.xlsx").unlink()
    write_text(project.inventory_folder / "splicing.csv", GAPS)

    inventory = account_project(project, Journal("", silent))

    scope1 = {year: firm.scope1_tco2e for year in inventory.years for firm in inventory.summary(year).firms[4:5]}
    assert scope1[2021] == pytest.approx((scope1[2020] + scope1[2022]) / 2)
    filled = inventory.emissions[inventory.emissions["method"] == "spliced_interpolation"]
    assert set(filled["firm"]) == {"F05"}
    assert "mill rebuilt" in filled["factor_source"].iloc[0]
    assert [problem.value for problem in inventory.problems if problem.code == "CP-373"] == ["interpolation"]
