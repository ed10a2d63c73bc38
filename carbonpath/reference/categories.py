"""IPCC categories with their labels."""

from __future__ import annotations

from carbonpath.core.messages import Language
from carbonpath.reference.factors import Factors


def category_label(factors: Factors, category: str, language: Language) -> str:
    """Return the label of an IPCC category, or the code itself if it is not in the table."""
    found = factors.categories.loc[factors.categories["category"] == category, language]
    return category if found.empty else str(found.iloc[0])
