"""What of the installation can move an answer."""

from __future__ import annotations

from importlib.metadata import version

from carbonpath.study.engine import installed_engine, solving_code_sha256


def test_code_that_can_move_an_answer_has_one_hash() -> None:
    assert len(solving_code_sha256()) == 64


def test_libraries_that_compute_are_named_with_their_versions() -> None:
    assert installed_engine().startswith(f"{solving_code_sha256()} highspy {version('highspy')} numpy ")
