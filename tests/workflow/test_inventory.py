"""The inventory of a project: its rules, and what it says of its own accounts."""

import openpyxl
import pytest

from carbonpath.core.errors import DataError
from carbonpath.workflow.inventory import account_project, build_project_inventory
from carbonpath.workflow.journal import Journal, silent
from carbonpath.workflow.project import load_project

SILENT = Journal("", silent)


@pytest.fixture(scope="module")
def inventory(shipped_project):
    return build_project_inventory(load_project(shipped_project), SILENT)


def test_power_bought_is_counted_with_the_factor_of_the_region(inventory):
    """F07 buys 90 000 MWh in 2021: x 0.3672 t/MWh of Hubei."""
    emissions = inventory.emissions
    bought = emissions[(emissions["scope"] == 2) & (emissions["firm"] == "F07") & (emissions["year"] == 2021)]

    assert inventory.specification.region == "hubei"
    assert "hubei 2021" in bought["factor_source"].iloc[0]


def test_the_shipped_accounts_close_and_only_the_surveys_have_something_to_tell(inventory):
    assert inventory.findings == ()
    assert inventory.problems == inventory.surveys.problems


def test_a_region_without_a_factor_is_named(toy_project):
    file = toy_project / "carbonpath.yaml"
    file.write_text(file.read_text("utf-8").replace("grid_region: hubei", "grid_region: atlantis"), "utf-8")

    with pytest.raises(DataError) as error:
        build_project_inventory(load_project(toy_project), SILENT)

    assert [(problem.code, problem.value) for problem in error.value.problems] == [("CP-312", "atlantis")]


def test_a_ledger_that_does_not_close_stops_the_inventory_and_is_told_by_its_check(toy_project):
    path = toy_project / "inventories" / "qingshan" / "surveys" / "F09-2020.xlsx"
    workbook = openpyxl.load_workbook(path)
    cell = next(row[3] for row in workbook["购销"].iter_rows() if row[1].value == "焦炉煤气 | coke_oven_gas")
    cell.value *= 2
    workbook.save(path)
    project = load_project(toy_project)

    with pytest.raises(DataError) as error:
        build_project_inventory(project, SILENT)

    assert "CP-360" in {problem.code for problem in error.value.problems if problem.severity == "error"}
    assert list(error.value.problems) == list(account_project(project, SILENT).findings)
