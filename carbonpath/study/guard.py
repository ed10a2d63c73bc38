"""The first thing in a worker process: watch the parent, before anything heavy is loaded."""

from __future__ import annotations

import os
import pickle
from multiprocessing import connection, parent_process
from threading import Thread


def serve_guarded(pipe: connection.Connection) -> None:
    """Call the function that comes first through `pipe` with it, and end as soon as the parent is gone.

    The function is packed by name: what it needs is loaded here, which takes seconds, with the watch already set.
    """
    Thread(target=_end_with_parent, daemon=True).start()
    try:
        serve = pickle.loads(pipe.recv_bytes())
    except (EOFError, OSError):
        return
    serve(pipe)


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
