"""What runs in a worker process: receive the programme once, then walk samples until the parent is gone."""

from __future__ import annotations

import os
import pickle
import queue
import signal
import threading
from multiprocessing import connection

from carbonpath.study.branch import Programme
from carbonpath.study.evaluate import Evaluator
from carbonpath.study.task import Task

READY = "ready"
"""First message of a worker: the programme has arrived."""


def serve(pipe: connection.Connection) -> None:
    """Answer tasks that come through `pipe`, one message a sample.

    The process ends as soon as the other end is closed or gone, whatever it is about: a thread listens at all times.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        programme: Programme = pickle.loads(pipe.recv_bytes())
        tasks: queue.SimpleQueue[Task] = queue.SimpleQueue()
        threading.Thread(target=_listen, args=(pipe, tasks), daemon=True).start()
        evaluator = Evaluator(programme)
        pipe.send(READY)
        while True:
            for answer in evaluator.walk(tasks.get().samples):
                pipe.send(answer)
    except (EOFError, OSError):
        return


def _listen(pipe: connection.Connection, tasks: queue.SimpleQueue[Task]) -> None:
    try:
        while True:
            tasks.put(pipe.recv())
    except (EOFError, OSError):
        os._exit(1)
