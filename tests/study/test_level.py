"""Levels of factors that move nothing with a year, or nothing at all, are not told."""

from small_studies import prepared

from carbonpath.study.level import level_of


def test_factor_that_moves_nothing_has_no_level(tmp_path):
    branch = next(iter(prepared(tmp_path).programme.branches.values()))

    assert level_of(branch, 99, (3.0, 1.0)) is None
