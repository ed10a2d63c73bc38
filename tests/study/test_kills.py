"""A study that is killed: its table, its ledger and the processes it leaves."""

from __future__ import annotations

import pickle
import subprocess
import sys
from pathlib import Path

import pytest
from small_studies import DEMAND, DIRTY_COST, PRICED, prepared, scarce

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "study_kills.py"


@pytest.mark.slow
def test_killed_at_any_moment_a_study_loses_nothing_and_ends_with_the_same_table(tmp_path: Path) -> None:
    factors = {"dirty_cost": DIRTY_COST, "demand": DEMAND, "priced": PRICED}
    study = prepared(tmp_path, scarce(), factors=factors, design={"method": "latin_hypercube", "samples": 600})
    (tmp_path / "study.pickle").write_bytes(pickle.dumps(study))

    told = subprocess.run(
        [sys.executable, str(SCRIPT), "--kills", "3", "--prepared", str(tmp_path / "study.pickle")],
        capture_output=True,
        text=True,
        check=False,
    )

    assert told.returncode == 0, told.stdout + told.stderr
    assert "kills: 1 worker, 1 parent, 1 writer" in told.stdout
