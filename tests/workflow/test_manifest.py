"""The first file of a run."""

from datetime import UTC, datetime

import pytest
from stored_runs import manifest

from carbonpath.core.errors import StorageError
from carbonpath.workflow.manifest import MANIFEST, read_manifest, write_manifest


def test_manifest_survives_disk(tmp_path):
    written = manifest("a", "reference", "abcdef", datetime(2026, 11, 23, tzinfo=UTC))
    write_manifest(written, tmp_path)
    assert read_manifest(tmp_path) == written


@pytest.mark.parametrize("content", [b"", b"{", b'{"run": "x"}', b"\xff"], ids=["empty", "torn", "short", "binary"])
def test_damaged_manifest_is_told(tmp_path, content):
    (tmp_path / MANIFEST).write_bytes(content)
    with pytest.raises(StorageError, match="CP-951"):
        read_manifest(tmp_path)


def test_missing_manifest_is_told(tmp_path):
    with pytest.raises(StorageError, match="CP-951"):
        read_manifest(tmp_path)
