"""The family of checks, and the data behind it."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files

import pandas as pd
import pytest

from carbonpath.core.schemas import ACTIVITY
from carbonpath.core.tables import empty_table
from carbonpath.survey.checks import CHECKS, check_activity
from carbonpath.survey.checks.context import CheckContext, range_rows, threshold
from carbonpath.survey.codes import activity_rules, book
from carbonpath.survey.kinds import kinds_of, unit_kind

Activity = Callable[..., pd.DataFrame]


def test_every_check_of_the_folder_is_listed() -> None:
    folder = [entry.name for entry in files("carbonpath.survey.checks").iterdir() if entry.name.endswith(".py")]
    members = sorted(name.removesuffix(".py") for name in folder if name not in {"__init__.py", "context.py"})
    assert sorted(check.__module__.rpartition(".")[2] for check in CHECKS) == members


@pytest.mark.parametrize("check", CHECKS, ids=[check.__name__ for check in CHECKS])
def test_an_empty_table_has_no_findings(check: Callable[..., list[object]]) -> None:
    assert check(empty_table(ACTIVITY), CheckContext(templates={"F01": "steel"})) == []


def test_all_checks_are_run(activity: Activity) -> None:
    rows = activity(("kiln", "output", "clinker", -1.0, "t"), ("", "net_calorific_value", "bituminous", 5000.0, "GJ/t"))
    capacities = pd.DataFrame([{"firm": "F01", "item": "clinker", "capacity": 1.0, "unit": "MW"}])
    found = {
        p.code for p in check_activity(rows, templates={"F01": "cement"}, years=(2020, 2021), capacities=capacities)
    }
    assert {"CP-290", "CP-291", "CP-292", "CP-293", "CP-299"} <= found


@pytest.mark.parametrize("entry", range_rows("property_ranges.csv"), ids=lambda e: f"{e['activity']} {e['item']}")
def test_ranges_of_properties_are_of_known_things(entry: dict[str, str]) -> None:
    assert entry["activity"] in activity_rules()
    assert entry["item"] in {"", *book("item").entries}
    assert 0 <= float(entry["low"]) < float(entry["high"])
    assert unit_kind(entry["unit"]) in kinds_of(entry["activity"], entry["item"] or "bituminous")
    assert entry["source"]
    assert entry["confidence"]


@pytest.mark.parametrize("entry", range_rows("specific_use.csv"), ids=lambda e: f"{e['item']} per {e['out_item']}")
def test_ranges_of_use_are_of_known_things(entry: dict[str, str]) -> None:
    used, made = entry["unit"].split("/")
    assert 0 <= float(entry["low"]) < float(entry["high"])
    assert unit_kind(used) in kinds_of(entry["activity"], entry["item"])
    assert unit_kind(made) in kinds_of("output", entry["out_item"])
    assert entry["scope"] in {"facility", "firm"}
    assert entry["category"] in {"", *book("category").entries}
    assert entry["source"]
    assert entry["confidence"]


def test_thresholds_leave_room_for_ordinary_years() -> None:
    assert 1 < threshold("jump_property") < threshold("jump_quantity") < threshold("jump_slip")
    assert 0 < threshold("ledger") < threshold("capacity") < 1


def test_tables_put_together_without_counting_anew_are_checked_too(activity: Activity) -> None:
    rows = [
        activity(("kiln", "combusted", "coke", value, "t"), year=year) for year, value in ((2020, 1.0), (2021, 9.0))
    ]
    assert [problem.code for problem in check_activity(pd.concat(rows))] == ["CP-294"]


def test_an_outlier_is_told_wherever_it_stands(activity: Activity) -> None:
    good = [("k", "combusted", item, 10.0, "t") for item in ("coke", "diesel", "bituminous", "lignite")]
    for position in range(len(good)):
        odd = [(*row[:3], row[3] * (50.0 if n == position else 1.01), row[4]) for n, row in enumerate(good)]
        rows = pd.concat([activity(*good), activity(*odd, year=2021)])
        assert [p.place for p in check_activity(rows) if p.code == "CP-294"] == [f"表!D{position + 4}"]
