"""Files change together or not at all, whenever the writer is killed."""

from __future__ import annotations

from pathlib import Path

import pytest

from carbonpath.core.errors import StorageError
from carbonpath.workflow import together
from carbonpath.workflow.together import PLAN, WAITING, change_together, finish_change

WRITES = {"surveys/a.xlsx": b"new a", "surveys/b.xlsx": b"new b", "history/a/1.xlsx": b"old a"}


class Killed(BaseException):
    """The process ends here."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a file to be replaced and one to be removed."""
    (tmp_path / "surveys").mkdir()
    (tmp_path / "surveys" / "a.xlsx").write_bytes(b"old a")
    (tmp_path / "surveys" / "c.xlsx").write_bytes(b"old c")
    return tmp_path


def contents(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file() and WAITING not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


BEFORE = {"surveys/a.xlsx": b"old a", "surveys/c.xlsx": b"old c"}


def test_all_at_once(folder: Path) -> None:
    change_together(folder, WRITES, ["surveys/c.xlsx"])
    assert contents(folder) == WRITES
    assert not (folder / WAITING).exists()


def test_without_a_plan_nothing_is_finished(folder: Path) -> None:
    (folder / WAITING).mkdir()
    (folder / WAITING / "left").write_bytes(b"x")
    finish_change(folder)
    assert contents(folder) == BEFORE


@pytest.mark.parametrize("step", range(4))
def test_killed_while_it_was_being_prepared_nothing_has_changed(
    folder: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    _kill_after(monkeypatch, together, "write_bytes" if step < 3 else "write_text", step if step < 3 else 0)
    with pytest.raises(Killed):
        change_together(folder, WRITES, ["surveys/c.xlsx"])
    monkeypatch.undo()
    finish_change(folder)
    assert contents(folder) == BEFORE
    change_together(folder, WRITES, ["surveys/c.xlsx"])
    assert contents(folder) == WRITES


@pytest.mark.parametrize("step", range(5))
def test_killed_after_its_decision_it_is_finished_by_the_next(
    folder: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    _kill_after(monkeypatch, Path, "replace" if step < 3 else "unlink", step + 4 if step < 3 else step - 3)
    with pytest.raises(Killed):
        change_together(folder, WRITES, ["surveys/c.xlsx"])
    monkeypatch.undo()
    assert (folder / WAITING / PLAN).is_file()
    finish_change(folder)
    finish_change(folder)
    assert contents(folder) == WRITES


def test_a_full_disk_leaves_everything_as_it_was(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, content: bytes) -> None:
        raise StorageError(together.Problem("CP-901", file=str(path), details={"reason": "full"}))

    monkeypatch.setattr(together, "write_bytes", full)
    with pytest.raises(StorageError):
        change_together(folder, WRITES)
    assert contents(folder) == BEFORE
    assert not (folder / WAITING).exists()


def test_a_disk_that_refuses_to_rename_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    change_together(folder, {"surveys/a.xlsx": b"1"})
    (folder / WAITING).mkdir()
    (folder / WAITING / PLAN).write_text('{"writes": {"surveys": "x"}, "removals": []}', encoding="utf-8")
    (folder / WAITING / "x").write_bytes(b"")
    with pytest.raises(StorageError, match="CP-901"):
        finish_change(folder)


def _kill_after(monkeypatch: pytest.MonkeyPatch, owner: object, name: str, calls: int) -> None:
    real = getattr(owner, name)
    done = []

    def call(*arguments: object, **named: object) -> object:
        if len(done) == calls:
            raise Killed
        done.append(name)
        return real(*arguments, **named)

    monkeypatch.setattr(owner, name, call)
