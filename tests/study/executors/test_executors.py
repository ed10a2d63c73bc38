"""Choosing an executor."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_studies import prepared

from carbonpath.core.errors import UsageError
from carbonpath.study.executors import EXECUTORS, open_executor
from carbonpath.study.executors.local import LocalExecutor


def test_an_unknown_executor_is_refused_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as raised:
        open_executor("ray", prepared(tmp_path).programme, 1, 60.0)

    problem = raised.value.problems[0]
    assert (problem.code, problem.details["known"]) == ("CP-483", ", ".join(EXECUTORS))


def test_processes_of_this_machine_are_the_default(tmp_path: Path) -> None:
    executor = open_executor("local", prepared(tmp_path).programme, 2, 60.0)

    assert isinstance(executor, LocalExecutor)
    assert len(set(executor.pids())) == 2
    executor.close()
    assert executor.pids() == []
