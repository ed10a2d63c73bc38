"""Tables T1 to T4 of the shipped inventory."""

import openpyxl
import pytest
from shipped import shipped_inventory

from carbonpath.workflow.inventory_tables import write_tables


@pytest.fixture(scope="module")
def inventory():
    return shipped_inventory()[1]


@pytest.fixture(scope="module")
def book(inventory, tmp_path_factory):
    path = tmp_path_factory.mktemp("tables") / "tables.xlsx"
    write_tables(shipped_inventory()[0], inventory, 2022, path, "en")
    return openpyxl.load_workbook(path)


def column(page, name, number):
    return next(row[number] for row in page.iter_rows(values_only=True) if row[0] == name)


def test_there_are_four(book):
    assert book.sheetnames == ["T1", "T2", "T3", "T4"]


def test_energy_is_that_of_the_inventory(book, inventory):
    coal = sum(inventory.summary(2022).energy_tce.values())

    assert column(book["T1"], "district", 3) == pytest.approx(coal * 1e-4)


def test_factors_tell_origin_and_confidence(book):
    origins = [row[-1] for row in book["T2"].iter_rows(min_row=3, values_only=True) if row[3] or row[5]]

    assert origins
    assert all("seen" in text or "measured" in text for text in origins if text)


def test_emissions_by_sector_add_up_in_every_year(book, inventory):
    page = book["T3"]
    sectors = list(page.iter_rows(min_row=3, values_only=True))
    end = next(place for place, row in enumerate(sectors) if row[0] == "scope 1")

    for place, year in enumerate(inventory.years, start=1):
        assert sum(row[place] for row in sectors[:end]) == pytest.approx(sectors[end][place])
        assert column(page, "total", place) == pytest.approx(inventory.summary(year).total_tco2e * 1e-4)


def test_uncertainty_begins_with_the_district(book, inventory):
    assert column(book["T4"], "district", 2) == pytest.approx(inventory.summary(2022).uncertainty_pct)
