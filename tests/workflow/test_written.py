"""Where a number is written."""

import pytest

from carbonpath.workflow.project import load_project
from carbonpath.workflow.written import written_in


@pytest.mark.parametrize(
    ("source", "file", "line", "remark"),
    [
        (
            "limits.csv line 51: one furnace at 1.25:1",
            "inventories/qingshan/system/limits.csv",
            51,
            "one furnace at 1.25:1",
        ),
        ("demand.csv line 2: plan; by hand", "inventories/qingshan/system/demand.csv", 2, "plan; by hand"),
        ("scenarios/coal-cap-strict.yaml, line 28", "scenarios/coal-cap-strict.yaml", 28, ""),
        ("elsewhere.csv: a remark", "elsewhere.csv", None, "a remark"),
        ("--set max_activity=3", "", None, "--set max_activity=3"),
        ("", "", None, ""),
    ],
    ids=["table of the district", "demand", "scenario", "no line", "command line", "nothing"],
)
def test_a_source_is_taken_apart(shipped_project, source, file, line, remark):
    assert written_in(load_project(shipped_project), source) == (file, line, remark)
