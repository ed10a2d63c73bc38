"""The parts of a workbook and how they point at each other."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from dataclasses import dataclass, field

from carbonpath.survey.annotate.markup import (
    UnmarkableError,
    appended,
    attribute,
    edited,
    element,
    elements,
)

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
)
_TYPES = "[Content_Types].xml"
_NOTES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_BOXES_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(slots=True)
class Package:
    """A workbook whose parts are being changed."""

    content: bytes
    """The file as it came."""
    parts: dict[str, bytes]
    """Its parts of markup, as they are now."""
    _came: dict[str, bytes] = field(init=False)

    def __post_init__(self) -> None:
        self._came = dict(self.parts)

    def related(self, part: str, kind: str) -> str | None:
        """Return the part that `part` relates to in the way of `kind` (the last word of its type), or None."""
        for relation in elements(self.parts.get(_relations_of(part), b""), b"Relationship"):
            if (attribute(relation.tag, b"Type") or b"").endswith(f"/{kind}".encode()):
                target = (attribute(relation.tag, b"Target") or b"").decode()
                return posixpath.normpath(posixpath.join(posixpath.dirname(part), target)).lstrip("/")
        return None

    def relate(self, part: str, kind: str, target: str) -> str:
        """Add a relation and return its name."""
        path = _relations_of(part)
        content = self.parts.get(path, _RELATIONS)
        known = {attribute(relation.tag, b"Id") for relation in elements(content, b"Relationship")}
        name = next(name for n in range(1, len(known) + 2) if (name := f"rIdMark{n}").encode() not in known)
        root = element(content, b"Relationships")
        relative = posixpath.relpath(target, posixpath.dirname(part))
        new = f'<Relationship Id="{name}" Type="{_OFFICE}/{kind}" Target="{relative}"/>'
        prefixed = new.replace("<", f"<{root.prefix.decode()}")
        self.parts[path] = edited(content, [appended(content, root, prefixed.encode())])
        return name

    def add_notes(self, content: bytes) -> str:
        """Add a part of notes and return its name."""
        name = self._free("xl/comments{}.xml")
        self.parts[name] = content
        self._declare(f'<Override PartName="/{name}" ContentType="{_NOTES_TYPE}"/>')
        return name

    def add_boxes(self, content: bytes) -> str:
        """Add a drawing of boxes and return its name."""
        name = self._free("xl/drawings/vmlDrawing{}.vml")
        self.parts[name] = content
        types = self.parts.get(_TYPES, b"")
        if not any((attribute(d.tag, b"Extension") or b"").lower() == b"vml" for d in elements(types, b"Default")):
            self._declare(f'<Default Extension="vml" ContentType="{_BOXES_TYPE}"/>')
        return name

    def written(self) -> bytes:
        """Return the file: what was not changed as it came, new parts after it; the same bytes each time."""
        buffer = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(self.content)) as came, zipfile.ZipFile(buffer, "w") as file:
            names = came.namelist()
            for member in came.infolist():
                content = self.parts[member.filename] if self._is_changed(member.filename) else came.read(member)
                _write(file, member.filename, content, member.date_time)
            for name in self.parts:
                if name not in names:
                    _write(file, name, self.parts[name], _EPOCH)
        return buffer.getvalue()

    def _is_changed(self, name: str) -> bool:
        return name in self.parts and self.parts[name] is not self._came.get(name)

    def _free(self, pattern: str) -> str:
        return next(name for n in range(1, 10_000) if (name := pattern.format(n)) not in self.parts)

    def _declare(self, entry: str) -> None:
        content = self.parts.get(_TYPES, b"")
        root = element(content, b"Types")
        prefixed = entry.replace("<", f"<{root.prefix.decode()}").encode()
        # every Default may stand anywhere among the entries
        self.parts[_TYPES] = edited(content, [appended(content, root, prefixed)])


def require_usual(part: bytes) -> None:
    """Refuse a sheet in the strict dialect, or in a coding other than UTF-8, in which parts are named otherwise.

    Raises
    ------
    UnmarkableError
        If it is written so.
    """
    if b"purl.oclc.org" in part or b"\0" in part[:200] or not re.search(rb"<(?:[\w.-]+:)?worksheet[\s>]", part):
        raise UnmarkableError("an unusual sheet")


def _relations_of(part: str) -> str:
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels"


def _write(file: zipfile.ZipFile, name: str, content: bytes, moment: tuple[int, int, int, int, int, int]) -> None:
    entry = zipfile.ZipInfo(name, moment)
    entry.compress_type = zipfile.ZIP_DEFLATED
    file.writestr(entry, content)
