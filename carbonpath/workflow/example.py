"""Making a new project: from the shipped example, or with its own tables empty."""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path, PurePosixPath

import carbonpath
from carbonpath.core.errors import SafetyError, StorageError
from carbonpath.core.files import write_bytes
from carbonpath.core.messages import Language, text
from carbonpath.core.problems import Problem
from carbonpath.workflow.location import PROJECT_FILE

INSTALLED = "share/carbonpath/example/"
"""Where a wheel puts the example, below the prefix."""
EXAMPLE_FILES = (
    PROJECT_FILE,
    "inventories/*/firms.csv",
    "inventories/*/responsible.csv",
    "inventories/*/*.yaml",
    "inventories/*/surveys/*",
    "inventories/*/system/*.csv",
    "scenarios/*.yaml",
    "scenarios/studies/*.yaml",
)
"""Files of the source tree that are the example."""
DISTRICT_TABLES = ("assets", "context", "demand", "exchanges", "facilities", "firms", "limits")
"""Tables that say something of one district; the others are a library that every district may use."""


def example_files() -> Mapping[PurePosixPath, Path]:
    """Return every file of the shipped example, by its path within the project.

    Raises
    ------
    StorageError
        CP-952 if this installation has none.
    """
    source = Path(carbonpath.__file__).parents[1]
    if (source / PROJECT_FILE).is_file():
        found = [path for pattern in EXAMPLE_FILES for path in source.glob(pattern)]
        listed = {PurePosixPath(path.relative_to(source).as_posix()): path for path in found}
    else:
        listed = _installed()
    if PurePosixPath(PROJECT_FILE) not in listed:
        raise StorageError(Problem("CP-952", file=str(source)))
    return dict(sorted(listed.items()))


def _installed() -> dict[PurePosixPath, Path]:
    try:
        files = distribution("carbonpath").files or []
    except PackageNotFoundError:
        return {}
    split = ((entry.as_posix().partition(INSTALLED)[2], entry) for entry in files)
    return {PurePosixPath(name): Path(str(entry.locate())) for name, entry in split if name}


def create_project(folder: Path, *, empty: bool, language: Language) -> list[Path]:
    """Make a project in `folder` and return what was written; the project file comes last.

    Parameters
    ----------
    folder
        Folder, there or not.
    empty
        Whether the district's own tables keep their header only and surveys and scenarios are left out.
    language
        Language of the new project.

    Raises
    ------
    SafetyError
        CP-946 if files are in the way.
    """
    files = example_files()
    contents = _empty(files, folder, language) if empty else {name: path.read_bytes() for name, path in files.items()}
    targets = {folder / name: content for name, content in contents.items()}
    in_the_way = [path for path in targets if path.exists()]
    if in_the_way:
        raise SafetyError(Problem("CP-946", file=str(in_the_way[0]), details={"count": str(len(in_the_way))}))
    for path in sorted(targets, key=lambda path: (path.name == PROJECT_FILE, path)):
        write_bytes(path, targets[path])
    return list(targets)


def _empty(files: Mapping[PurePosixPath, Path], folder: Path, language: Language) -> dict[PurePosixPath, bytes]:
    district = re.sub(r"[^a-z0-9]+", "-", folder.resolve().name.lower()).strip("-") or "district"
    contents: dict[PurePosixPath, bytes] = {}
    for name, path in files.items():
        if name.suffix != ".csv" or name.parts[0] != "inventories" or "surveys" in name.parts:
            continue
        target = PurePosixPath("inventories", district, *name.parts[2:])
        content = path.read_bytes()
        contents[target] = content.split(b"\n", 1)[0] + b"\n" if name.stem in DISTRICT_TABLES else content
    for written, key in ((PROJECT_FILE, "project_file"), ("scenarios/reference.yaml", "reference_scenario")):
        filled = text(f"workflow.template.{key}", language, district=district)
        contents[PurePosixPath(written)] = filled.encode("utf-8")
    return contents
