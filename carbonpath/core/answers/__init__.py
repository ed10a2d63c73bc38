"""Written schemas of the tables that answer a question beside the chain, a file an area."""

from __future__ import annotations

from carbonpath.core.answers.accounts import (
    BRIDGE,
    ENERGY_BALANCE,
    INTERVALS,
    KEY_CATEGORIES,
    KEY_TRENDS,
    RECALCULATION,
    RECONCILIATION,
    TRACE,
    TRANSFERS,
)
from carbonpath.core.answers.market import ETS_COMPLIANCE, ETS_COSTS, ETS_POSITIONS
from carbonpath.core.answers.paths import ABATEMENT, ALTERNATIVE, DISPATCH, EXTENT, FUTURES, PEAK_WINDOW, PROJECT
from carbonpath.core.answers.studies import SAMPLE, SENSITIVITY

ANSWERS = (
    INTERVALS,
    KEY_CATEGORIES,
    KEY_TRENDS,
    RECALCULATION,
    TRACE,
    RECONCILIATION,
    ENERGY_BALANCE,
    TRANSFERS,
    BRIDGE,
    ABATEMENT,
    PEAK_WINDOW,
    EXTENT,
    ALTERNATIVE,
    PROJECT,
    FUTURES,
    DISPATCH,
    ETS_POSITIONS,
    ETS_COSTS,
    ETS_COMPLIANCE,
    SAMPLE,
    SENSITIVITY,
)
"""Schemas of the tables of answers that are written to disk."""
