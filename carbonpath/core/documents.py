"""The one door through which YAML written by people is read, with the line of every key."""

from __future__ import annotations

import difflib
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, RootModel, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.constructor import DuplicateKeyError
from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import AliasEvent, MappingStartEvent, ScalarEvent, SequenceStartEvent

from carbonpath.core.errors import CarbonpathError, SafetyError
from carbonpath.core.problems import Problem

MAX_NODES = 100_000
"""Largest number of keys and values in a document that a person writes."""
MAX_DEPTH = 50
"""Deepest nesting in a document that a person writes."""

_NUMBER_KINDS = frozenset({"float_type", "float_parsing", "int_type", "int_parsing", "int_from_float", "finite_number"})
_BOUNDS = {"greater_than_equal": ("ge", ">="), "greater_than": ("gt", ">"), "less_than_equal": ("le", "<=")}

KeyPath = tuple[str | int, ...]
ModelT = TypeVar("ModelT", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Document:
    """A YAML file as plain dictionaries and lists, and where each key stands."""

    path: Path
    """The file."""
    content: dict[str, Any]
    """Its content; the top level is always a mapping."""
    lines: Mapping[KeyPath, int]
    """Line of each key or item, counted from 1."""

    def place(self, key_path: KeyPath) -> str:
        """Return key path and line in words: ``levers.coal_cap.limit, line 12``."""
        dotted = ".".join(str(key) for key in key_path)
        line = self.line(key_path)
        return dotted if line is None else f"{dotted}, line {line}".lstrip(", ")

    def line(self, key_path: KeyPath) -> int | None:
        """Return the line of a key, or of the nearest key above it that stands in the file."""
        known = key_path
        while known and known not in self.lines:
            known = known[:-1]
        return self.lines.get(known)


def load_document(path: Path, error: type[CarbonpathError]) -> Document:
    """Read a YAML 1.2 file whose top level is a mapping.

    Raises
    ------
    CarbonpathError
        `error` with CP-401 (no such file), CP-945 (not UTF-8), CP-402 (not YAML, two keys alike, not a mapping) or
        CP-403 (a value that is not finite or blank).
    SafetyError
        CP-1001 if the file has aliases or tags, or more nodes or depth than a person writes.
    """
    try:
        source = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as missing:
        raise error(Problem("CP-401", file=str(path))) from missing
    except UnicodeDecodeError as broken:
        raise error(Problem("CP-945", file=str(path))) from broken
    parser = YAML(typ="rt", pure=True)
    try:
        _refuse_bombs(parser, source, path)
        loaded = parser.load(source)
    except DuplicateKeyError as twice:
        mark = twice.problem_mark
        place = f"line {mark.line + 1}" if mark else ""
        raise error(Problem("CP-402", file=str(path), place=place, details={"reason": str(twice.problem)})) from twice
    except (YAMLError, ValueError) as broken:
        mark = getattr(broken, "problem_mark", None)
        place = f"line {mark.line + 1}" if mark else ""
        reason = str(getattr(broken, "problem", None) or broken)
        raise error(Problem("CP-402", file=str(path), place=place, details={"reason": reason})) from broken
    if not isinstance(loaded, CommentedMap):
        raise error(Problem("CP-402", file=str(path), details={"reason": "the top level is not a mapping"}))
    lines: dict[KeyPath, int] = {}
    problems: list[Problem] = []
    content = _plain(loaded, (), lines)
    document = Document(path, content, lines)
    _find_blanks(content, (), document, problems)
    if problems:
        raise error(*problems)
    return document


def validate_document(
    content: Any, model: type[ModelT], document: Document, prefix: KeyPath, error: type[CarbonpathError]
) -> ModelT:
    """Return `content`, a part of `document` at `prefix`, as `model`.

    Raises
    ------
    CarbonpathError
        `error` with every key that is unknown (CP-404, with the nearest known one) or missing (CP-405), and every value
        that is no number (CP-407), out of range (CP-408), not one of a list (CP-409) or otherwise of the wrong kind
        (CP-406).
    """
    try:
        return model.model_validate(content)
    except ValidationError as invalid:
        raise error(*(_problem(item, model, document, prefix) for item in invalid.errors())) from invalid


def _problem(item: Any, model: type[BaseModel], document: Document, prefix: KeyPath) -> Problem:
    location: KeyPath = tuple(item["loc"])
    place = document.place(prefix + location)
    if item["type"] == "extra_forbidden":
        known = _fields_at(model, location[:-1])
        nearest = difflib.get_close_matches(str(location[-1]), known, n=1)
        details = {"known": ", ".join(known), "nearest": nearest[0] if nearest else ""}
        return Problem("CP-404", str(document.path), place, str(location[-1]), details)
    if item["type"] == "missing":
        return Problem("CP-405", str(document.path), place, str(location[-1]))
    return _value_problem(item, str(document.path), place)


def _value_problem(item: Any, file: str, place: str) -> Problem:
    value, context = str(item.get("input", "")), item.get("ctx", {})
    if item["type"] in _NUMBER_KINDS:
        return Problem("CP-407", file, place, value)
    if item["type"] in _BOUNDS:
        name, sign = _BOUNDS[item["type"]]
        return Problem("CP-408", file, place, value, {"bound": f"{sign} {context[name]:g}"})
    if item["type"] == "literal_error":
        known = re.findall(r"'([^']+)'", context["expected"])
        nearest = difflib.get_close_matches(value, known, n=1)
        return Problem(
            "CP-409", file, place, value, {"known": ", ".join(known), "nearest": nearest[0] if nearest else ""}
        )
    return Problem("CP-406", file, place, value, {"reason": str(item["msg"])})


def _fields_at(model: type[BaseModel], location: KeyPath) -> Sequence[str]:
    """Return the field names of the model nested at `location`, as far as it can be followed."""
    current = _behind_root(model)
    for key in location:
        field = current.model_fields.get(str(key))
        if field is not None:
            current = _behind_root(_model_in(field.annotation) or current)
    return [f.alias or name for name, f in current.model_fields.items()]


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """Return the first model named in an annotation such as ``tuple[Limit, ...] | None``."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _model_in(part))), None)


def _behind_root(model: type[BaseModel]) -> type[BaseModel]:
    """Return the model of the items if `model` stands for a list of them."""
    if not issubclass(model, RootModel):
        return model
    return _model_in(model.model_fields["root"].annotation) or model


def _refuse_bombs(parser: YAML, source: str, path: Path) -> None:
    depth = nodes = 0
    for event in parser.parse(source):
        if isinstance(event, AliasEvent):
            raise SafetyError(Problem("CP-1001", file=str(path), details={"reason": "alias"}))
        if getattr(event, "tag", None):
            raise SafetyError(Problem("CP-1001", file=str(path), value=str(event.tag), details={"reason": "tag"}))
        if isinstance(event, (MappingStartEvent, SequenceStartEvent)):
            depth += 1
        elif not isinstance(event, ScalarEvent):
            depth = max(0, depth - 1)
        nodes += 1
        if nodes > MAX_NODES or depth > MAX_DEPTH + 2:
            raise SafetyError(Problem("CP-1001", file=str(path), details={"reason": "size"}))


def _plain(node: Any, key_path: KeyPath, lines: dict[KeyPath, int]) -> Any:
    if isinstance(node, CommentedMap):
        for key in node:
            lines[(*key_path, key)] = node.lc.key(key)[0] + 1
        return {key: _plain(value, (*key_path, key), lines) for key, value in node.items()}
    if isinstance(node, CommentedSeq):
        for index in range(len(node)):
            lines[(*key_path, index)] = node.lc.item(index)[0] + 1
        return [_plain(value, (*key_path, index), lines) for index, value in enumerate(node)]
    if isinstance(node, bool):
        return bool(node)
    for kind in (int, float, str):
        if isinstance(node, kind):
            return kind(node)
    return node


def _find_blanks(node: Any, key_path: KeyPath, document: Document, problems: list[Problem]) -> None:
    if isinstance(node, dict):
        for key, value in node.items():
            _find_blanks(value, (*key_path, key), document, problems)
    elif isinstance(node, list):
        for index, value in enumerate(node):
            _find_blanks(value, (*key_path, index), document, problems)
    elif node is None or (isinstance(node, float) and not math.isfinite(node)):
        shown = "" if node is None else str(node)
        problems.append(Problem("CP-403", str(document.path), document.place(key_path), shown))
