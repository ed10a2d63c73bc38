"""Rows on their way into a workbook."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest

from carbonpath.core.errors import DataError
from carbonpath.survey.firm_sheet import FirmSheet, blank_firm_sheet
from carbonpath.survey.form import asked_rows, data_sheets, facility_cells, form_rows, usual_category, with_facilities
from carbonpath.survey.sectors import Facility, sector_template

Activity = Callable[..., pd.DataFrame]

FIRM = FirmSheet("F01", 2020, "steel", facilities=(Facility("kiln", "窑", "kiln", "cement", "2A1"),))


def test_each_activity_has_its_sheet(activity: Activity) -> None:
    rows = activity(
        ("kiln", "combusted", "coke", 1.0, "t"),
        ("kiln", "output", "clinker", 2.0, "t"),
        ("", "sold", "clinker", 3.0, "t"),
        ("", "net_calorific_value", "coke", 28.0, "GJ/t"),
        sector="",
    )
    content = form_rows(FIRM, rows)
    assert {sheet: len(lines) for sheet, lines in content.items()} == {
        "fuel": 1,
        "process": 1,
        "trade": 1,
        "measured": 1,
    }
    assert content["fuel"][0]["facility"] == "窑 | kiln"
    assert content["trade"][0]["counterparty"] == "区外 | outside"


@pytest.mark.parametrize(
    ("change", "column"),
    [
        ({"firm": "F02"}, "firm"),
        ({"year": 2021}, "year"),
        ({"facility": ""}, "facility"),
        ({"sector": "glass"}, "sector"),
        ({"counterparty": "F02"}, "counterparty"),
        ({"unit": ""}, "unit"),
        ({"activity": "eaten"}, "activity"),
    ],
    ids=[
        "other firm",
        "other year",
        "no facility",
        "other sector",
        "counterparty of fuel",
        "no unit",
        "no such activity",
    ],
)
def test_what_a_workbook_cannot_carry_is_refused(activity: Activity, change: dict[str, object], column: str) -> None:
    rows = activity(("kiln", "combusted", "coke", 1.0, "t"), **{"sector": "cement", **change})
    with pytest.raises(DataError) as caught:
        form_rows(FIRM, rows)
    assert ("CP-288", column) in [(p.code, p.details["column"]) for p in caught.value.problems]


def test_facilities_of_the_rows_get_their_usual_names(activity: Activity) -> None:
    rows = activity(("sinter", "combusted", "coke", 1.0, "t"), ("line_9", "combusted", "coke", 1.0, "t"))
    added = with_facilities(FirmSheet("F01", 2020, "steel", template="steel"), rows)
    assert [(f.facility, f.zh, f.sector) for f in added] == [("sinter", "烧结", "steel"), ("line_9", "line_9", "steel")]
    assert facility_cells(added) == {"sinter": "烧结 | sinter", "line_9": "line_9"}


def test_an_empty_template_has_rows_without_numbers() -> None:
    content = asked_rows(blank_firm_sheet("power"), sector_template("power").rows)
    assert list(content) == list(data_sheets())
    assert all(row["quantity"] is None for rows in content.values() for row in rows)
    assert content["fuel"][0]["category"] == "发电和供热 | 1A1a"


@pytest.mark.parametrize(
    ("activity_name", "process", "category"),
    [("combusted", "2A1", "1A2f"), ("output", "2A1", "2A1"), ("flared", "2B8", "1B2"), ("combusted", "", "")],
    ids=["fuel of a kiln", "product of a kiln", "flare", "no process"],
)
def test_the_usual_category_follows_the_process(activity_name: str, process: str, category: str) -> None:
    assert usual_category(activity_name, process) == category
