"""Emissions as a product of factors."""

from __future__ import annotations

import pandas as pd
import pytest

from carbonpath.core.errors import DataError
from carbonpath.core.schemas import INDICATOR
from carbonpath.core.tables import as_table
from carbonpath.indicators.identity import KAYA, read_identity

KAYA_PATHS = {"population": [400.0, 500.0], "gdp": [1.0, 1.5], "primary_energy": [10.0, 9.0]}
EMISSIONS = {"": [30.0, 18.0], "steel": [25.0, 18.0], "glass": [5.0, 0.0]}
OUTPUT = {"steel": [10.0, 9.0], "glass": [2.0, 0.0]}


def table(output=OUTPUT, emissions=EMISSIONS, **paths):
    """Return INDICATOR rows of two years."""
    rows = [
        {"scenario": "a", "indicator": name, "region": "r", "year": 2020 + step, "value": value}
        for name, values in {**KAYA_PATHS, **paths}.items()
        for step, value in enumerate(values)
    ]
    for name, sectors in (("emissions", emissions), ("sector_output", output)):
        rows += [
            {"scenario": "a", "indicator": name, "region": "r", "sector": sector, "year": 2020 + step, "value": value}
            | {"boundary": "scope1" if name == "emissions" else ""}
            for sector, values in sectors.items()
            for step, value in enumerate(values)
        ]
    return as_table(rows, INDICATOR)


def test_kaya_factors_by_hand():
    found = read_identity(table(), "kaya", "scope1")

    assert found.factors == KAYA
    assert found.at(2021)[0] == pytest.approx([500.0, 1.5 / 500.0, 9.0 / 1.5, 18.0 / 9.0])
    assert found.total(2021) == pytest.approx(18.0)


def test_sectors_in_output_and_intensity():
    found = read_identity(table(), "sector", "scope1")

    assert found.categories == ("glass", "steel")
    assert found.at(2020).tolist() == [[2.0, 2.5], [10.0, 2.5]]


def test_a_sector_that_stands_still_makes_nothing_and_keeps_an_intensity():
    assert read_identity(table(), "sector", "scope1").at(2021)[0] == pytest.approx([0.0, 1.0])


@pytest.mark.parametrize(
    "output",
    [{"steel": [10.0, 9.0]}, {"steel": [10.0, 9.0], "glass": [0.0, 0.0]}],
    ids=["unmeasured", "idle but emitting"],
)
def test_emissions_without_output_are_intensity_alone(output):
    assert read_identity(table(output), "sector", "scope1").at(2020)[0] == pytest.approx([1.0, 5.0])


def test_a_sector_without_emissions_has_no_intensity():
    found = read_identity(
        table(emissions={**EMISSIONS, "glass": [5.0, 0.0]}, output={**OUTPUT, "glass": [2.0, 2.0]}), "sector", "scope1"
    )

    assert found.at(2021)[0] == pytest.approx([2.0, 0.0])


def test_an_indicator_that_lacks_is_named():
    rows = table()
    with pytest.raises(DataError) as caught:
        read_identity(rows[~rows["indicator"].isin(["gdp", "population"])], "kaya", "scope1")

    assert [(p.code, p.value) for p in caught.value.problems] == [("CP-728", "population"), ("CP-728", "gdp")]


def test_a_year_that_is_not_known_is_refused():
    with pytest.raises(DataError) as caught:
        read_identity(table(), "kaya", "scope1").at(2040)

    assert caught.value.problems[0].details["known"] == "2020, 2021"


def test_years_in_which_a_factor_lacks_are_left_out():
    rows = table()
    rows = pd.concat([rows[rows["indicator"] != "gdp"], rows[(rows["indicator"] == "gdp") & (rows["year"] == 2020)]])

    assert read_identity(rows, "kaya", "scope1").years == (2020,)
