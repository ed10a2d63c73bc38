"""The abatement curve of a scenario, drawn out of its model by a rising carbon price."""

from __future__ import annotations

from carbonpath.indicators.abatement_curve import Corner, Curve, trace_curve
from carbonpath.study.priced import Answer, PricedProgramme

SOLVES = 120
"""Plans that a curve may use; what is then still a mean of several steps is told as such."""


def carbon_curve(programme: PricedProgramme, highest: float, most: int = SOLVES) -> Curve[Answer]:
    """Return the curve of a price that every year pays beside the price there is.

    Parameters
    ----------
    programme
        Scenario.
    highest
        Highest price, CNY/t.
    most
        Plans that may be solved.

    Returns
    -------
    Curve
        Costs in million CNY and emissions in Mt, both as present values, so that a step is in CNY per tonne.
    """

    def solve(price: float) -> Corner[Answer]:
        answer = programme.solve(price)
        return Corner(price, answer.cost, answer.emissions, answer)

    return trace_curve(solve, highest, most)
