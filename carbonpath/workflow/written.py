"""Where a number is written: file, line and the remark beside it, taken from the source that travels with it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from carbonpath.workflow.project import Project

_PLACE = re.compile(r"(?P<file>[^\s,:]+\.(?:csv|yaml|xlsx))(?:,? line (?P<line>\d+))?(?:: ?(?P<remark>.*))?")
"""How sources begin: a file, mostly with a line, and after a colon the remark of the file."""
TABLES = "system"
"""Folder of the district's tables within its inventory folder."""


class Written(NamedTuple):
    """Where a number is written."""

    file: str
    """File, relative to the project where it is found there; blank if the source names none."""
    line: int | None
    """Line in the file."""
    remark: str
    """What the file says beside the number; the whole source where it names no file."""


def written_in(project: Project, source: str) -> Written:
    """Return the place that a source names."""
    found = _PLACE.fullmatch(source)
    if found is None:
        return Written("", None, source)
    table = project.inventory_folder / TABLES / found["file"]
    path = table if table.is_file() else Path(found["file"])
    line = int(found["line"]) if found["line"] else None
    return Written(project.shown(path), line, found["remark"] or "")
