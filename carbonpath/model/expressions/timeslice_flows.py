r"""What a technology makes and uses of a commodity in a timeslice.

.. math::
    P^l_{rtcly} = \sum_{m} \eta^{out}_{rtcmy} A^l_{rtmly}

    U^l_{rtcly} = \sum_{m} \eta^{in}_{rtcmy} A^l_{rtmly}

Counterparts: OSeMOSYS ProductionByTechnology and UseByTechnology; TIMES VAR_FLO.
"""

from __future__ import annotations

from carbonpath.model.affine import Affine, Model, Terms, scaled
from carbonpath.model.expressions.timeslice_activity import timeslice_activity
from carbonpath.model.parameters import Values


def timeslice_production(
    model: Model, region: str, technology: str, commodity: str, timeslice: str, year: int
) -> Affine:
    """Return what `technology` makes of `commodity` in a timeslice (output_activity_ratio), in its unit."""
    return _flow(model, model.data.output_activity_ratio, (region, technology, commodity, year), timeslice)


def timeslice_use(model: Model, region: str, technology: str, commodity: str, timeslice: str, year: int) -> Affine:
    """Return what `technology` uses of `commodity` in a timeslice (input_activity_ratio), in its unit."""
    return _flow(model, model.data.input_activity_ratio, (region, technology, commodity, year), timeslice)


def _flow(model: Model, ratios: Values, place: tuple[str, str, str, int], timeslice: str) -> Affine:
    region, technology, commodity, year = place
    terms: Terms = []
    for mode in model.sets.modes_of.get((region, technology, year), ()):
        ratio = ratios.get((region, technology, commodity, mode, year))
        if ratio is not None:
            terms += scaled(timeslice_activity(model, region, technology, mode, timeslice, year), ratio)
    return Affine(terms)
