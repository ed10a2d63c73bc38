"""Numbers in the units that readers of a language expect."""

from __future__ import annotations

from carbonpath.core.labels import label
from carbonpath.core.messages import Language
from carbonpath.core.units import conversion_factor


def shown_unit(unit: str, language: Language) -> str:
    """Return the unit in which readers of `language` expect numbers of `unit`."""
    return label("unit", unit, language)


def shown_value(value: float, unit: str, language: Language) -> str:
    """Return a number of `unit` as readers of `language` expect it, to two decimals, or one of a smaller unit."""
    factor = conversion_factor(unit, shown_unit(unit, language))
    return f"{value * factor:,.{1 if factor > 1 else 2}f}"
