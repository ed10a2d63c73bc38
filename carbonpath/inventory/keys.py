"""What a factor may depend on: the distinct firms, facilities, items, years and units of some amounts."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import pandas as pd

Integers = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]
Texts = npt.NDArray[np.object_]

_TEXT_COLUMNS = ("firm", "facility", "category", "item", "base", "guideline")


@dataclass(frozen=True, slots=True)
class Keys:
    """Distinct keys of some amounts, one entry of each array a key."""

    firm: Texts
    """Firms."""
    facility: Texts
    """Facilities; blank: the whole firm."""
    category: Texts
    """IPCC categories."""
    item: Texts
    """Fuels and materials."""
    base: Texts
    """Units in which amounts are counted."""
    guideline: Texts
    """Guidelines of the firms."""
    year: Integers
    """Years."""
    positions: Integers
    """Position of its key for each amount."""

    def __len__(self) -> int:
        """Return the number of keys."""
        return len(self.firm)

    def some(self, amounts: Mask) -> tuple[Keys, Integers]:
        """Return the keys of some amounts, and where they stand among these keys."""
        used, positions = np.unique(self.positions[amounts], return_inverse=True)
        columns = {name: getattr(self, name)[used] for name in (*_TEXT_COLUMNS, "year")}
        return replace(self, positions=np.asarray(positions, dtype=np.int64), **columns), used


def distinct_keys(rows: pd.DataFrame) -> Keys:
    """Return the distinct keys of `rows`, whose text columns are categories."""
    code = np.zeros(len(rows), dtype=np.int64)
    years, year = np.unique(rows["year"].to_numpy(dtype=np.int64), return_inverse=True)
    parts = [(np.asarray(year, dtype=np.int64), len(years))]
    for name in _TEXT_COLUMNS:
        column = rows[name].cat
        parts.append((np.asarray(column.codes, dtype=np.int64), len(column.categories)))
    for part, size in parts:
        code = code * max(size, 1) + part
    _, first, positions = np.unique(code, return_index=True, return_inverse=True)
    texts = {name: _texts(rows[name], first) for name in _TEXT_COLUMNS}
    return Keys(
        **texts, year=rows["year"].to_numpy(dtype=np.int64)[first], positions=np.asarray(positions, dtype=np.int64)
    )


def _texts(column: pd.Series, where: npt.NDArray[np.intp]) -> Texts:
    categories = column.cat.categories.to_numpy(dtype=object)
    codes = column.cat.codes.to_numpy()[where]
    found: Texts = categories[codes] if len(categories) else np.empty(0, dtype=object)
    return found
