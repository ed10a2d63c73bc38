"""All checks of a system together."""

from __future__ import annotations

from systems import clean_and_dirty

from carbonpath.system.checks import CHECKS, check_system


def test_sane_system_is_accepted() -> None:
    assert check_system(clean_and_dirty()) == []


def test_findings_of_every_check_are_gathered_in_order() -> None:
    broken = clean_and_dirty(
        demand={("good",): -1.0}, max_activity={("dirty",): 1.0, ("clean",): 1.0}, min_activity={("dirty",): 2.0}
    )

    assert [p.code for p in check_system(broken)] == ["CP-225", "CP-226"]


def test_checks_are_listed_once() -> None:
    assert len(set(CHECKS)) == len(CHECKS) == 5
