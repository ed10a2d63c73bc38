"""Files are written whole or not at all."""

import os

import pytest

from carbonpath.core.errors import StorageError
from carbonpath.core.files import file_sha256, write_bytes, write_text


def test_written_file_holds_the_content_and_leaves_nothing_beside_it(tmp_path):
    write_text(tmp_path / "new" / "table.csv", "年,值\n")
    assert (tmp_path / "new" / "table.csv").read_text(encoding="utf-8") == "年,值\n"
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["table.csv"]


def test_second_writing_replaces_the_first(tmp_path):
    write_bytes(tmp_path / "a", b"first, long")
    write_bytes(tmp_path / "a", b"second")
    assert (tmp_path / "a").read_bytes() == b"second"


def test_old_file_survives_a_disk_that_refuses(tmp_path, monkeypatch):
    write_bytes(tmp_path / "a", b"old")

    def full(_descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StorageError, match="CP-901"):
        write_bytes(tmp_path / "a", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["a"]
    assert (tmp_path / "a").read_bytes() == b"old"


def test_folder_that_is_a_file(tmp_path):
    write_bytes(tmp_path / "a", b"")
    with pytest.raises(StorageError, match="CP-901"):
        write_bytes(tmp_path / "a" / "b", b"")


def test_sha256_is_that_of_the_content(tmp_path):
    write_bytes(tmp_path / "a", b"abc")
    assert file_sha256(tmp_path / "a").startswith("ba7816bf8f01cfea")


def test_what_can_be_made_again_is_written_whole_without_waiting_for_the_disk(tmp_path, monkeypatch):
    waited = []
    monkeypatch.setattr(os, "fsync", waited.append)
    path = tmp_path / "cache" / "a.json"
    write_text(path, "new", lasting=False)
    assert path.read_text(encoding="utf-8") == "new"
    assert waited == []
    write_text(path, "kept")
    assert waited != []
