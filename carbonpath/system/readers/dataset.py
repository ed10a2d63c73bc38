"""A data set as it stands in its files: sets, parameters and defaults, not yet interpreted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(slots=True)
class RawParameter:
    """The entries of one parameter in the order of the file, column by column."""

    width: int
    """Number of indices."""
    file: str
    """File in which the entries stand, as the user knows it."""
    default: float | None = None
    """Value of what is not given; None if the file does not say."""
    default_source: str = ""
    """Where the default is stated."""
    columns: tuple[list[str], ...] = ()
    """Members of each index."""
    values: list[float] = field(default_factory=list)
    """Values."""
    lines: list[int] = field(default_factory=list)
    """Line of each value, counted from 1."""

    def __post_init__(self) -> None:
        if not self.columns:
            self.columns = tuple([] for _ in range(self.width))

    def extend(self, columns: Iterable[Iterable[str]], values: Iterable[float], lines: Iterable[int]) -> None:
        """Add entries."""
        for column, members in zip(self.columns, columns, strict=True):
            column.extend(members)
        self.values.extend(values)
        self.lines.extend(lines)


@dataclass(frozen=True, slots=True)
class DataSet:
    """Sets and parameters of a data set."""

    name: str
    """Name of the file or folder."""
    file: str
    """Path of the file or folder, as the user knows it."""
    sets: Mapping[str, tuple[str, ...]]
    """Members of each set, under the names of `carbonpath.system.readers.signatures.SETS`."""
    families: Mapping[str, Mapping[str, tuple[str, ...]]]
    """Sets that have an index, by name and index."""
    parameters: Mapping[str, RawParameter]
    """Parameters by the name that OSeMOSYS gives them."""
