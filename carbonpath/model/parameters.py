"""Parameters as sparse dictionaries: index tuple to number, only rows that exist."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

Index: TypeAlias = tuple[Any, ...]
Values: TypeAlias = Mapping[Index, float]


def told_index(name: str, index: Index) -> str:
    """Return name and index as a reader writes them: ``demand[qingshan,steel,2030]``."""
    return f"{name}[{','.join(str(part) for part in index)}]"
