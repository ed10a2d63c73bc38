"""Changes of factors, for arrays and for the overlay alike."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_studies import PRICED, small_study
from systems import growing_demand

from carbonpath.core.errors import ScenarioError
from carbonpath.model.system_parameters import read_parameters
from carbonpath.study.factor import AlternativeBlock, ChangeBlock, Factor, FactorBlock, FixedChangeBlock
from carbonpath.study.motion import Motion, alternative_changes, resolve_motions
from carbonpath.study.rows import Ground
from carbonpath.system.overlay import apply_changes

SYSTEM = growing_demand()
GROUND = Ground(SYSTEM, {name: tuple(values) for name, values in read_parameters(SYSTEM).items()}, "small.yaml")


def factor(name: str = "x", **change: object) -> Factor:
    block = FactorBlock(changes=(ChangeBlock(**{"parameter": "demand", **change}),))  # type: ignore[arg-type]
    return Factor(name, block, None, f"line of {name}")


def motion(**change: object) -> Motion:
    return resolve_motions([factor(**change)], GROUND)[0]


@pytest.mark.parametrize(
    ("change", "at_two"),
    [
        ({}, [240.0, 220.0]),
        ({"operation": "add"}, [122.0, 112.0]),
        ({"operation": "set"}, [2.0, 2.0]),
        ({"operation": "add", "unit": "t"}, [120.000002, 110.000002]),
        ({"path": {2020: 0.0, 2022: 1.0}}, [180.0, 220.0]),
        ({"operation": "set", "low": {2021: 10.0}, "high": {2021: 30.0, 2022: 40.0}}, [50.0, 70.0]),
        ({"path": {2022: 1.0}}, [220.0]),
    ],
    ids=["scale", "add", "set", "a unit", "scale along a path", "between two paths", "from a year on"],
)
def test_a_value_moves_the_rows_after_the_first_year(change: dict[str, object], at_two: list[float]) -> None:
    found = motion(**change)
    before = np.array([{2021: 120.0, 2022: 110.0}[index[-1]] for index in found.indices])  # type: ignore[index]

    assert found.applied(before, 2.0) == pytest.approx(at_two)


@given(value=st.floats(0.1, 10.0), operation=st.sampled_from(["set", "scale", "add"]))
@settings(max_examples=15, deadline=None)
def test_arrays_and_overlay_do_the_same(value: float, operation: str) -> None:
    found = motion(operation=operation, path={2020: 0.2, 2022: 0.7})
    before = read_parameters(SYSTEM)["demand"]

    after = read_parameters(apply_changes(SYSTEM, found.changes(value)))["demand"]

    moved = found.applied(np.array([before[index] for index in found.indices]), value)
    assert [after[index] for index in found.indices] == pytest.approx(moved.tolist(), rel=1e-12)
    assert after["district", "good", 2020] == 100.0


def test_a_change_names_the_line_it_comes_from() -> None:
    assert {change.source for change in motion().changes(1.0)} == {"small.yaml: line of x"}


def test_every_change_that_matches_nothing_is_told() -> None:
    wrong = [factor("a", where={"commodity": "heat"}), factor("b"), factor("c", where={"commodity": "steam"})]

    with pytest.raises(ScenarioError) as raised:
        resolve_motions(wrong, GROUND)

    assert [problem.place for problem in raised.value.problems] == ["line of a", "line of c"]


def test_a_number_set_by_one_factor_and_altered_by_another_is_refused_once() -> None:
    with pytest.raises(ScenarioError) as raised:
        resolve_motions([factor("a", operation="set"), factor("b")], GROUND)

    assert [(p.code, p.details["other"]) for p in raised.value.problems] == [("CP-472", "a")]


def test_two_factors_may_scale_the_same_number() -> None:
    assert len(resolve_motions([factor("a"), factor("b")], GROUND)) == 2


def test_an_alternative_brings_its_changes(tmp_path: Path) -> None:
    (switch,) = small_study(tmp_path, factors={"priced": PRICED}).factors

    changed = read_parameters(apply_changes(SYSTEM, alternative_changes(switch, "taxed", GROUND)))["variable_cost"]

    assert {index[-1]: value for index, value in changed.items() if index[1] == "dirty"} == {
        2020: 3.0,
        2021: 9.0,
        2022: 9.0,
    }
    assert alternative_changes(switch, "free", GROUND) == []


def test_a_change_by_year_goes_along_its_path() -> None:
    fixed = FixedChangeBlock(parameter="demand", operation="add", value={2021: 1.0, 2022: 3.0}, unit="t")
    switch = Factor(
        "x", FactorBlock(alternatives={"a": AlternativeBlock(changes=(fixed,)), "b": AlternativeBlock()}), None, ""
    )

    assert [change.value for change in alternative_changes(switch, "a", GROUND)] == pytest.approx([1e-6, 3e-6])
