"""Column numbers as dictionaries and as arrays."""

from __future__ import annotations

import numpy as np
import pytest
from systems import one_of_everything

from carbonpath.model.data import read_model_data
from carbonpath.model.numbered import Numbered, count
from carbonpath.model.variables import VARIABLES

LARGE = [family.name for family in VARIABLES if family.flags is not None]


@pytest.mark.parametrize("name", LARGE)
def test_array_and_dictionary_number_alike(name: str) -> None:
    model = Numbered(read_model_data(one_of_everything()))

    numbers = model.numbers(name)
    assert numbers[numbers >= 0].tolist() == list(getattr(model, name).values())


def test_what_is_no_variable_is_no_attribute() -> None:
    model = Numbered(read_model_data(one_of_everything()))

    with pytest.raises(AttributeError):
        model.capacity_of_the_moon  # noqa: B018  # reading it is the test


def test_only_what_is_there_is_counted() -> None:
    assert count(np.array([True, False, True]), 5).tolist() == [5, -1, 6]
