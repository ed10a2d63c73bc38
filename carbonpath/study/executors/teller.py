"""Tell a study on a cluster which sample took too long: what a watch runs before it ends the worker.

    python teller.py SCHEDULER TOPIC LABEL

Started by its path, so that nothing of a study is loaded; in a process of its own, because the worker may be held.
"""

from __future__ import annotations

import sys
import time

try:
    import distributed
except ImportError:  # the extra `cluster` is not installed
    distributed = None

CONNECT = 5.0
"""Seconds in which the scheduler must answer."""
HEARD = 2.0
"""Seconds for the study to hear it, and to take the task back before it is started elsewhere."""


def main(scheduler: str, topic: str, label: str) -> None:
    """Log an event of the cluster."""
    with distributed.Client(scheduler, timeout=CONNECT) as client:
        client.log_event(topic, label)
    time.sleep(HEARD)


if __name__ == "__main__":
    main(*sys.argv[1:])
