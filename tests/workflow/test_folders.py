"""Folders that appear whole or not at all."""

import pytest

from carbonpath.core.errors import StorageError
from carbonpath.workflow.folders import remove_leftovers, whole_folder


def test_folder_is_invisible_until_it_is_whole(tmp_path):
    with whole_folder(tmp_path / "a") as folder:
        assert not (tmp_path / "a").exists()
        assert folder.name.startswith(".")
        (folder / "results.csv").write_text("1", encoding="utf-8")
    assert [path.name for path in tmp_path.iterdir()] == ["a"]
    assert (tmp_path / "a" / "results.csv").is_file()


def test_folder_that_fails_leaves_nothing(tmp_path):
    def fail():
        with whole_folder(tmp_path / "a") as folder:
            (folder / "results.csv").write_text("half", encoding="utf-8")
            _ = 1 / 0

    with pytest.raises(ZeroDivisionError):
        fail()
    assert list(tmp_path.iterdir()) == []


def test_error_of_the_block_stays_itself(tmp_path):
    def fail():
        with whole_folder(tmp_path / "a"):
            raise StorageError_of_the_block

    StorageError_of_the_block = KeyError("mine")  # noqa: N806  # stands for any error
    with pytest.raises(KeyError, match="mine"):
        fail()


def test_leftover_of_a_killed_writer_does_not_stop_the_next(tmp_path):
    (tmp_path / ".a.partial").mkdir()
    (tmp_path / ".a.partial" / "half.csv").write_text("half", encoding="utf-8")
    with whole_folder(tmp_path / "a"):
        pass
    assert list((tmp_path / "a").iterdir()) == []


def test_leftovers_are_removed_and_the_rest_stays(tmp_path):
    for name in (".b.partial", "c", ".d"):
        (tmp_path / name).mkdir()
    remove_leftovers(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [".d", "c"]


def test_folder_that_cannot_be_made(tmp_path):
    (tmp_path / "file").write_text("a file", encoding="utf-8")
    with pytest.raises(StorageError, match="CP-901"), whole_folder(tmp_path / "file" / "a"):
        pass
