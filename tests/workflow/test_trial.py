"""The smallest system."""

import pytest

from carbonpath.model.run import solve_system
from carbonpath.workflow.trial import COST, DELIVERED, EMITTED, YEARS


def test_answer_is_the_one_known_by_hand(tiny_system):
    outcome = solve_system(tiny_system)
    emissions = outcome.result.loc[outcome.result["quantity"] == "annual_emissions", "value"]
    assert outcome.objective == pytest.approx(len(YEARS) * DELIVERED * COST)
    assert emissions.tolist() == pytest.approx([DELIVERED * EMITTED] * len(YEARS))
