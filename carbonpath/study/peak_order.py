"""In which order sectors and firms peak."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from carbonpath.indicators.peak import Peak, find_peak
from carbonpath.indicators.tables import Specification

Kind = Literal["sector", "firm"]
"""Whose emissions are followed."""


@dataclass(frozen=True, slots=True)
class Peaking:
    """When one sector or firm peaks."""

    name: str
    """Sector or firm."""
    peak: Peak
    """Its peak year, level and plateau."""
    last: float
    """Its emissions in the last year, in Mt: as high as at the peak where it does not fall."""


def peak_order(
    indicators: pd.DataFrame, kind: Kind, boundary: str = "scope1", specification: Specification | None = None
) -> tuple[Peaking, ...]:
    """Return sectors or firms in the order of their peaks, the larger first where two peak in one year.

    Parameters
    ----------
    indicators
        Table INDICATOR of one scenario of one region, with ``emissions`` by sector and firm.
    kind
        Whose peaks.
    boundary
        Emission boundary.
    specification
        Tolerance of the peak year and width of the plateau.
    """
    chosen = specification or Specification()
    found = [
        Peaking(name, find_peak(path, chosen.peak_tolerance, chosen.plateau_width), path[max(path)])
        for name, path in _paths(indicators, kind, boundary).items()
    ]
    return tuple(sorted(found, key=lambda one: (one.peak.year, -one.peak.level, one.name)))


def _paths(indicators: pd.DataFrame, kind: Kind, boundary: str) -> Mapping[str, Mapping[int, float]]:
    other = "firm" if kind == "sector" else "sector"
    wanted = (indicators["indicator"] == "emissions") & (indicators["boundary"] == boundary)
    rows = indicators[wanted & (indicators[kind] != "") & (indicators[other] == "") & (indicators["item"] == "")]
    return {
        str(name): dict(zip(part["year"].tolist(), part["value"].tolist(), strict=True))
        for name, part in rows.groupby(kind)
        if (part["value"] > 0.0).any()
    }
