"""Table CONTENT for the checks that look at energy and carbon."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest

from carbonpath.core.schemas import CONTENT
from carbonpath.core.tables import as_table

Row = tuple[str, str, str, float, float]


@pytest.fixture
def content() -> Callable[..., pd.DataFrame]:
    """Make a CONTENT table of one firm from short rows: facility, activity, item, GJ, tCO2, then any column."""

    def make(*rows: Row, **columns: object) -> pd.DataFrame:
        records = [
            {
                "firm": "F01",
                "facility": facility,
                "category": "1A1a" if facility else "",
                "activity": name,
                "item": item,
                "counterparty": "outside" if name in {"purchased", "sold"} else "",
                "year": 2020,
                "value": energy,
                "unit": "GJ",
                "source": f"F01-2020.xlsx!表!D{number}",
                "mass": 0.0,
                "energy": energy,
                "co2_content": carbon,
                "co2_burnt": 0.0,
                **columns,
            }
            for number, (facility, name, item, energy, carbon) in enumerate(rows, start=4)
        ]
        return as_table(records, CONTENT)

    return make
