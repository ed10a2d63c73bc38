"""What a model is made from."""

from __future__ import annotations

import pickle
from types import SimpleNamespace

from systems import REGION, clean_and_dirty

from carbonpath.model.data import read_model_data


def test_parameters_and_sets_are_attached_under_their_names() -> None:
    model = SimpleNamespace()

    read_model_data(clean_and_dirty()).attach(model)

    assert model.data.demand[REGION, "good", 2020] == 100.0
    assert model.data.timeslice_share == {("annual", 2020): 1.0}
    assert model.sets.years == (2020,)


def test_it_can_be_sent_to_another_process() -> None:
    data = read_model_data(clean_and_dirty())

    assert pickle.loads(pickle.dumps(data)) == data
