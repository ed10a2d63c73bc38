"""How far a study is."""

from __future__ import annotations

import pytest

from carbonpath.study.progress import Progress


@pytest.mark.parametrize(
    ("done", "speed", "left"),
    [(40, 2.0, 30.0), (100, 2.0, 0.0), (40, 0.0, None)],
    ids=["half way", "done", "no speed yet"],
)
def test_the_rest_takes_as_long_as_its_samples(done: int, speed: float, left: float | None) -> None:
    found = Progress(samples=100, done=done, failed=0, infeasible=0, seconds=20.0, samples_per_second=speed)

    assert found.left == left
