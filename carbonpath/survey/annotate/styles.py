"""Cell styles of a workbook: each style that a marked cell has, once more with the fill of the mark."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from carbonpath.core.problems import Severity
from carbonpath.survey.annotate.markup import (
    Element,
    UnmarkableError,
    appended,
    attribute,
    edited,
    element,
    elements,
    with_attribute,
)

FILLS: Mapping[Severity, str] = {"error": "FFFFC8CE", "warning": "FFFFEC9C"}
"""Colours of marks; a shade off those that spreadsheets offer, so that a mark is known again."""


@dataclass(slots=True)
class Styles:
    """The styles of a workbook under way."""

    part: bytes
    """The part as it came."""
    styles: list[bytes]
    """Its cell styles in order."""
    fills: int
    """Number of its fills."""
    _added: dict[tuple[int, Severity | None], int] = field(default_factory=dict)

    def marked(self, style: int, severity: Severity | None) -> int:
        """Return the number of a style like `style` with the fill of a mark; None takes the fill away."""
        if not 0 <= style < len(self.styles):
            raise UnmarkableError(str(style))
        known = len(self.styles) + len(self._added)
        return self._added.setdefault((style, severity), known)

    def of_earlier_marks(self) -> set[int]:
        """Return the styles that a mark of an earlier copy left."""
        colours = [colour.encode() for colour in FILLS.values()]
        fills = [self.part[f.start : f.end] for f in _children(self.part, b"fills", b"fill")]
        ours = {str(number).encode() for number, fill in enumerate(fills) if any(c in fill for c in colours)}
        return {number for number, style in enumerate(self.styles) if attribute(_tag(style), b"fillId") in ours}

    def written(self) -> bytes:
        """Return the part with what was added."""
        if not self._added:
            return self.part
        fills, styles = element(self.part, b"fills"), element(self.part, b"cellXfs")
        prefix = fills.prefix
        colours = b"".join(_fill(prefix, colour) for colour in FILLS.values())
        clones = b"".join(self._clone(style, severity) for style, severity in self._added)
        part = edited(self.part, [appended(self.part, fills, colours), appended(self.part, styles, clones)])
        for name, count in ((b"fills", self.fills + len(FILLS)), (b"cellXfs", len(self.styles) + len(self._added))):
            found = element(part, name)
            counted = with_attribute(found.tag, b"count", str(count).encode())
            part = edited(part, [(found.start, found.start + len(found.tag), counted)])
        return part

    def _clone(self, style: int, severity: Severity | None) -> bytes:
        fill = 0 if severity is None else self.fills + list(FILLS).index(severity)
        whole = self.styles[style]
        tag = _tag(whole)
        filled = with_attribute(with_attribute(tag, b"fillId", str(fill).encode()), b"applyFill", b"1")
        return filled + whole[len(tag) :]


def read_styles(part: bytes) -> Styles:
    """Return the styles of a workbook.

    Raises
    ------
    UnmarkableError
        If the part has no list of fills or cell styles.
    """
    found = [part[style.start : style.end] for style in _children(part, b"cellXfs", b"xf")]
    return Styles(part, found, len(_children(part, b"fills", b"fill")))


def _children(part: bytes, parent: bytes, name: bytes) -> list[Element]:
    found = element(part, parent)
    return list(elements(part, name, found.inner, found.inner_end))


def _tag(style: bytes) -> bytes:
    return style[: style.index(b">") + 1]


def _fill(prefix: bytes, colour: str) -> bytes:
    p = prefix.decode()
    colours = f'<{p}fgColor rgb="{colour}"/><{p}bgColor indexed="64"/>'
    return f'<{p}fill><{p}patternFill patternType="solid">{colours}</{p}patternFill></{p}fill>'.encode()
