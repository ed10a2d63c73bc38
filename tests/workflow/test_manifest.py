"""The first file of a run."""

import pytest

from carbonpath.core.errors import StorageError
from carbonpath.workflow.manifest import MANIFEST, Manifest, Solve, read_manifest, write_manifest

SOLVE = Solve(status="optimal", objective=1.5, gap=0.0, max_residual=1e-9, rows=3, columns=4, nonzeros=5)
BLANK = Manifest(
    run="20261123T101010_reference_abcdef01",
    scenario="reference",
    title={"zh": "基准", "en": "Reference"},
    district="toy",
    illustrative=True,
    created="2026-11-23T10:10:10+08:00",
    versions={},
    code_sha256="",
    python="",
    inputs={},
    options={},
    seed=0,
    fingerprint="abcdef01" * 8,
    solver=SOLVE,
    seconds={},
    closure=0.0,
    warnings=[],
    outputs={},
)


def test_manifest_survives_disk(tmp_path):
    write_manifest(BLANK, tmp_path)
    assert read_manifest(tmp_path) == BLANK


@pytest.mark.parametrize("content", [b"", b"{", b'{"run": "x"}', b"\xff"], ids=["empty", "torn", "short", "binary"])
def test_damaged_manifest_is_told(tmp_path, content):
    (tmp_path / MANIFEST).write_bytes(content)
    with pytest.raises(StorageError, match="CP-951"):
        read_manifest(tmp_path)


def test_missing_manifest_is_told(tmp_path):
    with pytest.raises(StorageError, match="CP-951"):
        read_manifest(tmp_path)
