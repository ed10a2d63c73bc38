"""Activity in a timeslice: one's own, or a part of that of the year."""

from __future__ import annotations

from levelled_systems import sunny_furnace, with_load_profile
from systems import REGION

from carbonpath.model.affine import Affine, amount
from carbonpath.model.data import read_model_data
from carbonpath.model.expressions.timeslice_activity import load_share, slice_share, timeslice_activity
from carbonpath.model.solution import empty_model
from carbonpath.system.outline import YEAR_SLICE


def test_each_level_is_seen_from_the_other() -> None:
    model = empty_model(read_model_data(sunny_furnace()))
    model.activity = dict.fromkeys(model.activity, 10.0)

    def seen(technology: str, timeslice: str) -> float:
        return amount(Affine(timeslice_activity(model, REGION, technology, "1", timeslice, 2020)))

    assert (seen("grid", "day"), seen("grid", YEAR_SLICE)) == (10.0, 20.0)
    assert (seen("furnace", "day"), seen("furnace", YEAR_SLICE)) == (5.0, 10.0)


def test_a_profile_goes_before_the_length_of_the_timeslice() -> None:
    model = empty_model(read_model_data(with_load_profile(sunny_furnace(), "furnace", {"day": 0.9, "night": 0.1})))

    assert load_share(model, REGION, "furnace", "day", 2020) == 0.9
    assert load_share(model, REGION, "ore_supply", "day", 2020) == 0.5
    assert slice_share(model, YEAR_SLICE, 2020) == 1.0
