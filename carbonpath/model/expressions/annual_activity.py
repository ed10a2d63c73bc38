r"""Annual activity is the activity of all modes and timeslices of a year.

.. math::
    A^a_{rty} = \sum_{m,l} A_{rtmly}

Counterparts: OSeMOSYS TotalTechnologyAnnualActivity; TIMES VAR_ACT summed over timeslices.
"""

from __future__ import annotations

from carbonpath.model.affine import Affine, Model, Terms, scaled
from carbonpath.model.parameters import Values


def annual_activity(model: Model, region: str, technology: str, year: int) -> Affine:
    """Return what a technology does in a year, in the unit of its activity; nothing where it cannot run."""
    modes = model.sets.modes_of.get((region, technology, year), ())
    return Affine([term for mode in modes for term in mode_activity(model, region, technology, mode, year)])


def mode_activity(model: Model, region: str, technology: str, mode: str, year: int) -> Terms:
    """Return the activity of one mode in all timeslices of a year."""
    activity = model.activity
    return [
        (1.0, activity[region, technology, mode, timeslice, year]) for timeslice in model.sets.slices_of(technology)
    ]


def weighted_activity(model: Model, ratios: Values, place: tuple[str, str, str, int]) -> Affine:
    """Return the sum over modes of ratio times activity.

    Parameters
    ----------
    model
        The model.
    ratios
        Ratio per unit of activity by region, technology, item, mode and year.
    place
        Region, technology, item (a commodity or emission) and year.
    """
    region, technology, item, year = place
    terms: Terms = []
    for mode in model.sets.modes_of.get((region, technology, year), ()):
        ratio = ratios.get((region, technology, item, mode, year))
        if ratio is not None:
            terms += scaled(mode_activity(model, region, technology, mode, year), ratio)
    return Affine(terms)
