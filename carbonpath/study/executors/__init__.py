"""Where samples are solved: processes of this machine, or a cluster."""

from __future__ import annotations

from carbonpath.core.errors import UsageError
from carbonpath.core.problems import Problem
from carbonpath.study.branch import Programme
from carbonpath.study.executors.cluster import LOCAL, ClusterExecutor
from carbonpath.study.executors.local import LocalExecutor
from carbonpath.study.task import Executor

EXECUTORS = ("local", LOCAL, f"{LOCAL}://HOST:PORT")
"""Names of executors."""


def open_executor(name: str, programme: Programme, workers: int, time_limit: float) -> Executor:
    """Return the executor called `name`, with the programme on its way to its workers.

    Parameters
    ----------
    name
        One of `EXECUTORS`.
    programme
        What workers are given.
    workers
        How many processes to start, where they are started here.
    time_limit
        Seconds after which a sample is given up.

    Raises
    ------
    UsageError
        CP-483 for an unknown name.
    StorageError
        What `ClusterExecutor` raises.
    """
    if name == "local":
        return LocalExecutor(programme, workers, time_limit)
    if name == LOCAL or name.startswith(f"{LOCAL}://"):
        return ClusterExecutor(programme, name, workers, time_limit)
    raise UsageError(Problem("CP-483", value=name, details={"known": ", ".join(EXECUTORS)}))
