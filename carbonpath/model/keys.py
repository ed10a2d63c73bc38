"""Names of many rows or columns, made when they are asked for: a solve asks for few of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, groupby
from typing import Any, NamedTuple, overload

from carbonpath.model.parameters import Index, told_index


class Key(NamedTuple):
    """Name of a row or column."""

    family: str
    """Constraint or variable of the vocabulary."""
    place: Index
    """Its index values."""

    def __str__(self) -> str:
        return told_index(self.family, self.place)


class Part(NamedTuple):
    """The keys of one family."""

    family: str
    """Constraint or variable of the vocabulary."""
    size: int
    """How many there are."""
    places: Callable[[], Sequence[Index]]
    """Their index values in order."""


class Keys(Sequence[Key]):
    """Keys of several families one after another.

    Parameters
    ----------
    parts
        The families in order.
    """

    def __init__(self, parts: Iterable[Part]) -> None:
        self._parts = tuple(part for part in parts if part.size)
        self._ends = list(accumulate(part.size for part in self._parts))
        self._made: dict[int, Sequence[Index]] = {}

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    @overload
    def __getitem__(self, position: int) -> Key: ...

    @overload
    def __getitem__(self, position: slice) -> tuple[Key, ...]: ...

    def __getitem__(self, position: int | slice) -> Key | tuple[Key, ...]:
        if isinstance(position, slice):
            return tuple(self)[position]
        wanted = range(len(self))[position]
        number = bisect_right(self._ends, wanted)
        part = self._parts[number]
        return Key(part.family, self._places(number)[wanted - self._ends[number] + part.size])

    def __iter__(self) -> Iterator[Key]:
        for number, part in enumerate(self._parts):
            for place in self._places(number):
                yield Key(part.family, place)

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if isinstance(other, Keys):
            pairs = zip(self.families(), other.families(), strict=False)
            return len(self) == len(other) and all(mine == theirs for mine, theirs in pairs)
        return isinstance(other, Sequence) and len(self) == len(other) and tuple(self) == tuple(other)

    __hash__ = None  # type: ignore[assignment]  # as long as a list, and as little a key

    def __reduce__(self) -> tuple[Any, ...]:
        return tuple, (tuple(self),)

    def families(self) -> Iterator[tuple[str, list[Index]]]:
        """Yield the index values of each family in order; those of a family that comes twice, twice."""
        for number, part in enumerate(self._parts):
            yield part.family, list(self._places(number))

    def _places(self, number: int) -> Sequence[Index]:
        found = self._made.get(number)
        if found is None:
            found = self._made[number] = self._parts[number].places()
        return found


def families_of(keys: Iterable[Key]) -> Iterator[tuple[str, list[Index]]]:
    """Yield families and index values of keys, whether they are made already or not."""
    if isinstance(keys, Keys):
        yield from keys.families()
    else:
        yield from ((family, [key.place for key in own]) for family, own in groupby(keys, lambda key: key.family))
