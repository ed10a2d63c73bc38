"""Writing the marked copy of a refused file beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from carbonpath.core.errors import CarbonpathError, StorageError
from carbonpath.core.files import write_bytes
from carbonpath.core.messages import LANGUAGES, Language, text
from carbonpath.core.problems import Problem
from carbonpath.survey.annotate.marks import sheet_marks
from carbonpath.survey.annotate.plain import plain_copy
from carbonpath.survey.workbook import Reader, SurveyFile

_WORDS = "|".join(text("survey.marked.name", language) for language in LANGUAGES)
_COPY = re.compile(rf"(.+)\.(?:{_WORDS})(?:-(\d+))?")


def copy_path(path: Path, language: Language) -> Path:
    """Return where the marked copy of a file stands: ``F01-2020.xlsx`` gives ``F01-2020.marked.xlsx`` beside it.

    The copy of a copy is numbered, so that what a firm corrected in a copy is never overwritten.
    """
    earlier = _COPY.fullmatch(path.stem)
    word = text("survey.marked.name", language)
    if earlier is None:
        return path.with_name(f"{path.stem}.{word}.xlsx")
    return path.with_name(f"{earlier[1]}.{word}-{int(earlier[2] or 1) + 1}.xlsx")


def is_copy_of(path: Path, others: Iterable[Path]) -> bool:
    """Tell whether a file bears the name of a marked copy of one of the others, all in one folder."""
    match = _COPY.fullmatch(path.stem)
    return match is not None and any(
        other.parent == path.parent and other.stem == match[1] for other in others if other != path
    )


def set_aside_copies(paths: Sequence[Path]) -> tuple[list[Path], list[Problem]]:
    """Return files without the marked copies of others among them, and CP-1018 (warning) for each copy set aside."""
    read = [path for path in paths if not is_copy_of(path, paths)]
    notes = [Problem("CP-1018", path.name, severity="warning") for path in paths if path not in read]
    return read, notes


def write_marked_copy(
    reader: Reader, file: SurveyFile, problems: Sequence[Problem], language: Language
) -> tuple[Path | None, Problem]:
    """Write a copy of a refused file in which every cell at fault is coloured and has a note.

    Parameters
    ----------
    reader
        Reading process, in which the copy is made.
    file
        The file.
    problems
        What is wrong with it.
    language
        Language of the notes.

    Returns
    -------
    tuple[Path | None, Problem]
        The copy, and CP-1016 saying where it is (warning); or None and CP-1017 saying why there is none (warning).
    """
    target = copy_path(file.path, language)
    marks = sheet_marks(problems, file.grids, language)
    try:
        content = reader.mark(file.path, marks) or plain_copy(file.grids, marks)
        write_bytes(target, content)
    except StorageError as refused:
        reason = refused.problems[0].details["reason"]
    except CarbonpathError as refused:
        reason = refused.problems[0].told(language)["message"]
    else:
        count = sum(len(found.cells) for found in marks.values())
        details = {"count": str(count)}
        return target, Problem("CP-1016", file.path.name, value=str(target), details=details, severity="warning")
    return None, Problem("CP-1017", file.path.name, value=str(target), details={"reason": reason}, severity="warning")
