"""Tuple, folder and tests of indicators agree."""

from __future__ import annotations

from pathlib import Path

import carbonpath.indicators
from carbonpath.indicators import INDICATORS

SUPPORT = {
    *("__init__", "build", "groups", "items", "rows", "tables"),
    *(
        "allocation",
        "carbon_market",
        "co_control",
        "ets_accounts",
        "ets_enterprise",
        "ets_pilot",
        "ets_power",
        "ets_slopes",
    ),
    *("abatement_curve", "attribution", "decomposition", "identity", "lmdi", "tapio", "targets"),
}
"""Modules that are no indicator."""


def test_every_indicator_file_is_listed_and_tested():
    listed = {module.__name__.rpartition(".")[2] for module in INDICATORS}
    files = {path.stem for path in Path(carbonpath.indicators.__file__).parent.glob("*.py")}
    tests = {path.stem.removeprefix("test_") for path in Path(__file__).parent.glob("test_*.py")}

    assert listed == files - SUPPORT
    assert files - {"__init__"} <= tests


def test_every_indicator_has_the_same_door():
    assert all(callable(module.indicate) for module in INDICATORS)
