"""Names of indicators, sectors, items and boundaries, and units, as a reader sees them."""

from __future__ import annotations

from typing import Literal

from carbonpath.core.messages import Language, load_area

LabelKind = Literal["indicator", "sector", "item", "boundary", "group", "firm", "unit"]


def label(kind: LabelKind, name: str, language: Language) -> str:
    """Return the label of `name` from the catalogue of indicators; the name itself where the catalogue has none.

    Firms, and items that a new technology brings, are named by the user's data, not by the catalogue.
    """
    entry = load_area("indicators", language).get(kind, {}).get(name, name)
    return str(entry)


def shown_unit(unit: str, language: Language) -> str:
    """Return the unit in which a reader of `language` expects numbers of `unit`; shares become percent."""
    return "%" if unit == "1" else label("unit", unit, language)
