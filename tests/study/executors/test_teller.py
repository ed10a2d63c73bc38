"""Telling a study which sample took too long."""

from __future__ import annotations

import queue
import subprocess
import sys

import distributed
import pytest

from carbonpath.study.executors import teller


@pytest.mark.slow
@pytest.mark.filterwarnings("default")
def test_a_study_hears_what_is_told_before_the_teller_has_ended() -> None:
    heard: queue.SimpleQueue[str] = queue.SimpleQueue()
    with (
        distributed.LocalCluster(n_workers=0, dashboard_address=None) as cluster,
        distributed.Client(cluster.scheduler_address) as client,
    ):
        client.subscribe_topic("study", lambda event: heard.put(event[1]))
        told = [cluster.scheduler_address, "study", "task7 abc"]

        subprocess.run([sys.executable, "-P", teller.__file__, *told], check=True, timeout=30)

        assert heard.get_nowait() == "task7 abc"
