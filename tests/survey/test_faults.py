"""Every fault of the catalogue goes through the whole door and ends as the page says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pandas as pd
import pytest
from survey_faults import GROUPS, PAGE, Case, page

from carbonpath.core.errors import CarbonpathError
from carbonpath.survey.checks import check_activity
from carbonpath.survey.importer import Examined, accepted, examine
from carbonpath.survey.workbook import Reader

FAULTS = [fault for faults in GROUPS.values() for fault in faults]
CASES = [pytest.param(case, id=f"{fault.number} {case.name}") for fault in FAULTS for case in fault.cases]


@pytest.fixture(scope="module")
def door() -> Iterator[Reader]:
    """One reading process for all files."""
    with Reader() as process:
        yield process


@pytest.mark.parametrize("case", CASES)
def test_fault(case: Case, tmp_path: Path, door: Reader) -> None:
    told, exit_code, values = outcome(examine(door, case.write(tmp_path)))
    assert (sorted(told), exit_code, values) == (sorted(case.codes), case.exit_code, case.values)


def outcome(examined: Sequence[Examined]) -> tuple[list[str], int, tuple[float, ...]]:
    """Return what is told of files, the exit code, and the numbers read; other years are not asked for."""
    try:
        surveys = accepted(examined)
    except CarbonpathError as refused:
        return [problem.code for problem in refused.problems], refused.exit_code, ()
    activity = pd.concat([survey.activity for survey in surveys])
    problems = [*(p for survey in surveys for p in survey.problems), *check_activity(activity)]
    return [problem.code for problem in problems if problem.code != "CP-290"], 0, tuple(activity["value"])


def test_the_page_is_the_list() -> None:
    assert PAGE.read_text(encoding="utf-8") == page()


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.number)
def test_every_fault_has_a_case(fault: object) -> None:
    assert fault.cases  # type: ignore[attr-defined]
