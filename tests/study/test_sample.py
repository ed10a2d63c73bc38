"""Samples and their ids."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from small_studies import small_study

from carbonpath.study.drawn import Drawn
from carbonpath.study.sample import ID_LENGTH, draw, name_samples, sample_id


def drawn(*values: float, walks: tuple[tuple[int, ...], ...]) -> Drawn:
    column = np.array(values)[:, None]
    return Drawn(column, column, walks)


def test_equal_samples_have_equal_ids_and_different_ones_do_not() -> None:
    walks = ((0,), (1,), (2,))
    found = name_samples(["base"], drawn(1.0, 2.0, 1.0, walks=walks), lambda scenario, row: "print")

    ids = [sample.id for sample in found.rows]
    assert ids[0] == ids[2] != ids[1]
    assert {len(key) for key in ids} == {ID_LENGTH}


def test_every_scenario_solves_every_row() -> None:
    found = name_samples(["a", "b"], drawn(1.0, 2.0, walks=((0, 1),)), lambda scenario, row: f"print {scenario}")

    assert [(s.position, s.scenario, s.values) for s in found.rows] == [
        (0, 0, (1.0,)),
        (1, 0, (2.0,)),
        (2, 1, (1.0,)),
        (3, 1, (2.0,)),
    ]
    assert found.walks == ((0, 1), (2, 3))
    assert len({s.id for s in found.rows}) == 4


def test_a_step_of_a_sweep_is_named_by_the_way_to_it() -> None:
    alone = name_samples(["base"], drawn(1.0, 2.0, walks=((0,), (1,))), lambda scenario, row: "print")
    swept = name_samples(["base"], drawn(1.0, 2.0, walks=((0, 1),)), lambda scenario, row: "print")

    assert alone.rows[0].id == swept.rows[0].id
    assert alone.rows[1].id != swept.rows[1].id


def test_the_last_digit_of_a_value_counts() -> None:
    assert sample_id("print", [0.1]) != sample_id("print", [np.nextafter(0.1, 1.0)])
    assert sample_id("print", [0.1]) != sample_id("other", [0.1])


def test_a_seed_draws_the_same_samples_again(tmp_path: Path) -> None:
    one, again, other = (draw(small_study(tmp_path, seed=seed)).values for seed in (1, 1, 2))

    assert np.array_equal(one, again)
    assert not np.array_equal(one, other)


def test_correlated_factors_rise_together(tmp_path: Path) -> None:
    groups = [{"factors": ["dirty_cost", "demand"], "rank": 0.9}]
    design = {"method": "latin_hypercube", "samples": 400}

    values = draw(small_study(tmp_path, correlations=groups, design=design)).values

    assert np.corrcoef(values.argsort(axis=0).argsort(axis=0).T)[0, 1] == pytest.approx(0.9, abs=0.05)
