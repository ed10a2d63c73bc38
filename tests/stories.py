"""Plans of the shipped scenarios, solved once, and the pages that tell their stories."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pandas as pd
from shipped import shipped_system

from carbonpath.core.messages import LANGUAGES
from carbonpath.model.run import solve_system
from carbonpath.workflow.quantity import find_quantity

ROOT = Path(__file__).resolve().parents[1]
PAGES = {language: (ROOT / "docs" / language / "scenario-stories.md").read_text("utf-8") for language in LANGUAGES}


@cache
def solved(scenario: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return quantities and shadow prices of a shipped scenario."""
    outcome = solve_system(shipped_system(scenario), scenario=scenario)
    return outcome.result, outcome.duals


def told(scenario: str, quantity: str, name: str) -> dict[int, float]:
    """Return what `runs quantity` tells; nothing where all is zero, and so left out of the tables."""
    tables = solved(scenario)
    known = set(pd.concat(tables)["quantity"])
    if quantity not in known:
        return {}
    table = find_quantity(tables, quantity)
    rows = table[table["name"] == name]
    return dict(zip(rows["year"], rows["value"], strict=True))
