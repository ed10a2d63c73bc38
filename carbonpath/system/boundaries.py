"""Emission boundaries: which emissions a total counts."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from carbonpath.system.emission_parameters import SCOPE_1, SCOPE_2
from carbonpath.system.system import as_parameter

SCOPE_1_BOUNDARY = "scope1"
"""What is released in the district."""
IMPORT_BOUNDARY = "scope1+import"
"""The same with what net purchased power releases elsewhere."""

BOUNDARIES: Mapping[str, Mapping[str, float]] = {
    SCOPE_1_BOUNDARY: {SCOPE_1: 1.0},
    IMPORT_BOUNDARY: {SCOPE_1: 1.0, SCOPE_2: 1.0},
}
"""Weight of each emission that a boundary counts; a boundary in CO2 equivalent has global warming potentials here."""


def boundary_weights(boundaries: Mapping[str, Mapping[str, float]] = BOUNDARIES) -> pd.DataFrame:
    """Return `boundaries` as the PARAMETER table ``boundary_weight``."""
    rows = [
        {"boundary": boundary, "emission": emission, "value": weight, "source": "definition"}
        for boundary, weights in boundaries.items()
        for emission, weight in weights.items()
    ]
    return as_parameter("boundary_weight", pd.DataFrame(rows))
