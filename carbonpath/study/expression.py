"""Conditions on outcomes, as they are written on the command line: ``peak_year > 2025 and cost < 5e5``."""

from __future__ import annotations

import ast
import difflib
import math
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from carbonpath.core.errors import UsageError
from carbonpath.core.problems import Problem

_COMPARISONS: Mapping[type[ast.cmpop], Callable[[float, float], bool]] = {
    ast.Lt: lambda one, other: one < other,
    ast.LtE: lambda one, other: one <= other,
    ast.Gt: lambda one, other: one > other,
    ast.GtE: lambda one, other: one >= other,
    ast.Eq: lambda one, other: one == other,
    ast.NotEq: lambda one, other: one != other,
}
MAX_LENGTH = 500
"""Longest condition that is read."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition that a sample meets or not."""

    text: str
    """As it was written."""
    tree: ast.expr
    """As it was understood."""

    def holds(self, outcomes: Mapping[str, float]) -> bool:
        """Tell whether a sample meets the condition; a comparison with an outcome that it lacks is never met."""
        return _holds(self.tree, outcomes)


def read_condition(text: str, known: Collection[str]) -> Condition:
    """Return a condition: comparisons of outcomes with numbers, joined by ``and``, ``or``, ``not`` and brackets.

    Raises
    ------
    UsageError
        CP-475 if it is anything else, CP-476 with the nearest outcome for a name that is none.
    """
    try:
        tree = ast.parse(text[:MAX_LENGTH], mode="eval").body
    except (SyntaxError, ValueError, MemoryError, RecursionError) as error:
        raise UsageError(Problem("CP-475", value=text[:MAX_LENGTH])) from error
    _check(tree, text, known)
    return Condition(text, tree)


def _check(node: ast.expr, text: str, known: Collection[str]) -> None:
    if isinstance(node, ast.BoolOp):
        for part in node.values:
            _check(part, text, known)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        _check(node.operand, text, known)
    elif isinstance(node, ast.Compare) and all(type(sign) in _COMPARISONS for sign in node.ops):
        for side in (node.left, *node.comparators):
            _check_side(side, text, known)
    else:
        raise UsageError(Problem("CP-475", value=text))


def _check_side(node: ast.expr, text: str, known: Collection[str]) -> None:
    if isinstance(node, ast.Name):
        if node.id not in known:
            near = difflib.get_close_matches(node.id, known, n=1)
            details = {"nearest": near[0] if near else "", "known": ", ".join(known)}
            raise UsageError(Problem("CP-476", value=node.id, details=details))
    elif _number(node) is None:
        raise UsageError(Problem("CP-475", value=text))


def _number(node: ast.expr) -> float | None:
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        number = _number(node.operand)
        return None if number is None else -number
    if isinstance(node, ast.Constant) and type(node.value) in (int, float):
        return float(node.value)  # type: ignore[arg-type]
    return None


def _holds(node: ast.expr, outcomes: Mapping[str, float]) -> bool:
    if isinstance(node, ast.BoolOp):
        parts = (_holds(part, outcomes) for part in node.values)
        return all(parts) if isinstance(node.op, ast.And) else any(parts)
    if isinstance(node, ast.UnaryOp):
        return not _holds(node.operand, outcomes)
    if isinstance(node, ast.Compare):
        sides = [_value(side, outcomes) for side in (node.left, *node.comparators)]
        if any(math.isnan(side) for side in sides):
            return False
        pairs = zip(node.ops, sides[:-1], sides[1:], strict=True)
        return all(_COMPARISONS[type(sign)](one, other) for sign, one, other in pairs)
    return False


def _value(node: ast.expr, outcomes: Mapping[str, float]) -> float:
    if isinstance(node, ast.Name):
        return outcomes.get(node.id, math.nan)
    number = _number(node)
    return math.nan if number is None else number
