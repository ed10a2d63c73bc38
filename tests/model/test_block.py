"""Blocks: what a constraint says of all rows at once is what its rule says of each."""

from __future__ import annotations

from types import ModuleType

import numpy as np
import pytest
from scipy.sparse import coo_array
from systems import one_of_everything, plant_to_build
from wider_systems import two_regions

from carbonpath.model.block import Block, Entries
from carbonpath.model.constraints import CONSTRAINTS
from carbonpath.model.data import read_model_data
from carbonpath.model.numbered import Numbered
from carbonpath.model.rows import ruled
from carbonpath.system.system import System

WITH_BLOCK = [module for module in CONSTRAINTS if hasattr(module, "block")]
SYSTEMS = {"one of everything": one_of_everything(), "two regions": two_regions(), "a plant": plant_to_build()}


def coefficients(block: Block, width: int) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    places = (np.concatenate(block.rows), np.concatenate(block.columns))
    return coo_array((np.concatenate(block.values), places), shape=(block.lower.size, width)).toarray()


@pytest.mark.parametrize("system", SYSTEMS.values(), ids=SYSTEMS)
@pytest.mark.parametrize("module", WITH_BLOCK, ids=lambda module: module.__name__.rpartition(".")[2])
def test_a_block_has_the_rows_of_the_rule(module: ModuleType, system: System) -> None:
    model = Numbered(read_model_data(system))

    block, rows = module.block(model), ruled(module, model)

    assert tuple(block.places()) == tuple(rows.places())
    assert block.lower.tolist() == rows.lower.tolist()
    assert block.upper.tolist() == rows.upper.tolist()
    assert np.allclose(coefficients(block, model.width), coefficients(rows, model.width), rtol=1e-15, atol=0.0)


def test_an_entry_without_row_or_column_is_none() -> None:
    entries = Entries()
    entries.add(np.array([0, -1, 1], dtype=np.int32), np.array([3, 4, -1], dtype=np.int32), 2.0)

    block = entries.at_most(lambda: [(0,), (1,)], np.zeros(2))

    assert (block.rows[0].tolist(), block.columns[0].tolist(), block.values[0].tolist()) == ([0], [3], [2.0])
    assert np.isneginf(block.lower).all()
